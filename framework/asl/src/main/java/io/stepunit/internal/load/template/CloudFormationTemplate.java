package io.stepunit.internal.load.template;

import io.stepunit.internal.model.DeployedFunction;
import io.stepunit.internal.model.read.LocatedNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The state machines of a SAM or CloudFormation template, written or synthesised by CDK. */
final class CloudFormationTemplate {
  private static final Set<String> MACHINES =
      Set.of("AWS::Serverless::StateMachine", "AWS::StepFunctions::StateMachine");

  private static final Set<String> STACKS =
      Set.of("AWS::CloudFormation::Stack", "AWS::Serverless::Application");

  /** CDK itself nests no deeper; a template that holds itself would never end. */
  private static final int NESTED_STACKS = 10;

  private static final String CDK_RESOURCE = "/Resource";

  /** A logical id of CDK ends in eight digits of a hash. */
  private static final Pattern HASHED = Pattern.compile("(.+)[0-9A-F]{8}");

  private final Document document;
  private final StackScope scope;
  private final String stack;
  private final int depth;
  private final List<DeployedFunction> lambdas;

  private CloudFormationTemplate(
      Document document,
      StackScope scope,
      String stack,
      int depth,
      List<DeployedFunction> lambdasAround) {
    this.document = document;
    this.scope = scope;
    this.stack = stack;
    this.depth = depth;
    this.lambdas = new ArrayList<>(StackFunctions.of(document, scope));
    lambdas.addAll(lambdasAround);
  }

  static boolean is(Document document) {
    Map<String, LocatedNode> fields = document.root().fields();
    return fields.containsKey("Resources")
        && fields.get("Resources").value().isObject()
        && !fields.containsKey("StartAt");
  }

  static List<FoundMachine> machines(Document document, GivenValues given) {
    StackScope scope = new StackScope(document.root(), given);
    return new CloudFormationTemplate(document, scope, "", 0, List.of()).machines();
  }

  private List<FoundMachine> machines() {
    List<FoundMachine> machines = new ArrayList<>();
    resources()
        .forEach(
            (id, resource) -> {
              String type = text(resource, "Type");
              if (MACHINES.contains(type)) {
                machines.add(machine(id, resource));
              } else if (STACKS.contains(type) && depth < NESTED_STACKS) {
                machines.addAll(nested(id, resource));
              }
            });
    return machines;
  }

  private Map<String, LocatedNode> resources() {
    LocatedNode resources = document.root().fields().get("Resources");
    return resources == null ? Map.of() : resources.fields();
  }

  private FoundMachine machine(String id, LocatedNode resource) {
    List<String> names = new ArrayList<>();
    metadata(resource, "aws:cdk:path")
        .ifPresentOrElse(path -> addPath(path, names), () -> addConstruct(id, names));
    if (!stack.isEmpty()) {
      names.add(id);
    }
    return new FoundMachine(
        stack + id, names, () -> new StackMachine(document, resource, scope, lambdas).read());
  }

  /** People know the construct {@code Shop/Order}; its template calls it Shop/Order/Resource. */
  private static void addPath(String path, List<String> names) {
    if (path.endsWith(CDK_RESOURCE)) {
      names.add(path.substring(0, path.length() - CDK_RESOURCE.length()));
    }
    names.add(path);
  }

  /** Without path metadata, CDK's logical id still begins with the construct's. */
  private static void addConstruct(String id, List<String> names) {
    Matcher hashed = HASHED.matcher(id);
    if (hashed.matches()) {
      names.add(hashed.group(1));
    }
  }

  /** The machines of a nested stack whose template lies beside this one. */
  private List<FoundMachine> nested(String id, LocatedNode resource) {
    Functions functions = new Functions(document, scope);
    LocatedNode properties = resource.fields().getOrDefault("Properties", resource);
    Optional<String> file =
        metadata(resource, "aws:asset:path")
            .or(() -> textOf(properties, "TemplateURL"))
            .or(() -> textOf(properties, "Location"))
            .filter(document.files()::exists);
    if (file.isEmpty()) {
      return List.of();
    }
    Map<String, String> passed = new LinkedHashMap<>();
    properties
        .fields()
        .getOrDefault("Parameters", resource)
        .fields()
        .forEach((name, value) -> passed.put(name, parameter(functions, value)));
    Document template = document.files().open(file.get(), resource.location());
    StackScope inner = scope.nested(template.root(), passed);
    return new CloudFormationTemplate(template, inner, stack + id + "/", depth + 1, lambdas)
        .machines();
  }

  private static String parameter(Functions functions, LocatedNode value) {
    return String.join(",", functions.list(asList(value)).stream().map(PlacedText::text).toList());
  }

  private static LocatedNode asList(LocatedNode value) {
    return value.value().isArray() || value.value().isObject()
        ? value
        : LocatedNode.array(value.position(), List.of(value));
  }

  private static Optional<String> metadata(LocatedNode resource, String name) {
    return Optional.ofNullable(resource.fields().get("Metadata"))
        .flatMap(metadata -> textOf(metadata, name));
  }

  private static Optional<String> textOf(LocatedNode node, String field) {
    return Optional.of(text(node, field)).filter(text -> !text.isEmpty());
  }

  private static String text(LocatedNode node, String field) {
    LocatedNode found = node.fields().get(field);
    return found == null || !found.value().isTextual() ? "" : found.value().asText();
  }
}

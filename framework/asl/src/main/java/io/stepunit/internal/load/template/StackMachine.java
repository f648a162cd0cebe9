package io.stepunit.internal.load.template;

import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.model.DeployedFunction;
import io.stepunit.internal.model.TemplateResources;
import io.stepunit.internal.model.read.LocatedNode;
import io.stepunit.internal.model.read.NodePosition;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One state machine of a SAM or CloudFormation template.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-statemachine.html">AWS::Serverless::StateMachine</a>
 */
final class StackMachine {
  private static final String[] DEFINITIONS = {
    "Definition", "DefinitionString", "DefinitionUri", "DefinitionS3Location"
  };

  private final Document document;
  private final LocatedNode resource;
  private final LocatedNode properties;
  private final StackScope scope;
  private final Functions functions;
  private final List<DeployedFunction> lambdas;

  /**
   * @param lambdas the Lambda functions that are deployed beside the machine
   */
  StackMachine(
      Document document, LocatedNode resource, StackScope scope, List<DeployedFunction> lambdas) {
    this.document = document;
    this.resource = resource;
    this.properties = resource.fields().getOrDefault("Properties", resource);
    this.scope = scope;
    this.functions = new Functions(document, scope);
    this.lambdas = lambdas;
  }

  RawMachine read() {
    Map<String, String> substitutions = substitutions();
    LocatedNode definition = definition(substitutions);
    return new RawMachine(
        definition,
        property("StateMachineName").or(() -> property("Name")).flatMap(this::closedText),
        property("StateMachineType").or(() -> property("Type")).flatMap(this::type),
        functions.deployed(),
        new TemplateResources(scope.resourceTypes(), lambdas));
  }

  private Optional<LocatedNode> property(String name) {
    return Optional.ofNullable(properties.fields().get(name)).filter(n -> !functions.isNoValue(n));
  }

  private Map<String, String> substitutions() {
    Map<String, String> substitutions = new LinkedHashMap<>();
    property("DefinitionSubstitutions")
        .ifPresent(
            node ->
                node.fields()
                    .forEach(
                        (name, value) -> substitutions.put(name, functions.text(value).text())));
    return substitutions;
  }

  private LocatedNode definition(Map<String, String> substitutions) {
    String present =
        Arrays.stream(DEFINITIONS)
            .filter(name -> property(name).isPresent())
            .findFirst()
            .orElseThrow(this::noDefinition);
    LocatedNode node = chosen(property(present).orElseThrow());
    return switch (present) {
      case "Definition" -> inTree(node, substitutions);
      case "DefinitionString" -> {
        Optional<LocatedNode> object = Optional.ofNullable(node.fields().get("Fn::ToJsonString"));
        yield object.isPresent()
            ? inTree(object.get(), substitutions)
            : inText(functions.text(node), substitutions);
      }
      default -> inFile(node, present, substitutions);
    };
  }

  /** The branch of an {@code Fn::If} around the whole definition. */
  private LocatedNode chosen(LocatedNode node) {
    return TemplateFunction.in(node)
        .filter(function -> function.name().equals("Fn::If"))
        .map(function -> chosen(functions.branch(function, node)))
        .orElse(node);
  }

  private LocatedNode inTree(LocatedNode node, Map<String, String> substitutions) {
    return new Resolver(
            document,
            functions,
            text -> Placeholders.replace(text, name -> value(name, substitutions)))
        .definition(node);
  }

  private LocatedNode inText(PlacedText text, Map<String, String> substitutions) {
    return document.files().parse(substituted(text, substitutions));
  }

  private PlacedText substituted(PlacedText text, Map<String, String> substitutions) {
    return Placeholders.replace(
        text, name -> value(name, substitutions).map(value -> document.at(properties, value)));
  }

  /** The test's own value wins over the template's. */
  private Optional<String> value(String name, Map<String, String> substitutions) {
    return scope.given().of(name).or(() -> Optional.ofNullable(substitutions.get(name)));
  }

  private LocatedNode inFile(LocatedNode node, String property, Map<String, String> substitutions) {
    boolean object = node.value().isObject() && TemplateFunction.in(node).isEmpty();
    String path = object ? asset(node, property) : functions.text(node).text();
    if (RemotePlace.is(path)) {
      throw document.files().inS3(property, node.location());
    }
    return inText(document.files().read(path, node.location()), substitutions);
  }

  /** CDK puts what it will upload beside the template. */
  private String asset(LocatedNode location, String property) {
    return Optional.ofNullable(location.fields().get("Key"))
        .map(key -> "asset." + functions.text(key).text())
        .filter(document.files()::exists)
        .orElseThrow(() -> document.files().inS3(property, location.location()));
  }

  private RuntimeException noDefinition() {
    return document
        .files()
        .problem(
            "The state machine has no definition",
            resource.location(),
            "expected one of " + String.join(", ", DEFINITIONS));
  }

  private Optional<String> closedText(LocatedNode node) {
    return Optional.of(functions.text(node).text()).filter(text -> !Placeholders.in(text));
  }

  private Optional<WorkflowType> type(LocatedNode node) {
    return closedText(node).map(text -> type(document, text, node.position()));
  }

  /** A type as files write it; Serverless files may write it in lower case. */
  static WorkflowType type(Document document, String text, NodePosition place) {
    return Arrays.stream(WorkflowType.values())
        .filter(type -> type.name().equals(text.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                document
                    .files()
                    .problem(
                        "A state machine's type is STANDARD or EXPRESS",
                        place.location(),
                        "found '" + text + "'"));
  }
}

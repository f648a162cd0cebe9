package io.stepunit.internal.load.template;

import io.stepunit.internal.model.TemplateResources;
import io.stepunit.internal.model.read.LocatedNode;
import io.stepunit.internal.model.read.NodePosition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The state machines of a file of the Serverless Framework with the plugin
 * serverless-step-functions: {@code stepFunctions.stateMachines}.
 */
final class ServerlessFile {
  private static final Pattern FILE = Pattern.compile("\\$\\{file\\(([^)]+)\\)}");
  private static final Pattern FALLBACK = Pattern.compile("([^,]+),\\s*['\"]?([^'\"]*)['\"]?");
  private static final String SELF = "self:";

  private final Document document;
  private final GivenValues given;
  private final StackScope scope;
  private final Functions functions;
  private final Set<String> open = new HashSet<>();

  private ServerlessFile(Document document, GivenValues given) {
    this.document = document;
    this.given = given;
    this.scope = new StackScope(stack(document.root()), given);
    this.functions = new Functions(document, scope);
  }

  /** The CloudFormation template within the file. */
  private static LocatedNode stack(LocatedNode root) {
    return root.fields().getOrDefault("resources", root);
  }

  static boolean is(Document document) {
    return stateMachines(document).isPresent();
  }

  private static Optional<LocatedNode> stateMachines(Document document) {
    return Optional.ofNullable(document.root().fields().get("stepFunctions"))
        .flatMap(section -> Optional.ofNullable(section.fields().get("stateMachines")));
  }

  static List<FoundMachine> machines(Document document, GivenValues given) {
    ServerlessFile file = new ServerlessFile(document, given);
    List<FoundMachine> found = new ArrayList<>();
    stateMachines(document)
        .orElse(document.root())
        .fields()
        .forEach(
            (key, machine) -> {
              List<String> names = file.text(machine, "name").map(List::of).orElse(List.of());
              found.add(new FoundMachine(key, names, () -> file.read(machine)));
            });
    return found;
  }

  private RawMachine read(LocatedNode machine) {
    LocatedNode definition = machine.fields().get("definition");
    if (definition == null) {
      throw document
          .files()
          .problem(
              "The state machine has no definition",
              machine.location(),
              "expected the field 'definition'");
    }
    NodePosition place = machine.position();
    return new RawMachine(
        read(definition, document),
        text(machine, "name").filter(name -> !Placeholders.in(name)),
        text(machine, "type").map(type -> StackMachine.type(document, type, place)),
        functions.deployed(),
        new TemplateResources(scope.resourceTypes(), List.of()));
  }

  private LocatedNode read(LocatedNode definition, Document in) {
    Matcher file = FILE.matcher(definition.value().isTextual() ? definition.value().asText() : "");
    if (!file.matches()) {
      return new Resolver(in, functions, this::replace).definition(definition);
    }
    String path = file.group(1);
    if (RemotePlace.is(path)) {
      throw in.files().inS3("definition", definition.location());
    }
    PlacedText text = in.files().read(path, definition.location());
    PlacedText replaced =
        Placeholders.replace(text, name -> value(name).map(value -> in.at(definition, value)));
    return in.files()
        .parse(
            Placeholders.replaceHashed(
                replaced, name -> in.at(definition, functions.substituted(name))));
  }

  /** The plugin serverless-pseudo-parameters makes {@code Fn::Sub} of {@code #{…}}. */
  private String replace(String text) {
    return Placeholders.replaceHashed(
        Placeholders.replace(text, this::value), functions::substituted);
  }

  /** {@code self:custom.table}, or {@code opt:stage, 'dev'} by what stands behind the comma. */
  private Optional<String> value(String name) {
    Matcher fallback = FALLBACK.matcher(name);
    if (given.of(name).isPresent() || !open.add(name)) {
      return given.of(name);
    }
    Optional<String> value =
        fallback.matches()
            ? value(fallback.group(1).strip()).or(() -> Optional.of(fallback.group(2)))
            : Optional.of(name)
                .filter(variable -> variable.startsWith(SELF))
                .flatMap(variable -> own(variable.substring(SELF.length())))
                .or(
                    () ->
                        Optional.of(name)
                            .filter(n -> n.startsWith("AWS::"))
                            .flatMap(given::ofPseudoParameter));
    open.remove(name);
    return value;
  }

  private Optional<String> own(String path) {
    LocatedNode node = document.root();
    for (String part : path.split("\\.")) {
      node = node.fields().get(part);
      if (node == null) {
        return Optional.empty();
      }
    }
    return node.value().isValueNode()
        ? Optional.of(replace(node.value().asText()))
        : Optional.empty();
  }

  private Optional<String> text(LocatedNode node, String field) {
    return Optional.ofNullable(node.fields().get(field))
        .map(LocatedNode::value)
        .filter(value -> value.isTextual())
        .map(value -> replace(value.asText()));
  }
}

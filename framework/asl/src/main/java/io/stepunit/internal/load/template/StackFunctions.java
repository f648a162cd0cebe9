package io.stepunit.internal.load.template;

import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.internal.model.DeployedFunction;
import io.stepunit.internal.model.read.LocatedNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The Lambda functions of a SAM or CloudFormation template. What cannot be read of one is no
 * problem of the machine beside it, and is left out.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html">AWS::Serverless::Function</a>
 */
final class StackFunctions {
  private static final String SAM_FUNCTION = "AWS::Serverless::Function";

  private static final Set<String> FUNCTIONS = Set.of(SAM_FUNCTION, "AWS::Lambda::Function");

  /** What calls a function under a name of its own. */
  private static final Set<String> QUALIFIED = Set.of("AWS::Lambda::Alias", "AWS::Lambda::Version");

  private final LocatedNode root;
  private final StackScope scope;
  private final Functions functions;

  private StackFunctions(Document document, StackScope scope) {
    this.root = document.root();
    this.scope = scope;
    this.functions = new Functions(document, scope);
  }

  static List<DeployedFunction> of(Document document, StackScope scope) {
    Document quiet =
        new Document(
            document.file(),
            document.text(),
            document.root(),
            document.notes(),
            new QuietFiles(document.files()));
    return new StackFunctions(quiet, scope).all();
  }

  private List<DeployedFunction> all() {
    Map<String, Set<String>> qualified = qualifiedNames();
    List<DeployedFunction> all = new ArrayList<>();
    resources()
        .forEach(
            (id, resource) -> {
              if (FUNCTIONS.contains(typeOf(resource))) {
                all.add(function(id, resource, qualified.getOrDefault(id, Set.of())));
              }
            });
    return all;
  }

  private Map<String, LocatedNode> resources() {
    return field(root, "Resources").map(LocatedNode::fields).orElse(Map.of());
  }

  /** The logical ids of aliases and versions, by that of their function. */
  private Map<String, Set<String>> qualifiedNames() {
    Map<String, Set<String>> names = new LinkedHashMap<>();
    resources()
        .forEach(
            (id, resource) -> {
              if (QUALIFIED.contains(typeOf(resource))) {
                field(resource, "Properties")
                    .flatMap(properties -> text(properties, "FunctionName"))
                    .map(StackFunctions::withoutMarks)
                    .ifPresent(
                        function ->
                            names.computeIfAbsent(function, f -> new LinkedHashSet<>()).add(id));
              }
            });
    return names;
  }

  /** {@code ${Charge.Arn}} and {@code ${Charge}} are Charge. */
  private static String withoutMarks(String placeholder) {
    return placeholder.replaceAll("^\\$\\{([^}]*?)(\\.Arn)?}$", "$1");
  }

  private DeployedFunction function(String id, LocatedNode resource, Set<String> qualified) {
    Properties properties = new Properties(resource);
    Set<String> names = new LinkedHashSet<>(qualified);
    properties.text("FunctionName").ifPresent(names::add);
    scope.given().of(id + ".Arn").flatMap(StackFunctions::nameIn).ifPresent(names::add);
    if (typeOf(resource).equals(SAM_FUNCTION)) {
      names.add(id + ".Alias");
      names.add(id + ".Version");
    }
    return new DeployedFunction(
        id,
        names,
        properties.text("Handler"),
        properties.text("Runtime"),
        properties.variables(),
        properties.text("Timeout").flatMap(StackFunctions::seconds),
        resource.location());
  }

  /** The name in the ARN that a test gave the function. */
  private static Optional<String> nameIn(String arn) {
    String[] parts = arn.split(":");
    return parts.length > 6 ? Optional.of(parts[6]) : Optional.empty();
  }

  private static Optional<Duration> seconds(String text) {
    return text.matches("\\d{1,5}")
        ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
        : Optional.empty();
  }

  private static String typeOf(LocatedNode resource) {
    return field(resource, "Type").map(type -> type.value().asText()).orElse("");
  }

  private static Optional<LocatedNode> field(LocatedNode node, String name) {
    return Optional.ofNullable(node.fields().get(name));
  }

  private Optional<String> text(LocatedNode node, String field) {
    return field(node, field).filter(found -> !functions.isNoValue(found)).flatMap(this::text);
  }

  private Optional<String> text(LocatedNode node) {
    try {
      return Optional.of(functions.text(node).text());
    } catch (InvalidDefinitionException unknown) {
      return Optional.empty();
    }
  }

  /** The properties of one function, with SAM's {@code Globals} behind them. */
  private final class Properties {
    /** The function's own first. */
    private final List<LocatedNode> levels = new ArrayList<>();

    private Properties(LocatedNode resource) {
      field(resource, "Properties").ifPresent(levels::add);
      if (typeOf(resource).equals(SAM_FUNCTION)) {
        field(root, "Globals")
            .flatMap(globals -> field(globals, "Function"))
            .ifPresent(levels::add);
      }
    }

    private Optional<String> text(String name) {
      return levels.stream()
          .flatMap(level -> StackFunctions.this.text(level, name).stream())
          .findFirst();
    }

    private Map<String, String> variables() {
      Map<String, String> variables = new LinkedHashMap<>();
      levels.stream()
          .flatMap(level -> field(level, "Environment").stream())
          .flatMap(environment -> field(environment, "Variables").stream())
          .flatMap(found -> found.fields().keySet().stream().map(name -> Map.entry(name, found)))
          .forEach(
              entry ->
                  StackFunctions.this
                      .text(entry.getValue(), entry.getKey())
                      .ifPresent(value -> variables.putIfAbsent(entry.getKey(), value)));
      return variables;
    }
  }
}

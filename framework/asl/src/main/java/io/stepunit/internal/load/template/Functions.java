package io.stepunit.internal.load.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.read.LocatedNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Evaluates CloudFormation's functions to texts. What is not known before deployment, such as an
 * ARN, becomes a placeholder that people can read: {@code ${ChargeFunction.Arn}}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html">Intrinsic
 *     function reference</a>
 */
final class Functions {
  private final Document document;
  private final StackScope scope;
  private final StackConditions conditions;
  private final Set<String> deployed = new TreeSet<>();

  Functions(Document document, StackScope scope) {
    this.document = document;
    this.scope = scope;
    this.conditions = new StackConditions(scope, node -> text(node).text());
  }

  /** The placeholders so far that stand for what deployment makes. */
  Set<String> deployed() {
    return deployed;
  }

  /** The text that a node gives: its own, that of its number, or a function's. */
  PlacedText text(LocatedNode node) {
    Optional<TemplateFunction> function = TemplateFunction.in(node);
    if (function.isPresent()) {
      return text(function.get(), node);
    }
    if (node.value().isTextual()) {
      return document.placed(node);
    }
    if (node.value().isContainerNode()) {
      throw document
          .files()
          .problem(
              "Expected a string, or a function that returns one",
              node.location(),
              node.value().isObject() ? "found an object" : "found an array");
    }
    return document.at(node, node.value().asText());
  }

  private PlacedText text(TemplateFunction function, LocatedNode node) {
    LocatedNode argument = function.argument();
    return switch (function.name()) {
      case "Ref" ->
          known(node, argument.value().asText(), scope.reference(argument.value().asText()));
      case "Fn::GetAtt" -> named(node, attribute(function));
      case "Fn::ImportValue" -> named(node, text(argument).text());
      case "Fn::Sub" -> substitute(function, node);
      case "Fn::Join" -> join(function, node);
      case "Fn::Select" -> select(function, node);
      case "Fn::FindInMap" -> findInMap(function, node);
      case "Fn::If" -> text(branch(function, node));
      case "Fn::Base64" -> base64(node, text(argument).text());
      case "Fn::ToJsonString" -> document.at(node, Json.text(argument.value()));
      case "Fn::Transform" -> throw macro(node);
      default -> known(node, function.name(), Optional.empty());
    };
  }

  /** What {@code ${name}} gives in {@code Fn::Sub}. */
  String substituted(String name) {
    return known(name, scope.reference(name));
  }

  private PlacedText known(LocatedNode node, String name, Optional<String> value) {
    return document.at(node, known(name, value));
  }

  private String known(String name, Optional<String> value) {
    if (value.isPresent()) {
      return value.get();
    }
    String placeholder = Placeholders.of(name);
    deployed.add(placeholder);
    return placeholder;
  }

  /** What only the test can know. */
  private PlacedText named(LocatedNode node, String name) {
    return known(
        node,
        name,
        scope.given().of(Placeholders.first(name).map(open -> plain(name)).orElse(name)));
  }

  private static String plain(String name) {
    return name.replace("${", "").replace("}", "");
  }

  private String attribute(TemplateFunction function) {
    return String.join(".", function.arguments().stream().map(part -> text(part).text()).toList());
  }

  private PlacedText substitute(TemplateFunction function, LocatedNode node) {
    List<LocatedNode> arguments = arguments(function, node, 1);
    Map<String, LocatedNode> variables =
        arguments.size() > 1 ? arguments.get(1).fields() : Map.of();
    return Placeholders.replace(
        text(arguments.get(0)), name -> Optional.of(variable(name, variables, node)));
  }

  private PlacedText variable(String name, Map<String, LocatedNode> variables, LocatedNode node) {
    if (name.startsWith("!")) {
      return document.at(node, "${" + name.substring(1) + "}");
    }
    LocatedNode variable = variables.get(name);
    return variable != null ? text(variable) : known(node, name, scope.reference(name));
  }

  private PlacedText join(TemplateFunction function, LocatedNode node) {
    List<LocatedNode> arguments = arguments(function, node, 2);
    String delimiter = text(arguments.get(0)).text();
    PlacedText.Builder joined = new PlacedText.Builder(document.file());
    boolean first = true;
    for (PlacedText item : list(arguments.get(1))) {
      if (!first) {
        joined.append(delimiter, node.position().line(), node.position().column());
      }
      joined.append(item);
      first = false;
    }
    return joined.build();
  }

  /** The item, or where the list is not known, the text that it would be made of. */
  private PlacedText select(TemplateFunction function, LocatedNode node) {
    List<LocatedNode> arguments = arguments(function, node, 2);
    List<PlacedText> items = list(arguments.get(1));
    String index = text(arguments.get(0)).text();
    boolean number = index.matches("\\d{1,6}");
    if (number && Integer.parseInt(index) < items.size()) {
      return items.get(Integer.parseInt(index));
    }
    boolean open = !number || items.stream().anyMatch(item -> Placeholders.in(item.text()));
    if (!open || items.isEmpty()) {
      throw document
          .files()
          .problem(
              "Fn::Select has no item " + index,
              node.location(),
              "the list has " + items.size() + ", counted from 0");
    }
    return items.get(0);
  }

  private PlacedText findInMap(TemplateFunction function, LocatedNode node) {
    List<LocatedNode> arguments = arguments(function, node, 3);
    List<String> keys = arguments.subList(0, 3).stream().map(key -> text(key).text()).toList();
    Optional<LocatedNode> found = scope.mapping(keys);
    if (found.isPresent()) {
      return document.at(node, text(found.get()).text());
    }
    return arguments.size() > 3 && arguments.get(3).fields().containsKey("DefaultValue")
        ? text(arguments.get(3).fields().get("DefaultValue"))
        : named(node, String.join(".", keys));
  }

  private PlacedText base64(LocatedNode node, String text) {
    return document.at(
        node,
        Placeholders.in(text)
            ? text
            : Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** The items of a list: written out, split, or a parameter's. */
  List<PlacedText> list(LocatedNode node) {
    Optional<TemplateFunction> function = TemplateFunction.in(node);
    if (function.isEmpty()) {
      return node.items().stream().filter(item -> !isNoValue(item)).map(this::text).toList();
    }
    TemplateFunction call = function.get();
    return switch (call.name()) {
      case "Fn::Split" -> split(call, node);
      case "Fn::If" -> list(branch(call, node));
      case "Ref" ->
          scope.isList(call.argument().value().asText())
              ? pieces(node, text(node).text(), ",")
              : List.of(text(node));
      default -> List.of(text(node));
    };
  }

  private List<PlacedText> split(TemplateFunction function, LocatedNode node) {
    List<LocatedNode> arguments = arguments(function, node, 2);
    return pieces(node, text(arguments.get(1)).text(), text(arguments.get(0)).text());
  }

  /** A delimiter within a placeholder splits nothing. */
  private List<PlacedText> pieces(LocatedNode node, String text, String delimiter) {
    List<PlacedText> pieces = new ArrayList<>();
    int from = 0;
    int at = 0;
    while (at < text.length()) {
      if (text.startsWith("${", at)) {
        int end = text.indexOf('}', at);
        at = end < 0 ? text.length() : end;
      } else if (!delimiter.isEmpty() && text.startsWith(delimiter, at)) {
        pieces.add(document.at(node, text.substring(from, at).strip()));
        at += delimiter.length();
        from = at;
      } else {
        at++;
      }
    }
    pieces.add(document.at(node, text.substring(from).strip()));
    return pieces;
  }

  /** Whether a node is a list by what gives it. */
  boolean isList(TemplateFunction function) {
    return function.name().equals("Fn::Split")
        || function.name().equals("Ref") && scope.isList(function.argument().value().asText());
  }

  boolean isNoValue(LocatedNode node) {
    JsonNode reference = node.value().path("Ref");
    return node.value().size() == 1 && reference.asText().equals("AWS::NoValue");
  }

  /** The branch of {@code Fn::If} that the condition chooses. */
  LocatedNode branch(TemplateFunction function, LocatedNode node) {
    List<LocatedNode> arguments = arguments(function, node, 3);
    String condition = arguments.get(0).value().asText();
    boolean holds =
        conditions
            .holds(condition)
            .orElseThrow(
                () ->
                    document
                        .files()
                        .problem(
                            "Condition '" + condition + "' depends on unknown values",
                            node.location(),
                            "set a value: \"" + condition + "\" is \"true\" or \"false\""));
    return arguments.get(holds ? 1 : 2);
  }

  private List<LocatedNode> arguments(TemplateFunction function, LocatedNode node, int least) {
    if (function.arguments().size() < least) {
      throw document
          .files()
          .problem(
              function.name() + " needs " + least + " arguments",
              node.location(),
              "found " + function.arguments().size());
    }
    return function.arguments();
  }

  private RuntimeException macro(LocatedNode node) {
    return document
        .files()
        .problem(
            "Fn::Transform is a macro, which only CloudFormation can run",
            node.location(),
            "load the definition's own file instead");
  }
}

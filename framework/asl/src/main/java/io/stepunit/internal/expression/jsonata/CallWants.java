package io.stepunit.internal.expression.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.stepunit.internal.expression.DataPath;
import io.stepunit.internal.expression.Wants;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.jsonata.Node;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Works back from the value of a call to what its first argument has to be. */
final class CallWants {
  private static final int MOST_ITEMS = 100;

  private final NodeWants wants;

  CallWants(NodeWants wants) {
    this.wants = wants;
  }

  Wants of(String function, List<Node> arguments, JsonNode wanted, Optional<DataPath> context) {
    if (arguments.isEmpty()) {
      return Wants.IMPOSSIBLE;
    }
    Node first = arguments.get(0);
    boolean holds = wanted.asBoolean();
    return switch (function) {
      case "not" -> wants.truth(first, !holds, context);
      case "boolean" -> wants.truth(first, holds, context);
      case "exists" -> wants.present(first, holds, context);
      case "count" -> ofSize(first, wanted, context);
      case "length" -> ofLength(first, wanted, context);
      case "contains" -> containing(first, arguments.get(1), holds, context);
      case "type" -> ofType(first, wanted.asText(), context);
      case "parse" -> wants.is(first, Json.NODES.textNode(Json.text(wanted)), context);
      case "uppercase" -> wants.is(first, lower(wanted), context);
      case "lowercase", "trim", "number", "string", "sum", "max", "min", "average" ->
          wants.is(first, wanted, context);
      case "lookup" -> member(first, arguments.get(1), wanted, context);
      default -> Wants.IMPOSSIBLE;
    };
  }

  private static JsonNode lower(JsonNode text) {
    return Json.NODES.textNode(text.asText().toLowerCase(Locale.ROOT));
  }

  private Wants ofSize(Node list, JsonNode wanted, Optional<DataPath> context) {
    if (!wanted.canConvertToInt() || wanted.intValue() < 0 || wanted.intValue() > MOST_ITEMS) {
      return Wants.IMPOSSIBLE;
    }
    if (wanted.intValue() == 1 && list instanceof Node.Filter) {
      return wants.present(list, true, context);
    }
    JsonNode item =
        wants
            .values()
            .of(list)
            .map(now -> now.isArray() ? now.path(0) : now)
            .filter(now -> !now.isMissingNode())
            .orElseGet(Json.NODES::objectNode);
    ArrayNode items = Json.NODES.arrayNode();
    for (int i = 0; i < wanted.intValue(); i++) {
      items.add(item);
    }
    return wants.is(list, items, context);
  }

  private Wants ofLength(Node text, JsonNode wanted, Optional<DataPath> context) {
    return wanted.canConvertToInt() && wanted.intValue() >= 0 && wanted.intValue() <= MOST_ITEMS
        ? wants.is(text, Json.NODES.textNode("x".repeat(wanted.intValue())), context)
        : Wants.IMPOSSIBLE;
  }

  private Wants containing(Node text, Node part, boolean holds, Optional<DataPath> context) {
    Optional<String> example =
        part instanceof Node.Regex regex
            ? RegexExample.of(NodeReads.pattern(regex))
            : wants.values().of(part).map(JsonNode::asText);
    return example
        .map(found -> Json.NODES.textNode(holds ? found : "?"))
        .map(found -> wants.is(text, found, context))
        .orElse(Wants.IMPOSSIBLE);
  }

  private Wants ofType(Node value, String type, Optional<DataPath> context) {
    JsonNode some =
        switch (type) {
          case "number" -> Json.NODES.numberNode(1);
          case "boolean" -> Json.NODES.booleanNode(true);
          case "array" -> Json.NODES.arrayNode();
          case "object" -> Json.NODES.objectNode();
          case "null" -> Json.NODES.nullNode();
          default -> Json.NODES.textNode("text");
        };
    return type.equals("undefined")
        ? wants.present(value, false, context)
        : wants.is(value, some, context);
  }

  private Wants member(Node object, Node key, JsonNode wanted, Optional<DataPath> context) {
    return wants
        .values()
        .of(key)
        .filter(JsonNode::isTextual)
        .map(
            name ->
                wants.is(
                    new Node.Path(
                        object, new Node.Name(name.textValue(), key.position()), key.position()),
                    wanted,
                    context))
        .orElse(Wants.IMPOSSIBLE);
  }
}

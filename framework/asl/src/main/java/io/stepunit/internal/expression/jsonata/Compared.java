package io.stepunit.internal.expression.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.DecidingValues;
import io.stepunit.internal.json.Json;
import java.util.List;
import java.util.stream.Stream;

/** The values with which a comparison comes out as it should. */
final class Compared {
  private Compared() {}

  /** What the left side may be. */
  static List<JsonNode> with(String operator, JsonNode right, boolean holds) {
    return near(operator, right).filter(left -> holds(operator, left, right) == holds).toList();
  }

  /** The operator with its sides exchanged. */
  static String turned(String operator) {
    return operator.contains("<") ? operator.replace('<', '>') : operator.replace('>', '<');
  }

  private static Stream<JsonNode> near(String operator, JsonNode value) {
    if (value.isContainerNode()) {
      return Stream.of(value, Json.NODES.textNode("text"));
    }
    boolean isOrder = value.isTextual() && !operator.contains("=");
    return (isOrder ? DecidingValues.inOrder(value.textValue()) : DecidingValues.around(value))
        .stream();
  }

  private static boolean holds(String operator, JsonNode left, JsonNode right) {
    boolean same = Json.sameValue(left, right);
    return switch (operator) {
      case "=" -> same;
      case "!=" -> !same;
      case "<" -> order(left, right) < 0;
      case "<=" -> order(left, right) <= 0;
      case ">" -> order(left, right) > 0;
      default -> order(left, right) >= 0;
    };
  }

  private static int order(JsonNode left, JsonNode right) {
    return left.isNumber() && right.isNumber()
        ? left.decimalValue().compareTo(right.decimalValue())
        : left.asText().compareTo(right.asText());
  }
}

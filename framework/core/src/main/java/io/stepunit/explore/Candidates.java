package io.stepunit.explore;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/** The values on both sides of what a Choice compares with. */
final class Candidates {
  private Candidates() {}

  static List<JsonNode> around(JsonNode literal) {
    if (literal.isNumber()) {
      BigDecimal number = literal.decimalValue();
      return List.of(
          literal,
          Json.NODES.numberNode(number.add(BigDecimal.ONE)),
          Json.NODES.numberNode(number.subtract(BigDecimal.ONE)));
    }
    if (literal.isBoolean()) {
      return List.of(literal, Json.NODES.booleanNode(!literal.booleanValue()));
    }
    String text = literal.asText();
    return List.of(Json.NODES.textNode(text), Json.NODES.textNode("not " + text));
  }

  static List<JsonNode> around(Instant time) {
    return List.of(
        text(time), text(time.plus(Duration.ofDays(1))), text(time.minus(Duration.ofDays(1))));
  }

  /** The same for the text of a time; any text will do where it is none. */
  static List<JsonNode> aroundTime(String text) {
    try {
      return around(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return around(Json.NODES.textNode(text));
    }
  }

  /** A text that matches a pattern with {@code *}, and one that does not. */
  static List<JsonNode> aroundPattern(String pattern) {
    String matching = pattern.replace("\\*", "\u0000").replace("*", "x").replace("\u0000", "*");
    return List.of(Json.NODES.textNode(matching), Json.NODES.textNode("not " + matching));
  }

  private static JsonNode text(Instant time) {
    return Json.NODES.textNode(time.toString());
  }
}

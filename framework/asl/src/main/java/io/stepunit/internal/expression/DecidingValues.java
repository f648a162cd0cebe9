package io.stepunit.internal.expression;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Values on both sides of a comparison. */
public final class DecidingValues {
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final String OTHER = "not ";
  private static final JsonNode TEXT = Json.NODES.textNode("text");
  private static final Instant SOME_TIME = Instant.parse("2026-01-01T00:00:00Z");

  private static final Pattern SHORT_NUMBER = Pattern.compile("-?\\d{1,9}");

  private DecidingValues() {}

  /** The value and its neighbours. */
  public static List<JsonNode> around(JsonNode literal) {
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
    if (literal.isNull()) {
      return List.of(TEXT, literal);
    }
    String text = literal.asText();
    return withNumbers(text, List.of(Json.NODES.textNode(text), Json.NODES.textNode(OTHER + text)));
  }

  /** For a text that is a number also the texts of its neighbours, which may sort elsewhere. */
  private static List<JsonNode> withNumbers(String text, List<JsonNode> values) {
    if (!SHORT_NUMBER.matcher(text).matches()) {
      return values;
    }
    int number = Integer.parseInt(text);
    List<JsonNode> all = new ArrayList<>(values);
    all.add(Json.NODES.textNode(Integer.toString(number + 1)));
    all.add(Json.NODES.textNode(Integer.toString(number - 1)));
    return List.copyOf(all);
  }

  /** Whether a text stands for any other than some text. */
  public static boolean isOther(String text, String than) {
    return text.equals(OTHER + than);
  }

  /** The text, one that comes after it and one that comes before it. */
  public static List<JsonNode> inOrder(String text) {
    return withNumbers(
        text,
        List.of(
            Json.NODES.textNode(text), Json.NODES.textNode(text + "x"), Json.NODES.textNode("")));
  }

  /** The time, a day later and a day earlier. */
  public static List<JsonNode> around(Instant time) {
    return List.of(
        text(time), text(time.plus(Duration.ofDays(1))), text(time.minus(Duration.ofDays(1))));
  }

  /** The number or time in the middle of two; empty if they are neither, or the same. */
  public static Optional<JsonNode> between(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      BigDecimal sum = one.decimalValue().add(other.decimalValue());
      return Optional.<JsonNode>of(Json.NODES.numberNode(sum.multiply(HALF)))
          .filter(middle -> !Json.sameValue(one, other));
    }
    if (!one.isTextual() || !other.isTextual() || one.equals(other)) {
      return Optional.empty();
    }
    return Timestamps.parse(one.textValue())
        .flatMap(
            start ->
                Timestamps.parse(other.textValue())
                    .map(end -> text(start.plus(Duration.between(start, end).dividedBy(2)))));
  }

  /** The neighbours of some value of a kind, where another value of the data decides. */
  public static List<JsonNode> of(ValueKind kind) {
    return switch (kind) {
      case NUMBER -> around(Json.NODES.numberNode(1));
      case BOOLEAN -> around(Json.NODES.booleanNode(true));
      case TIMESTAMP -> around(SOME_TIME);
      case ANY, TEXT, ARRAY, OBJECT, JSON_TEXT -> around(TEXT);
    };
  }

  /** A value of a kind and one of another, for tests of types. */
  public static List<JsonNode> ofTypeTest(ValueKind kind) {
    return switch (kind) {
      case NUMBER, BOOLEAN, TIMESTAMP -> List.of(of(kind).get(0), TEXT);
      case ANY, TEXT, ARRAY, OBJECT, JSON_TEXT -> List.of(TEXT, Json.NODES.numberNode(1));
    };
  }

  private static JsonNode text(Instant time) {
    return Json.NODES.textNode(time.toString());
  }
}

package io.stepunit.explore;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Collects the values that make a comparison of a JSONPath Choice true, and false. */
final class ChoiceReads {
  private static final Instant SOME_TIME = Instant.parse("2026-01-01T00:00:00Z");
  private static final JsonNode TEXT = Json.NODES.textNode("text");
  private static final JsonNode ONE = Json.NODES.numberNode(1);

  private final Reads reads;

  ChoiceReads(Reads reads) {
    this.reads = reads;
  }

  void rule(JsonNode rule) {
    String variable = rule.get("Variable").asText();
    for (Map.Entry<String, JsonNode> field : rule.properties()) {
      compare(variable, field.getKey(), field.getValue());
    }
  }

  private void compare(String variable, String operator, JsonNode operand) {
    if (operator.startsWith("Is")) {
      test(variable, operator);
    } else if (operator.endsWith("Path")) {
      paths(variable, operator, operand.asText());
    } else if (operator.equals("StringMatches")) {
      mayBe(variable, Candidates.aroundPattern(operand.asText()));
    } else if (operator.startsWith("Timestamp")) {
      mayBe(variable, Candidates.aroundTime(operand.asText()));
    } else if (operator.startsWith("String")
        || operator.startsWith("Numeric")
        || operator.startsWith("Boolean")) {
      mayBe(variable, Candidates.around(operand));
    }
  }

  private void test(String variable, String operator) {
    switch (operator) {
      case "IsPresent" -> reads.readAtAllDepths(variable, Wanted::mayBeMissing);
      case "IsNull" -> mayBe(variable, List.of(TEXT, Json.NODES.nullNode()));
      case "IsNumeric" -> mayBe(variable, List.of(ONE, TEXT));
      case "IsBoolean" -> mayBe(variable, List.of(Json.NODES.booleanNode(true), TEXT));
      case "IsTimestamp" ->
          mayBe(variable, List.of(Json.NODES.textNode(SOME_TIME.toString()), TEXT));
      default -> mayBe(variable, List.of(TEXT, ONE));
    }
  }

  private void paths(String variable, String operator, String other) {
    List<JsonNode> values =
        operator.startsWith("Numeric")
            ? Candidates.around(ONE)
            : operator.startsWith("Boolean")
                ? Candidates.around(Json.NODES.booleanNode(true))
                : operator.startsWith("Timestamp")
                    ? Candidates.around(SOME_TIME)
                    : Candidates.around(TEXT);
    mayBe(variable, values);
    reads.readAtAllDepths(other, wanted -> wanted.mayBe(values.get(0)));
  }

  private void mayBe(String variable, List<JsonNode> values) {
    values.forEach(value -> reads.readAtAllDepths(variable, wanted -> wanted.mayBe(value)));
  }
}

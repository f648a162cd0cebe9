package io.stepunit.internal.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * Answers as they stand on the wire: members in the order of their names, times as seconds with up
 * to three decimals. All members that end so are times, and no others; data of users is text there.
 */
final class AnswerForm {
  private static final int MILLIS = 3;

  private AnswerForm() {}

  static JsonNode of(JsonNode answer) {
    if (answer instanceof ArrayNode items) {
      ArrayNode formed = Json.NODES.arrayNode(items.size());
      items.forEach(item -> formed.add(of(item)));
      return formed;
    }
    if (!(answer instanceof ObjectNode members)) {
      return answer;
    }
    ObjectNode formed = Json.sorted(members);
    formed
        .properties()
        .forEach(
            member ->
                member.setValue(
                    isTime(member.getKey(), member.getValue())
                        ? seconds(member.getValue().textValue())
                        : of(member.getValue())));
    return formed;
  }

  private static boolean isTime(String name, JsonNode value) {
    return value.isTextual() && (name.endsWith("Date") || name.equals("timestamp"));
  }

  private static JsonNode seconds(String time) {
    Instant instant = OffsetDateTime.parse(time).toInstant();
    long millis = instant.toEpochMilli();
    return millis % 1_000 == 0
        ? Json.NODES.numberNode(instant.getEpochSecond())
        : Json.NODES.numberNode(BigDecimal.valueOf(millis, MILLIS).stripTrailingZeros());
  }
}

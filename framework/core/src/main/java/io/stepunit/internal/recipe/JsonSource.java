package io.stepunit.internal.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.target.JavaText;
import java.util.Map;
import java.util.stream.Collectors;

/** JSON as an argument in Java source. */
public final class JsonSource {
  private static final int FIELDS = 4;
  private static final int LONGEST_LITERAL = 60;

  private JsonSource() {}

  /**
   * An expression for a value.
   *
   * @param indent how far the statement is indented that it stands in
   */
  public static String of(JsonNode json, String indent) {
    if (isFlat(json)) {
      return json.properties().stream()
          .map(JsonSource::entry)
          .collect(Collectors.joining(", ", "Map.of(", ")"));
    }
    String text = Json.text(json);
    return text.length() <= LONGEST_LITERAL ? JavaText.literal(text) : block(json, indent);
  }

  /** An object that {@code Map.of} can write without casts, which has no null. */
  private static boolean isFlat(JsonNode json) {
    return json.isObject()
        && json.size() <= FIELDS
        && json.properties().stream().allMatch(field -> isPlain(field.getValue()));
  }

  private static boolean isPlain(JsonNode value) {
    return value.isTextual() || value.isBoolean() || value.isInt();
  }

  private static String entry(Map.Entry<String, JsonNode> field) {
    JsonNode value = field.getValue();
    return JavaText.literal(field.getKey())
        + ", "
        + (value.isTextual() ? JavaText.literal(value.textValue()) : value.asText());
  }

  private static String block(JsonNode json, String indent) {
    String inner = indent + "    ";
    String text = Json.pretty(json).replace("\\", "\\\\").replace("\"\"\"", "\\\"\\\"\\\"");
    return "\n"
        + inner
        + "\"\"\"\n"
        + text.lines().map(line -> inner + line + "\n").collect(Collectors.joining())
        + inner
        + "\"\"\"";
  }
}

package io.stepunit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.internal.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tags of one resource, by their keys, in which capitals count. */
final class Tags {
  private static final int MOST = 50;
  private static final String SYSTEM = "aws:";

  private final Map<String, String> values = new LinkedHashMap<>();

  /**
   * Adds tags, and replaces those of the same keys.
   *
   * @param tags {@code [{"key": …, "value": …}]}
   * @throws StepFunctionsException {@code AccessDeniedException} or {@code TooManyTags}; nothing
   *     has changed then
   */
  void add(JsonNode tags) {
    Map<String, String> all = new LinkedHashMap<>(values);
    for (JsonNode tag : tags) {
      String key = tag.path("key").asText();
      if (key.startsWith(SYSTEM)) {
        throw new StepFunctionsException(
            "AccessDeniedException", "Caller is an end user and not allowed to mutate system tags");
      }
      all.put(key, tag.path("value").asText());
    }
    if (all.size() > MOST) {
      throw new StepFunctionsException(
          "TooManyTags", "A resource can have " + MOST + " tags, not " + all.size() + ".");
    }
    values.putAll(all);
  }

  /** Removes the tags of these keys, as far as there are any. */
  void remove(JsonNode keys) {
    keys.forEach(key -> values.remove(key.asText()));
  }

  ArrayNode json() {
    ArrayNode json = Json.NODES.arrayNode();
    values.forEach((key, value) -> json.addObject().put("key", key).put("value", value));
    return json;
  }
}

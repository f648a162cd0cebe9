package io.stepunit.internal.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.SentJson;

/** How a history shows the data of its events. */
@FunctionalInterface
public interface DataForm {
  /** As the service does: as text inside the JSON. */
  DataForm TEXT = (name, value) -> Json.NODES.textNode(SentJson.text(value));

  /**
   * What stands for a value.
   *
   * @param name of the member: {@code input}, {@code output}, {@code parameters}, or a variable's
   */
  JsonNode of(String name, JsonNode value);
}

package io.stepunit.internal.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;

/**
 * Data of a world's record: as it is, its text where it is deep, or the beginning of its text where
 * it is long.
 */
final class BoundedData {
  static final int MOST_BYTES = 16 * 1024;

  private BoundedData() {}

  /** Puts data under a name; its size under {@code <name>Bytes} if only its beginning is kept. */
  static void put(ObjectNode json, String name, JsonNode data) {
    int size = Json.size(data);
    if (size > MOST_BYTES) {
      json.put(name, ShortText.cut(Json.text(data), MOST_BYTES));
      json.put(name + "Bytes", size);
    } else if (Json.isDeeper(data, Data.DEEPEST)) {
      json.put(name, Json.text(data));
    } else {
      json.set(name, data);
    }
  }
}

package io.stepunit.internal.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;

/** Data of a world's record: as it is, or the beginning of its text where it is long. */
final class BoundedData {
  static final int MOST_BYTES = 16 * 1024;

  private BoundedData() {}

  /** Puts data under a name; its size under {@code <name>Bytes} if only its beginning is kept. */
  static void put(ObjectNode json, String name, JsonNode data) {
    int size = Json.size(data);
    if (size <= MOST_BYTES) {
      json.set(name, data);
    } else {
      json.put(name, ShortText.cut(Json.text(data), MOST_BYTES));
      json.put(name + "Bytes", size);
    }
  }
}

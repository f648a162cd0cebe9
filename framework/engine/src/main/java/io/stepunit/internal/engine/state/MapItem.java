package io.stepunit.internal.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.SentJson;
import org.jspecify.annotations.Nullable;

/**
 * One item of a Map, which its iteration sees as {@code $$.Map.Item}.
 *
 * @param index 0-based
 * @param key the field's name where the Map goes over an object, else null
 * @param value the item
 * @param source in distributed mode where the item comes from, else null
 */
public record MapItem(int index, @Nullable String key, JsonNode value, @Nullable String source) {
  public MapItem {
    value = SentJson.withoutText(value);
  }

  /** An item of an inline Map. */
  MapItem(int index, @Nullable String key, JsonNode value) {
    this(index, key, value, null);
  }

  /** What a child execution gets of it without an ItemSelector: of a field its name, too. */
  JsonNode asInput() {
    if (key == null) {
      return value;
    }
    ObjectNode pair = Json.NODES.objectNode().put("Key", key);
    pair.set("Value", value);
    return pair;
  }

  /** The {@code Map} object of the context. */
  public JsonNode toContext() {
    ObjectNode map = Json.NODES.objectNode();
    ObjectNode item = map.putObject("Item").put("Index", index);
    if (key != null) {
      item.put("Key", key);
    }
    item.set("Value", value);
    if (source != null) {
      item.put("Source", source);
    }
    return map;
  }
}

package io.stepunit.internal.engine.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The items of an array or object in the state's data. */
final class StateItems implements Items {
  private static final String SOURCE = "STATE_DATA";

  private final Iterator<JsonNode> values;
  private final Iterator<Map.Entry<String, JsonNode>> fields;

  StateItems(JsonNode collection) {
    this.fields = collection.fields();
    this.values = collection.isObject() ? Collections.emptyIterator() : collection.elements();
  }

  @Override
  public @Nullable ReadItem next() {
    if (fields.hasNext()) {
      Map.Entry<String, JsonNode> field = fields.next();
      return new ReadItem(field.getKey(), field.getValue(), SOURCE);
    }
    return values.hasNext() ? new ReadItem(null, values.next(), SOURCE) : null;
  }
}

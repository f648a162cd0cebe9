package io.stepunit.internal.engine.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.jerolba.carpet.CarpetReader;
import com.jerolba.carpet.CloseableIterator;
import io.stepunit.bucket.StoredObject;
import io.stepunit.internal.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a Parquet file, as objects. */
final class ParquetItems implements Items {
  private final String source;

  @SuppressWarnings("rawtypes") // The library takes a class, and a class has no type arguments.
  private final CloseableIterator<Map> rows;

  @SuppressWarnings("rawtypes")
  ParquetItems(StoredObject object) throws IOException {
    this.source = Sources.of(object);
    this.rows = new CarpetReader<>(new ParquetBytes(object.bytes()), Map.class).iterator();
  }

  @Override
  public @Nullable ReadItem next() {
    return rows.hasNext() ? new ReadItem(null, object(rows.next()), source) : null;
  }

  @Override
  public void close() {
    try {
      rows.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode object(Map<?, ?> members) {
    ObjectNode object = Json.NODES.objectNode();
    members.forEach((name, value) -> object.set(String.valueOf(name), json(value)));
    return object;
  }

  /** Numbers, flags and texts are those of JSON; all else is text, as dates are. */
  private static JsonNode json(@Nullable Object value) {
    if (value == null) {
      return Json.NODES.nullNode();
    }
    if (value instanceof Map<?, ?> members) {
      return object(members);
    }
    if (value instanceof Collection<?> items) {
      ArrayNode array = Json.NODES.arrayNode();
      items.forEach(item -> array.add(json(item)));
      return array;
    }
    if (value instanceof Boolean flag) {
      return Json.NODES.booleanNode(flag);
    }
    return value instanceof Number
        ? Json.NODES.numberNode(new BigDecimal(value.toString()))
        : Json.NODES.textNode(value.toString());
  }
}

package io.stepunit.engine.map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.bucket.StoredObject;
import io.stepunit.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an object with comma-separated values, as objects with texts. As recorded, a short
 * row has empty texts where it ends, and a long row loses what is too much.
 */
final class CsvItems implements Items {
  private final String source;
  private final CsvReader reader;
  private final List<String> headers;

  /**
   * @param given the names of the columns; empty where the first row has them
   */
  CsvItems(StoredObject object, char delimiter, Optional<List<String>> given) {
    this.source = Sources.of(object);
    try {
      this.reader = new CsvReader(ObjectStream.text(object), delimiter);
      List<String> first = given.isPresent() ? given.get() : reader.next();
      this.headers = checked(object, first);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> checked(StoredObject object, @Nullable List<String> headers) {
    if (headers == null || headers.isEmpty()) {
      throw ItemReaderException.of("CSV headers cannot be empty: " + object.uri() + " has none.");
    }
    if (new HashSet<>(headers).size() < headers.size()) {
      throw ItemReaderException.of("CSV headers cannot contain duplicates.");
    }
    return List.copyOf(headers);
  }

  @Override
  public @Nullable ReadItem next() {
    try {
      List<String> row = reader.next();
      if (row == null) {
        return null;
      }
      ObjectNode item = Json.NODES.objectNode();
      for (int i = 0; i < headers.size(); i++) {
        item.put(headers.get(i), i < row.size() ? row.get(i) : "");
      }
      return new ReadItem(null, item, source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

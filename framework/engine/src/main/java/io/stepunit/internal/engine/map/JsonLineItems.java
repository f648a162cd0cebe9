package io.stepunit.internal.engine.map;

import io.stepunit.bucket.StoredObject;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The items of an object with one JSON value per line. */
final class JsonLineItems implements Items {
  private final StoredObject object;
  private final String source;
  private final BufferedReader reader;
  private int line;

  JsonLineItems(StoredObject object) {
    this.object = object;
    this.source = Sources.of(object);
    try {
      this.reader = new BufferedReader(ObjectStream.text(object));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public @Nullable ReadItem next() {
    try {
      String text = reader.readLine();
      line++;
      while (text != null && text.isBlank()) {
        text = reader.readLine();
        line++;
      }
      return text == null ? null : new ReadItem(null, Json.parseData(text), source);
    } catch (JsonTextException e) {
      throw ItemReaderException.of(
          "The object %s is not JSON Lines: line %s: %s"
              .formatted(object.uri(), line, e.getMessage()));
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

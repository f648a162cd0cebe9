package io.stepunit.internal.engine.map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.bucket.StoredObject;
import io.stepunit.internal.json.JsonArrayReader;
import io.stepunit.internal.json.JsonArrayReader.Found;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The items of a JSON array in an object, or the members of a JSON object, by their names. */
final class JsonItems implements Items {
  /** AWS's words where a file holds neither an array nor an object. */
  private static final String NO_ARRAY = "Attempting to map over non-iterable node.";

  private static final String NO_MATCH =
      "The provided ReaderConfig.ItemsPointer does not match any valid path in the JSON structure.";

  private final StoredObject object;
  private final String source;
  private final JsonArrayReader reader;

  /**
   * @param pointer where in the file the items are, empty for the whole file
   */
  JsonItems(StoredObject object, String pointer) {
    this.object = object;
    this.source = Sources.of(object);
    try {
      this.reader = new JsonArrayReader(ObjectStream.open(object));
      goTo(pointer);
    } catch (JsonProcessingException e) {
      throw noJson(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void goTo(String pointer) throws IOException {
    Found found;
    try {
      found = reader.goTo(pointer);
    } catch (IllegalArgumentException e) {
      found = Found.NOTHING;
    }
    if (found == Found.NOTHING && !pointer.isEmpty()) {
      throw ItemReaderException.inState(NO_MATCH);
    }
    if (found != Found.ITEMS) {
      throw ItemReaderException.of(NO_ARRAY);
    }
  }

  @Override
  public @Nullable ReadItem next() {
    try {
      JsonNode value = reader.next();
      return value == null ? null : new ReadItem(reader.name(), value, source);
    } catch (JsonProcessingException e) {
      throw noJson(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ItemReaderException noJson(JsonProcessingException e) {
    int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    return ItemReaderException.of(
        "The object %s is not JSON: line %s: %s"
            .formatted(object.uri(), line, e.getOriginalMessage().lines().findFirst().orElse("")));
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

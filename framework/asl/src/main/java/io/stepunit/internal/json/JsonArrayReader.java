package io.stepunit.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads the elements of a JSON array one by one, so that a large one costs no memory. */
public final class JsonArrayReader implements Closeable {
  private final JsonParser parser;
  private boolean ended;

  /**
   * @param in the JSON text in UTF-8
   * @throws IOException if it cannot be read
   */
  public JsonArrayReader(InputStream in) throws IOException {
    this.parser = Json.dataParser(in);
  }

  /**
   * Goes to the array.
   *
   * @param pointer a JSON pointer; an empty one stands for the whole document
   * @return what is there
   * @throws IOException if the text is not JSON
   */
  public Found goTo(String pointer) throws IOException {
    parser.nextToken();
    JsonPointer rest = JsonPointer.compile(pointer);
    while (!rest.matches()) {
      if (!descend(rest)) {
        return Found.NOTHING;
      }
      rest = rest.tail();
    }
    if (parser.currentToken() == null) {
      return Found.NOTHING;
    }
    return parser.currentToken() == JsonToken.START_ARRAY ? Found.ARRAY : Found.OTHER;
  }

  private boolean descend(JsonPointer step) throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      return toField(step.getMatchingProperty());
    }
    return parser.currentToken() == JsonToken.START_ARRAY && toElement(step.getMatchingIndex());
  }

  private boolean toField(String name) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean isIt = parser.getCurrentName().equals(name);
      parser.nextToken();
      if (isIt) {
        return true;
      }
      parser.skipChildren();
    }
    return false;
  }

  private boolean toElement(int index) throws IOException {
    for (int i = 0; index >= 0 && parser.nextToken() != JsonToken.END_ARRAY; i++) {
      if (parser.currentToken() == null) {
        return false;
      }
      if (i == index) {
        return true;
      }
      parser.skipChildren();
    }
    return false;
  }

  /**
   * The next element, null after the last.
   *
   * @throws IOException if the text is not JSON
   */
  public @Nullable JsonNode next() throws IOException {
    ended = ended || parser.nextToken() == JsonToken.END_ARRAY;
    return ended ? null : Json.readValue(parser);
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  /** What a pointer leads to. */
  public enum Found {
    /** An array. */
    ARRAY,
    /** Any other value. */
    OTHER,
    /** Nothing. */
    NOTHING
  }
}

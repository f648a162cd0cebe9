package io.stepunit.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the elements of a JSON array, or the members of an object, one by one, so that a large one
 * costs no memory.
 */
public final class JsonArrayReader implements Closeable {
  private final JsonParser parser;
  private boolean ended;
  private @Nullable String name;

  /**
   * @param in the JSON text in UTF-8
   * @throws IOException if it cannot be read
   */
  public JsonArrayReader(InputStream in) throws IOException {
    this.parser = Json.dataParser(in);
  }

  /**
   * Goes to the array or object.
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
    return parser.currentToken().isStructStart() ? Found.ITEMS : Found.OTHER;
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
   * The value of the next element or member, null after the last.
   *
   * @throws IOException if the text is not JSON
   */
  public @Nullable JsonNode next() throws IOException {
    if (ended) {
      return null;
    }
    JsonToken token = parser.nextToken();
    name = token == JsonToken.FIELD_NAME ? parser.getCurrentName() : null;
    if (name != null) {
      parser.nextToken();
    }
    ended = token == JsonToken.END_ARRAY || token == JsonToken.END_OBJECT;
    return ended ? null : TreeReader.read(parser);
  }

  /** The name of the member that was read last, null if it was an element of an array. */
  public @Nullable String name() {
    return name;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  /** What a pointer leads to. */
  public enum Found {
    /** An array or an object. */
    ITEMS,
    /** Any other value. */
    OTHER,
    /** Nothing. */
    NOTHING
  }
}

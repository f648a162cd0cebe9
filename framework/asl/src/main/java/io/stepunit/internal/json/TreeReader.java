package io.stepunit.internal.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads trees from a parser. An ObjectMapper would take many classes to do so. */
final class TreeReader {
  private TreeReader() {}

  /**
   * The only value of a text, null if there is none.
   *
   * @throws JsonParseException if there is more than one
   */
  static @Nullable JsonNode readOnly(JsonParser parser) throws IOException {
    if (parser.nextToken() == null) {
      return null;
    }
    JsonNode value = read(parser);
    if (parser.nextToken() != null) {
      throw new JsonParseException(
          parser, "expected the end of the text, but there is more after the value");
    }
    return value;
  }

  /** All values of a text, one after the other. */
  static List<JsonNode> readAll(JsonParser parser) throws IOException {
    List<JsonNode> values = new ArrayList<>();
    while (parser.nextToken() != null) {
      values.add(read(parser));
    }
    return values;
  }

  /** The value that begins at the parser's token. */
  static JsonNode read(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> readObject(parser);
      case START_ARRAY -> readArray(parser);
      case VALUE_STRING -> Json.NODES.textNode(parser.getText());
      case VALUE_NUMBER_INT -> readWhole(parser);
      case VALUE_NUMBER_FLOAT -> Json.NODES.numberNode(parser.getDecimalValue());
      case VALUE_TRUE -> Json.NODES.booleanNode(true);
      case VALUE_FALSE -> Json.NODES.booleanNode(false);
      case VALUE_NULL -> Json.NODES.nullNode();
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new JsonParseException(parser, "expected a value, but found " + token);
    };
  }

  private static JsonNode readObject(JsonParser parser) throws IOException {
    ObjectNode object = Json.NODES.objectNode();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      object.set(name, read(parser));
    }
    return object;
  }

  private static JsonNode readArray(JsonParser parser) throws IOException {
    ArrayNode array = Json.NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(read(parser));
    }
    return array;
  }

  private static JsonNode readWhole(JsonParser parser) throws IOException {
    return switch (parser.getNumberType()) {
      case INT -> Json.NODES.numberNode(parser.getIntValue());
      case LONG -> Json.NODES.numberNode(parser.getLongValue());
      default -> Json.NODES.numberNode(parser.getBigIntegerValue());
    };
  }
}

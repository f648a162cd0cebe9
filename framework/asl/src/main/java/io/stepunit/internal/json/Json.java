package io.stepunit.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Converts JSON text to trees and back.
 *
 * <p>Trees are immutable by convention: nothing in StepUnit changes a {@link JsonNode} after it was
 * made; code that passes one to user code passes a copy.
 */
public final class Json {
  /**
   * Creates nodes that keep a decimal number as it was written ({@code 1.10} stays {@code 1.10}).
   */
  public static final JsonNodeFactory NODES = new TreeNodes();

  /** A parser may refuse what is nested more deeply. */
  private static final int COPIED_LEVELS = 500;

  private static final JsonFactory DATA = new JsonFactory();

  private static final JsonFactory WRITTEN_BY_PEOPLE =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private Json() {}

  /**
   * Parses one JSON value that a person wrote: a key that is given twice in an object is refused.
   *
   * @throws JsonTextException if the text is not exactly one JSON value, with its line and column
   */
  public static JsonNode parse(String text) {
    return parse(text, WRITTEN_BY_PEOPLE);
  }

  /**
   * Parses one JSON value that comes from data: of a key that is given twice the last value counts.
   *
   * @throws JsonTextException if the text is not exactly one JSON value, with its line and column
   */
  public static JsonNode parseData(String text) {
    return parse(text, DATA);
  }

  /**
   * Parses the JSON values of a text that comes from data, which stand one after the other.
   *
   * @return none if the text is blank
   * @throws JsonTextException if there is something else, with its line and column
   */
  public static List<JsonNode> parseAllData(String text) {
    try {
      return TreeReader.readAll(new ExactNumbers(DATA.createParser(text)));
    } catch (JsonProcessingException e) {
      throw notJson(e);
    } catch (IOException e) {
      throw new UncheckedIOException("A text in memory could not be read", e);
    }
  }

  private static JsonNode parse(String text, JsonFactory factory) {
    try {
      JsonNode node = TreeReader.readOnly(new ExactNumbers(factory.createParser(text)));
      if (node == null) {
        throw new JsonTextException("the text is empty", 1, 1);
      }
      return node;
    } catch (JsonProcessingException e) {
      throw notJson(e);
    } catch (IOException e) {
      throw new UncheckedIOException("A text in memory could not be read", e);
    }
  }

  private static JsonTextException notJson(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    int line = at == null ? 1 : at.getLineNr();
    int column = at == null ? 1 : at.getColumnNr();
    return new JsonTextException(firstLine(e.getOriginalMessage()), line, column);
  }

  /** A parser for reading data piece by piece. */
  static JsonParser dataParser(InputStream in) throws IOException {
    return new ExactNumbers(DATA.createParser(in));
  }

  /** An empty object with room for so many members. */
  public static ObjectNode objectNode(int members) {
    return new TreeObject(new LinkedHashMap<>(members * 4 / 3 + 1));
  }

  /** An array of items, whose list nobody may change from now on. */
  public static ArrayNode arrayNode(List<JsonNode> items) {
    return new TreeArray(items);
  }

  /** The compact JSON text of a tree, keys in the tree's own order. */
  public static String text(JsonNode node) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = DATA.createGenerator(text)) {
      TreeWriter.write(node, out);
    } catch (IOException e) {
      throw new IllegalStateException("A JSON tree could not be written: " + e.getMessage(), e);
    }
    return text.toString();
  }

  /** How many bytes the compact text of a tree has in UTF-8; the text itself is not made. */
  public static int size(JsonNode node) {
    return JsonSize.of(node, CountedArray.NONE, Integer.MAX_VALUE);
  }

  /**
   * The same of a tree that may be nested only so deeply.
   *
   * @param counted an array that may be a part of the tree
   * @throws TooDeepException if it has more levels of objects and arrays
   */
  public static int size(JsonNode node, CountedArray counted, int levels) {
    return JsonSize.of(node, counted, levels);
  }

  /**
   * The same of a tree that was made of another one and shares parts with it: only what differs is
   * counted.
   *
   * @param former the other tree
   * @param formerSize its size
   * @param counted an array that may be a part of the new tree
   * @throws TooDeepException if the new tree has more levels of objects and arrays
   */
  public static int sizeOfChanged(
      JsonNode former, int formerSize, JsonNode node, CountedArray counted, int levels) {
    return JsonSize.ofChanged(former, formerSize, node, counted, levels);
  }

  /**
   * A copy of a tree such as writing it as text and parsing it would give; empty if only that can
   * tell.
   */
  public static Optional<JsonNode> copy(JsonNode node) {
    return Optional.ofNullable(PlainTree.copy(node, COPIED_LEVELS));
  }

  /** Whether a tree has more than so many levels of objects and arrays. */
  public static boolean isDeeper(JsonNode node, int levels) {
    if (!node.isContainerNode()) {
      return false;
    }
    if (levels == 0) {
      return true;
    }
    for (JsonNode child : node) {
      if (isDeeper(child, levels - 1)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The same tree with doubles in place of all numbers that have a fraction or an exponent; those
   * too great or too small for a double stay.
   */
  public static JsonNode withDoubles(JsonNode node) {
    if (node.isObject()) {
      ObjectNode object = NODES.objectNode();
      node.fields()
          .forEachRemaining(field -> object.set(field.getKey(), withDoubles(field.getValue())));
      return object;
    }
    if (node.isArray()) {
      ArrayNode array = NODES.arrayNode(node.size());
      node.forEach(item -> array.add(withDoubles(item)));
      return array;
    }
    return node.isBigDecimal() && fitsDouble(node.decimalValue())
        ? NODES.numberNode(node.doubleValue())
        : node;
  }

  private static boolean fitsDouble(BigDecimal number) {
    double value = number.doubleValue();
    return Double.isFinite(value) && (value != 0 || number.signum() == 0);
  }

  /** The same object with its members in the order of their names; what is in them stays. */
  public static ObjectNode sorted(ObjectNode object) {
    SortedMap<String, JsonNode> members = new TreeMap<>();
    object.fields().forEachRemaining(e -> members.put(e.getKey(), e.getValue()));
    return NODES.objectNode().setAll(members);
  }

  /** The indented JSON text of a tree. */
  public static String pretty(JsonNode node) {
    return node.toPrettyString();
  }

  /**
   * Whether two trees are the same value: key order does not count, numbers compare by value
   * ({@code 1} is {@code 1.0}).
   */
  public static boolean sameValue(JsonNode a, JsonNode b) {
    if (a == b) {
      return true;
    }
    if (a.isInt() && b.isInt()) {
      return a.intValue() == b.intValue();
    }
    if (a.isNumber() && b.isNumber()) {
      return isFinite(a) && isFinite(b)
          ? a.decimalValue().compareTo(b.decimalValue()) == 0
          : a.equals(b);
    }
    if (a.getNodeType() != b.getNodeType() || a.size() != b.size()) {
      return false;
    }
    if (a.isObject()) {
      return sameFields(a, b);
    }
    if (a.isArray()) {
      return sameItems(a, b);
    }
    return a.equals(b);
  }

  /** Whether a number is one that JSON can have: a tree from elsewhere may hold another. */
  private static boolean isFinite(JsonNode number) {
    boolean binary = number.isDouble() || number.isFloat();
    return !binary || Double.isFinite(number.doubleValue());
  }

  private static boolean sameFields(JsonNode a, JsonNode b) {
    Iterator<Map.Entry<String, JsonNode>> fields = a.fields();
    while (fields.hasNext()) {
      Map.Entry<String, JsonNode> field = fields.next();
      JsonNode other = b.get(field.getKey());
      if (other == null || !sameValue(field.getValue(), other)) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameItems(JsonNode a, JsonNode b) {
    for (int i = 0; i < a.size(); i++) {
      if (!sameValue(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static String firstLine(String message) {
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}

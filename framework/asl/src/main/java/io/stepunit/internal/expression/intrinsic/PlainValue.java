package io.stepunit.internal.expression.intrinsic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Trees as the plain Java values that AWS's functions work on: the recordings show maps printed as
 * {@code {a=1, b=[]}} and sets in the order of a {@link java.util.HashSet}.
 */
final class PlainValue {
  private PlainValue() {}

  /**
   * A Boolean, String, Integer, Long, BigInteger, Double, BigDecimal beyond a double, List, Map, or
   * null for JSON null.
   */
  static @Nullable Object of(JsonNode node) {
    return switch (node.getNodeType()) {
      case NULL, MISSING -> null;
      case BOOLEAN -> node.booleanValue();
      case STRING -> node.textValue();
      case NUMBER -> number(node);
      case ARRAY -> list((ArrayNode) node);
      case OBJECT -> map((ObjectNode) node);
      case BINARY, POJO -> node.asText();
    };
  }

  private static Object number(JsonNode node) {
    if (!node.isIntegralNumber()) {
      double value = node.doubleValue();
      return Double.isFinite(value) ? (Object) value : node.decimalValue();
    }
    if (node.canConvertToInt()) {
      return node.intValue();
    }
    return node.canConvertToLong() ? (Object) node.longValue() : node.bigIntegerValue();
  }

  private static List<@Nullable Object> list(ArrayNode array) {
    List<@Nullable Object> items = new ArrayList<>(array.size());
    for (JsonNode item : array) {
      items.add(of(item));
    }
    return items;
  }

  private static Map<String, @Nullable Object> map(ObjectNode object) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    Iterator<Map.Entry<String, JsonNode>> entries = object.fields();
    while (entries.hasNext()) {
      Map.Entry<String, JsonNode> entry = entries.next();
      fields.put(entry.getKey(), of(entry.getValue()));
    }
    return fields;
  }

  /** The text of a value: strings bare, numbers as Java writes them, maps as {@code {a=1}}. */
  static String text(JsonNode node) {
    return node.isTextual() ? node.textValue() : String.valueOf(of(node));
  }
}

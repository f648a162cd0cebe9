package io.stepunit.internal.table.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.table.value.AttributeValue.Attributes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Attribute values as plain JSON, without descriptors. A set is an array there. */
public final class PlainJson {
  private PlainJson() {}

  /**
   * Reads the attributes of an item.
   *
   * @throws TableException {@code ValidationException} if a number is too large, small or exact
   */
  public static Attributes attributes(JsonNode json) {
    Map<String, AttributeValue> members = new TreeMap<>();
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      members.put(member.getKey(), value(member.getValue()));
    }
    return Attributes.of(members);
  }

  /**
   * Reads a value.
   *
   * @throws TableException {@code ValidationException} if a number is too large, small or exact
   */
  public static AttributeValue value(JsonNode json) {
    return switch (json.getNodeType()) {
      case STRING -> new AttributeValue.Text(json.textValue());
      case NUMBER -> Numbers.of(json.decimalValue());
      case BOOLEAN -> new AttributeValue.Flag(json.booleanValue());
      case BINARY -> new AttributeValue.Binary(json.asText());
      case ARRAY -> {
        List<AttributeValue> members = new ArrayList<>();
        json.forEach(member -> members.add(value(member)));
        yield new AttributeValue.Items(members);
      }
      case OBJECT -> attributes(json);
      case MISSING, NULL, POJO -> new AttributeValue.Nothing();
    };
  }

  /** Writes the attributes of an item, in the order of their names. */
  public static ObjectNode json(Attributes attributes) {
    ObjectNode json = Json.NODES.objectNode();
    attributes.members().forEach((name, value) -> json.set(name, json(value)));
    return json;
  }

  /** Writes a value. */
  public static JsonNode json(AttributeValue value) {
    if (value instanceof AttributeValue.Numeric number) {
      return number(number.number());
    }
    if (value instanceof AttributeValue.Ordered ordered) {
      return Json.NODES.textNode(ValueWriter.text(ordered));
    }
    if (value instanceof AttributeValue.Flag flag) {
      return Json.NODES.booleanNode(flag.value());
    }
    if (value instanceof Attributes map) {
      return json(map);
    }
    ArrayNode array = Json.NODES.arrayNode();
    if (value instanceof AttributeValue.Items list) {
      list.members().forEach(member -> array.add(json(member)));
      return array;
    }
    if (value instanceof AttributeValue.Members set) {
      set.members().forEach(member -> array.add(json(member)));
      return array;
    }
    return Json.NODES.nullNode();
  }

  private static JsonNode number(BigDecimal number) {
    if (number.scale() > 0) {
      return Json.NODES.numberNode(number);
    }
    BigInteger whole = number.toBigIntegerExact();
    if (whole.bitLength() < Integer.SIZE) {
      return Json.NODES.numberNode(whole.intValueExact());
    }
    return whole.bitLength() < Long.SIZE
        ? Json.NODES.numberNode(whole.longValueExact())
        : Json.NODES.numberNode(whole);
  }
}

package io.stepunit.internal.table.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.awsmodel.MemberNames;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.table.value.AttributeValue.Attributes;

/**
 * Writes DynamoDB's JSON.
 *
 * @param names how the descriptors are written: {@code BOOL} of the API is {@code Bool} in SDK
 *     integrations
 */
public record ValueWriter(MemberNames names) {
  /** DynamoDB's own descriptors, which optimized integrations show, too. */
  public static final ValueWriter API = new ValueWriter(MemberNames.API);

  /** The attributes of an item or a key, in the order of their names. */
  public ObjectNode attributes(Attributes attributes) {
    ObjectNode json = Json.NODES.objectNode();
    attributes.members().forEach((name, value) -> json.set(name, value(value)));
    return json;
  }

  /** A value: {@code {"S": "books"}}. */
  public ObjectNode value(AttributeValue value) {
    ObjectNode json = Json.NODES.objectNode();
    json.set(names.of(value.type().name()), content(value));
    return json;
  }

  private JsonNode content(AttributeValue value) {
    if (value instanceof AttributeValue.Ordered ordered) {
      return Json.NODES.textNode(text(ordered));
    }
    if (value instanceof Attributes map) {
      return attributes(map);
    }
    if (value instanceof AttributeValue.Flag flag) {
      return Json.NODES.booleanNode(flag.value());
    }
    ArrayNode array = Json.NODES.arrayNode();
    if (value instanceof AttributeValue.Items list) {
      list.members().forEach(member -> array.add(value(member)));
      return array;
    }
    if (value instanceof AttributeValue.Members set) {
      set.members().forEach(member -> array.add(text(member)));
      return array;
    }
    return Json.NODES.booleanNode(true);
  }

  /** The text of a value that has an order. */
  public static String text(AttributeValue.Ordered value) {
    if (value instanceof AttributeValue.Text text) {
      return text.text();
    }
    return value instanceof AttributeValue.Numeric number
        ? number.text()
        : ((AttributeValue.Binary) value).text();
  }
}

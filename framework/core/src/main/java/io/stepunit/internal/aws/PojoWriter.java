package io.stepunit.internal.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.PayloadTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/**
 * Shows the SDK's objects as Step Functions does, by the SDK's own field metadata: names are
 * PascalCase and sorted, what is not set is left out, bytes are text.
 *
 * @param optimized whether for an optimized integration, which shows instants as epoch
 *     milliseconds; SDK integrations show them as ISO text
 */
record PojoWriter(boolean optimized) {
  /** Members stand in the order of their names. */
  ObjectNode write(SdkPojo pojo) {
    ObjectNode members = Json.NODES.objectNode();
    for (SdkField<?> field : pojo.sdkFields()) {
      Object value = field.getValueOrDefault(pojo);
      if (isWholeBody(field)) {
        members.set(SdkMembers.shown(field, optimized), body((SdkBytes) value));
      } else if (isSet(value)) {
        members.set(SdkMembers.shown(field, optimized), value(value));
      }
    }
    return Json.sorted(members);
  }

  /** Whether the bytes of a response are one of its members, as Lambda's Payload is. */
  private static boolean isWholeBody(SdkField<?> field) {
    return field.marshallingType() == MarshallingType.SDK_BYTES
        && field.containsTrait(PayloadTrait.class);
  }

  /** Optimized integrations show the JSON that the bytes are, SDK integrations their text. */
  private JsonNode body(@Nullable SdkBytes bytes) {
    String text = bytes == null ? "" : bytes.asUtf8String();
    if (!optimized) {
      return Json.NODES.textNode(text);
    }
    if (text.isEmpty()) {
      return Json.NODES.nullNode();
    }
    try {
      return Json.parseData(text);
    } catch (JsonTextException e) {
      return Json.NODES.textNode(text);
    }
  }

  private static boolean isSet(@Nullable Object value) {
    return value != null
        && !(value instanceof SdkAutoConstructList)
        && !(value instanceof SdkAutoConstructMap);
  }

  private JsonNode value(@Nullable Object value) {
    if (value == null) {
      return Json.NODES.nullNode();
    }
    if (value instanceof SdkPojo pojo) {
      return write(pojo);
    }
    if (value instanceof List<?> list) {
      ArrayNode array = Json.NODES.arrayNode();
      list.forEach(item -> array.add(value(item)));
      return array;
    }
    if (value instanceof Map<?, ?> map) {
      ObjectNode object = Json.NODES.objectNode();
      // The SDK's maps have no order that would be the same in each run.
      map.entrySet().stream()
          .sorted((one, other) -> one.getKey().toString().compareTo(other.getKey().toString()))
          .forEach(entry -> object.set(entry.getKey().toString(), value(entry.getValue())));
      return object;
    }
    return value instanceof Document document ? document(document) : scalar(value);
  }

  private JsonNode scalar(Object value) {
    if (value instanceof Instant instant) {
      return optimized
          ? Json.NODES.numberNode(instant.toEpochMilli())
          : Json.NODES.textNode(instant.toString());
    }
    if (value instanceof SdkBytes bytes) {
      return Json.NODES.textNode(bytes.asUtf8String());
    }
    if (value instanceof Boolean bool) {
      return Json.NODES.booleanNode(bool);
    }
    if (value instanceof Integer || value instanceof Long || value instanceof Short) {
      return Json.NODES.numberNode(((Number) value).longValue());
    }
    return value instanceof Number
        ? Json.NODES.numberNode(new BigDecimal(value.toString()))
        : Json.NODES.textNode(value.toString());
  }

  private static JsonNode document(Document document) {
    if (document.isMap()) {
      ObjectNode object = Json.NODES.objectNode();
      document.asMap().forEach((name, member) -> object.set(name, document(member)));
      return object;
    }
    if (document.isList()) {
      ArrayNode array = Json.NODES.arrayNode();
      document.asList().forEach(item -> array.add(document(item)));
      return array;
    }
    if (document.isNumber()) {
      return Json.NODES.numberNode(document.asNumber().bigDecimalValue());
    }
    if (document.isBoolean()) {
      return Json.NODES.booleanNode(document.asBoolean());
    }
    return document.isNull() ? Json.NODES.nullNode() : Json.NODES.textNode(document.asString());
  }
}

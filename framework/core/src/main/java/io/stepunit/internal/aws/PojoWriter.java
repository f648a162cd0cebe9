package io.stepunit.internal.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/**
 * Shows the SDK's objects as Step Functions does, by the SDK's own field metadata: names are
 * PascalCase, what is not set is left out, bytes are text.
 *
 * @param optimized whether for an optimized integration, which shows instants as epoch
 *     milliseconds; SDK integrations show them as ISO text
 */
record PojoWriter(boolean optimized) {
  private static final DateTimeFormatter ISO_MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** Members that the SDK gave another name than the service's API has. */
  private static final Map<String, String> RENAMED_BY_THE_SDK = Map.of("NUL", "NULL");

  /** The name of a field in Step Functions: {@code stateMachineArn} is StateMachineArn. */
  static String shownName(SdkField<?> field) {
    String name = RENAMED_BY_THE_SDK.getOrDefault(field.memberName(), field.memberName());
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  ObjectNode write(SdkPojo pojo) {
    ObjectNode json = Json.NODES.objectNode();
    for (SdkField<?> field : pojo.sdkFields()) {
      Object value = field.getValueOrDefault(pojo);
      if (isSet(value)) {
        json.set(shownName(field), value(value));
      }
    }
    return json;
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
          : Json.NODES.textNode(ISO_MILLIS.format(instant));
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

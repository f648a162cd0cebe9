package io.stepunit.internal.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.spi.UnanswerableTaskException;
import io.stepunit.internal.text.Suggestion;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * Fills the SDK's builders from JSON, by the SDK's own field metadata, as Step Functions does:
 * names are PascalCase, null is absent, JSON where the API wants the text of a message is written
 * out.
 */
final class PojoReader {
  /** Fields of messages: numbers, too, may stand for their text. */
  private static final Set<String> JSON_TEXTS =
      Set.of("Body", "Detail", "Input", "Message", "MessageBody", "Output", "Payload");

  private final String type;
  private final List<String> problems = new ArrayList<>();

  /**
   * @param type what is read, for messages: {@code PutItemRequest}
   */
  PojoReader(String type) {
    this.type = type;
  }

  /**
   * Fills a builder.
   *
   * @throws ParameterException if values have the wrong type
   * @throws IllegalArgumentException if there are fields that the type does not have
   */
  void read(JsonNode json, SdkPojo builder) {
    fill(json, builder);
    if (!problems.isEmpty()) {
      throw new ParameterException(problems);
    }
  }

  private void fill(JsonNode json, SdkPojo builder) {
    Map<String, SdkField<?>> fields = fields(builder);
    Iterator<Map.Entry<String, JsonNode>> members = json.fields();
    while (members.hasNext()) {
      Map.Entry<String, JsonNode> member = members.next();
      SdkField<?> field = fields.get(member.getKey());
      if (field == null) {
        throw unknown(member.getKey(), fields);
      }
      if (!member.getValue().isNull()) {
        field.set(builder, value(field, member.getKey(), member.getValue()));
      }
    }
  }

  /** The fields of a type by the names that Step Functions shows. */
  static Map<String, SdkField<?>> fields(SdkPojo pojo) {
    Map<String, SdkField<?>> fields = new LinkedHashMap<>();
    for (SdkField<?> field : pojo.sdkFields()) {
      SdkMembers.accepted(field).forEach(name -> fields.putIfAbsent(name, field));
    }
    return fields;
  }

  private IllegalArgumentException unknown(String name, Map<String, SdkField<?>> fields) {
    String nearest = Suggestion.of(name, fields.keySet()).asSentence();
    return new UnanswerableTaskException(
        "The field \"%s\" is not supported by Step Functions: the SDK's %s has no such field.%s Its fields are %s."
            .formatted(name, type, nearest, String.join(", ", fields.keySet())));
  }

  private @Nullable Object value(SdkField<?> field, String name, JsonNode json) {
    MarshallingType<?> wanted = field.marshallingType();
    if (wanted == MarshallingType.STRING) {
      return text(name, json);
    }
    if (wanted == MarshallingType.SDK_BYTES) {
      return SdkBytes.fromUtf8String(json.isTextual() ? json.textValue() : Json.text(json));
    }
    if (wanted == MarshallingType.BOOLEAN) {
      return json.isBoolean() ? json.booleanValue() : problem(name, "BOOLEAN");
    }
    if (wanted == MarshallingType.INSTANT) {
      return instant(name, json);
    }
    if (wanted == MarshallingType.SDK_POJO) {
      return json.isObject() ? pojo(field, json) : problem(name, "MAP");
    }
    if (wanted == MarshallingType.LIST) {
      return json.isArray() ? list(field, name, json) : problem(name, "LIST");
    }
    if (wanted == MarshallingType.MAP) {
      return json.isObject() ? map(field, json) : problem(name, "MAP");
    }
    if (wanted == MarshallingType.DOCUMENT) {
      return document(json);
    }
    return json.isNumber() ? number(wanted, json) : problem(name, "NUMBER");
  }

  private @Nullable Object text(String name, JsonNode json) {
    if (json.isTextual()) {
      return json.textValue();
    }
    // As recorded, an object or array stands for the text of its JSON.
    return json.isContainerNode() || JSON_TEXTS.contains(name)
        ? Json.text(json)
        : problem(name, "STRING");
  }

  private @Nullable Object instant(String name, JsonNode json) {
    try {
      return OffsetDateTime.parse(json.asText()).toInstant();
    } catch (DateTimeException e) {
      return problem(name, "TIMESTAMP");
    }
  }

  private Object pojo(SdkField<?> field, JsonNode json) {
    SdkPojo builder = field.constructor().get();
    fill(json, builder);
    return ((SdkBuilder<?, ?>) builder).build();
  }

  private List<@Nullable Object> list(SdkField<?> field, String name, JsonNode json) {
    SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
    List<@Nullable Object> list = new ArrayList<>();
    json.forEach(item -> list.add(value(member, name, item)));
    return list;
  }

  private Map<String, @Nullable Object> map(SdkField<?> field, JsonNode json) {
    SdkField<?> member = field.getTrait(MapTrait.class).valueFieldInfo();
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    json.fields()
        .forEachRemaining(
            entry -> map.put(entry.getKey(), value(member, entry.getKey(), entry.getValue())));
    return map;
  }

  private static Object number(MarshallingType<?> wanted, JsonNode json) {
    if (wanted == MarshallingType.INTEGER) {
      return json.intValue();
    }
    if (wanted == MarshallingType.LONG) {
      return json.longValue();
    }
    if (wanted == MarshallingType.FLOAT) {
      return json.floatValue();
    }
    if (wanted == MarshallingType.DOUBLE) {
      return json.doubleValue();
    }
    return wanted == MarshallingType.SHORT ? (Object) json.shortValue() : json.decimalValue();
  }

  private static Document document(JsonNode json) {
    if (json.isObject()) {
      Document.MapBuilder map = Document.mapBuilder();
      json.fields()
          .forEachRemaining(entry -> map.putDocument(entry.getKey(), document(entry.getValue())));
      return map.build();
    }
    if (json.isArray()) {
      Document.ListBuilder list = Document.listBuilder();
      json.forEach(item -> list.addDocument(document(item)));
      return list.build();
    }
    if (json.isNumber()) {
      return Document.fromNumber(json.decimalValue());
    }
    if (json.isBoolean()) {
      return Document.fromBoolean(json.booleanValue());
    }
    return json.isNull() ? Document.fromNull() : Document.fromString(json.asText());
  }

  private @Nullable Object problem(String field, String wanted) {
    problems.add("The value for the field '%s' must be a %s".formatted(field, wanted));
    return null;
  }
}

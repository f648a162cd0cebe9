package io.stepunit.internal.table.value;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.table.value.AttributeValue.Attributes;
import io.stepunit.internal.table.value.AttributeValue.Members;
import io.stepunit.internal.table.value.AttributeValue.Ordered;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads DynamoDB's JSON, such as {@code {"S": "books"}}, with its errors. */
public final class ValueReader {
  private static final int MOST_LEVELS = 32;

  private ValueReader() {}

  /**
   * Reads an item, a key or any other map of attributes.
   *
   * @throws TableException {@code ValidationException} if it holds what is no value
   */
  public static Attributes attributes(JsonNode json) {
    return attributes(json, 1);
  }

  private static Attributes attributes(JsonNode json, int level) {
    Map<String, AttributeValue> members = new TreeMap<>();
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      members.put(member.getKey(), value(member.getValue(), level));
    }
    return Attributes.of(members);
  }

  /**
   * Reads a value.
   *
   * @throws TableException {@code ValidationException} if it is none
   */
  public static AttributeValue value(JsonNode json) {
    return value(json, 1);
  }

  private static AttributeValue value(JsonNode json, int level) {
    if (level > MOST_LEVELS) {
      throw TableException.invalid("Nesting Levels have exceeded supported limits");
    }
    Map<ValueType, JsonNode> given = new TreeMap<>();
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      if (!member.getValue().isNull()) {
        ValueType.ofDescriptor(member.getKey())
            .ifPresent(type -> given.put(type, member.getValue()));
      }
    }
    if (given.size() != 1) {
      throw TableException.invalid(
          given.isEmpty()
              ? "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes"
              : "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes");
    }
    Map.Entry<ValueType, JsonNode> only = given.entrySet().iterator().next();
    return value(only.getKey(), only.getValue(), level);
  }

  private static AttributeValue value(ValueType type, JsonNode json, int level) {
    return switch (type) {
      case S, N, B -> ordered(type, json);
      case BOOL -> new AttributeValue.Flag(json.asBoolean());
      case NULL -> nothing(json);
      case L -> {
        List<AttributeValue> members = new ArrayList<>();
        json.forEach(member -> members.add(value(member, level + 1)));
        yield new AttributeValue.Items(members);
      }
      case M -> attributes(json, level + 1);
      case SS, NS, BS -> set(type, json);
    };
  }

  private static Ordered ordered(ValueType type, JsonNode json) {
    return switch (type) {
      case S -> new AttributeValue.Text(json.asText());
      case N -> Numbers.parse(json.asText());
      default -> new AttributeValue.Binary(json.asText());
    };
  }

  private static AttributeValue nothing(JsonNode json) {
    if (!json.asBoolean()) {
      throw TableException.invalidParameter(
          "Null attribute value types must have the value of true");
    }
    return new AttributeValue.Nothing();
  }

  private static Members set(ValueType type, JsonNode json) {
    List<Ordered> members = new ArrayList<>();
    json.forEach(member -> members.add(ordered(type.member(), member)));
    if (members.isEmpty()) {
      throw TableException.invalidParameter(
          switch (type) {
            case SS -> "An string set  may not be empty";
            case NS -> "An number set  may not be empty";
            default -> "Binary sets should not be empty";
          });
    }
    if (new HashSet<>(members).size() < members.size()) {
      throw TableException.invalidParameter(
          type == ValueType.NS
              ? "Input collection contains duplicates"
              : "Input collection %s contains duplicates.".formatted(texts(json)));
    }
    return new Members(type.member(), members);
  }

  private static String texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(member -> texts.add(member.asText()));
    return texts.stream().collect(Collectors.joining(", ", "[", "]"));
  }
}

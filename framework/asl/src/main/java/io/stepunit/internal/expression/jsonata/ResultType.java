package io.stepunit.internal.expression.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.ValueKind;

/** The type that a field requires of its expression's result. */
public enum ResultType {
  ANY("any", ValueKind.ANY),
  NUMBER("number", ValueKind.NUMBER),
  STRING("string", ValueKind.TEXT),
  BOOLEAN("boolean", ValueKind.BOOLEAN),
  ARRAY("array", ValueKind.ARRAY),
  OBJECT("object", ValueKind.OBJECT),
  /** Only arrays are named where a value is neither: the service took them alone at first. */
  ARRAY_OR_OBJECT("array", ValueKind.ARRAY);

  private final String words;
  private final ValueKind kind;

  ResultType(String words, ValueKind kind) {
    this.words = words;
    this.kind = kind;
  }

  /** AWS's word for the type, to stand between single quotes. */
  public String words() {
    return words;
  }

  /** What a value has to be that is returned as it is read. */
  ValueKind kind() {
    return kind;
  }

  /** Whether a value is of the type. */
  public boolean accepts(JsonNode value) {
    return switch (this) {
      case ANY -> true;
      case NUMBER -> value.isNumber();
      case STRING -> value.isTextual();
      case BOOLEAN -> value.isBoolean();
      case ARRAY -> value.isArray();
      case OBJECT -> value.isObject();
      case ARRAY_OR_OBJECT -> value.isContainerNode();
    };
  }

  /** AWS's word for the type of a value. */
  static String of(JsonNode value) {
    return switch (value.getNodeType()) {
      case NUMBER -> "number";
      case STRING -> "string";
      case BOOLEAN -> "boolean";
      case ARRAY -> "array";
      case OBJECT -> "object";
      default -> "null";
    };
  }
}

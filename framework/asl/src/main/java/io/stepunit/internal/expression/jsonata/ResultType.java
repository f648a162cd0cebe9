package io.stepunit.internal.expression.jsonata;

import com.fasterxml.jackson.databind.JsonNode;

/** What a field wants its expression to return. */
public enum ResultType {
  ANY("any"),
  NUMBER("number"),
  STRING("string"),
  BOOLEAN("boolean"),
  ARRAY("array"),
  OBJECT("object"),
  /** Only arrays are named where a value is neither: the service took them alone at first. */
  ARRAY_OR_OBJECT("array");

  private final String words;

  ResultType(String words) {
    this.words = words;
  }

  /** AWS's word for the type, to stand between single quotes. */
  public String words() {
    return words;
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

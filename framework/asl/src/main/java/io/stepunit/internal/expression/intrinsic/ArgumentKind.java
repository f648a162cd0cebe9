package io.stepunit.internal.expression.intrinsic;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.ValueKind;
import java.util.function.Predicate;

/** The type of an argument; AWS converts nothing. */
enum ArgumentKind {
  ANY("any value", value -> true, ValueKind.ANY),
  /** Any value, that becomes a part of a text. */
  SHOWN("any value", value -> true, ValueKind.TEXT),
  STRING("a string", JsonNode::isTextual, ValueKind.TEXT),
  /** A string that is read as JSON. */
  JSON("a string", JsonNode::isTextual, ValueKind.JSON_TEXT),
  /** A string in which {@code {}} marks places; a literal keeps its escapes for the function. */
  FORMAT("a string", JsonNode::isTextual, ValueKind.TEXT),
  NUMBER("a number", JsonNode::isNumber, ValueKind.NUMBER),
  ARRAY("an array", JsonNode::isArray, ValueKind.ARRAY),
  OBJECT("an object", JsonNode::isObject, ValueKind.OBJECT);

  private final String words;
  private final Predicate<JsonNode> test;
  private final ValueKind valueKind;

  ArgumentKind(String words, Predicate<JsonNode> test, ValueKind valueKind) {
    this.words = words;
    this.test = test;
    this.valueKind = valueKind;
  }

  /** What it is, in words. */
  String words() {
    return words;
  }

  boolean accepts(JsonNode value) {
    return test.test(value);
  }

  boolean acceptsAll() {
    return this == ANY || this == SHOWN;
  }

  /** What the data has to have where a path is the argument. */
  ValueKind valueKind() {
    return valueKind;
  }
}

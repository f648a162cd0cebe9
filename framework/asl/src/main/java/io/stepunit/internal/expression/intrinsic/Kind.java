package io.stepunit.internal.expression.intrinsic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Predicate;

/** What a function takes as an argument; AWS converts nothing. */
enum Kind {
  ANY("any value", value -> true),
  STRING("a string", JsonNode::isTextual),
  /** A string in which {@code {}} marks places; a literal keeps its escapes for the function. */
  FORMAT("a string", JsonNode::isTextual),
  NUMBER("a number", JsonNode::isNumber),
  ARRAY("an array", JsonNode::isArray),
  OBJECT("an object", JsonNode::isObject);

  private final String words;
  private final Predicate<JsonNode> test;

  Kind(String words, Predicate<JsonNode> test) {
    this.words = words;
    this.test = test;
  }

  /** What it is, in words. */
  String words() {
    return words;
  }

  boolean accepts(JsonNode value) {
    return test.test(value);
  }
}

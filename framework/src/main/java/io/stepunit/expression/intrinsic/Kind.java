package io.stepunit.expression.intrinsic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Predicate;

/** What a function takes as an argument; AWS converts nothing. */
enum Kind {
  ANY(value -> true),
  STRING(JsonNode::isTextual),
  /** A string in which {@code {}} marks places; a literal keeps its escapes for the function. */
  FORMAT(JsonNode::isTextual),
  NUMBER(JsonNode::isNumber),
  ARRAY(JsonNode::isArray),
  OBJECT(JsonNode::isObject);

  private final Predicate<JsonNode> test;

  Kind(Predicate<JsonNode> test) {
    this.test = test;
  }

  boolean accepts(JsonNode value) {
    return test.test(value);
  }
}

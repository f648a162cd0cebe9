package io.stepunit.internal.model;

import com.fasterxml.jackson.databind.JsonNode;

/** Where a result goes in the state's raw input: the {@code ResultPath} field, compiled. */
public interface ResultPath {
  /** {@code "ResultPath": "$"}, the default: the result replaces the input. */
  ResultPath REPLACE = (input, result) -> result;

  /** {@code "ResultPath": null}: the result is dropped. */
  ResultPath DISCARD = (input, result) -> input;

  /**
   * The input with the result put in place; the input itself stays as it is.
   *
   * @throws io.stepunit.internal.expression.EvaluationException if the input has no place for it
   */
  JsonNode merge(JsonNode input, JsonNode result);
}

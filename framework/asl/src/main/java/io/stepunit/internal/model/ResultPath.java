package io.stepunit.internal.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.DataPath;
import io.stepunit.internal.expression.path.ReferencePath;
import java.util.Optional;

/** Where a result goes in the state's raw input: the {@code ResultPath} field, compiled. */
public sealed interface ResultPath {
  /** {@code "ResultPath": "$"}, the default: the result replaces the input. */
  ResultPath REPLACE = new Replace();

  /** {@code "ResultPath": null}: the result is dropped. */
  ResultPath DISCARD = new Discard();

  /**
   * The input with the result put in place; the input itself stays as it is.
   *
   * @throws io.stepunit.internal.expression.EvaluationException if the input has no place for it
   */
  JsonNode merge(JsonNode input, JsonNode result);

  /** The place in the input that the result gets; empty if it gets none of its own. */
  Optional<DataPath> place();

  /** The result replaces the input. */
  record Replace() implements ResultPath {
    @Override
    public JsonNode merge(JsonNode input, JsonNode result) {
      return result;
    }

    @Override
    public Optional<DataPath> place() {
      return Optional.empty();
    }
  }

  /** The result is dropped. */
  record Discard() implements ResultPath {
    @Override
    public JsonNode merge(JsonNode input, JsonNode result) {
      return input;
    }

    @Override
    public Optional<DataPath> place() {
      return Optional.empty();
    }
  }

  /** The result is put at a path. */
  record At(ReferencePath path) implements ResultPath {
    @Override
    public JsonNode merge(JsonNode input, JsonNode result) {
      return path.put(input, result);
    }

    @Override
    public Optional<DataPath> place() {
      return Optional.of(path.data());
    }
  }
}

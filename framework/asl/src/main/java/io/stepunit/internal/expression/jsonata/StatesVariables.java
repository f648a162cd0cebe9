package io.stepunit.internal.expression.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.DataPath;
import io.stepunit.internal.expression.Scope;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which fields of {@code $states} exist at the place where an expression stands. */
public enum StatesVariables {
  /** {@code input} and {@code context}: wherever the state's work is not done yet, or is none. */
  INPUT_AND_CONTEXT(List.of("input", "context")),
  /** {@code result} too: {@code Assign} and {@code Output} of Task, Parallel and Map. */
  WITH_RESULT(List.of("input", "context", "result")),
  /** {@code errorOutput} too: {@code Assign} and {@code Output} of a Catcher. */
  WITH_ERROR_OUTPUT(List.of("input", "context", "errorOutput"));

  private final List<String> fields;

  StatesVariables(List<String> fields) {
    this.fields = fields;
  }

  /** The fields that exist. */
  List<String> fields() {
    return fields;
  }

  /** The document that a field is. */
  static Optional<DataPath.Source> source(String field) {
    return switch (field) {
      case "input" -> Optional.of(DataPath.Source.INPUT);
      case "context" -> Optional.of(DataPath.Source.CONTEXT);
      case "result" -> Optional.of(DataPath.Source.RESULT);
      case "errorOutput" -> Optional.of(DataPath.Source.ERROR_OUTPUT);
      default -> Optional.empty();
    };
  }

  /** The value of a field, or null if the scope has none. */
  static @Nullable JsonNode value(String field, Scope scope) {
    return switch (field) {
      case "input" -> scope.input();
      case "context" -> scope.context();
      case "result" -> scope.result();
      case "errorOutput" -> scope.errorOutput();
      default -> null;
    };
  }
}

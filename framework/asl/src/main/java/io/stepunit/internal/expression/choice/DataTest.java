package io.stepunit.internal.expression.choice;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.expression.path.Path;
import java.util.function.Predicate;

/** A test of the value at a path. */
record DataTest(Path variable, Predicate<JsonNode> test) implements Condition {
  @Override
  public boolean test(Scope scope) {
    return test.test(read(variable, scope));
  }

  /**
   * The value at a path of a rule; that there is none fails the state, even if it has a Default.
   */
  static JsonNode read(Path path, Scope scope) {
    JsonNode value = path.find(scope);
    if (value == null) {
      throw EvaluationException.runtime(
          "Invalid path '"
              + path.text()
              + "': The choice state's condition path references an invalid value.");
    }
    return value;
  }
}

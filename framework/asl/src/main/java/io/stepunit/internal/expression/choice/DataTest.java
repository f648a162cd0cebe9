package io.stepunit.internal.expression.choice;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.expression.ValueKind;
import io.stepunit.internal.expression.Wants;
import io.stepunit.internal.expression.path.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A test of the value at a path.
 *
 * @param kind what the value has to be for the test to hold
 * @param deciding values for which the test holds, and does not
 */
record DataTest(
    Path variable, Predicate<JsonNode> test, ValueKind kind, Supplier<List<JsonNode>> deciding)
    implements Condition {
  @Override
  public Stream<Read> reads() {
    return variable.reads(Read.compared(variable.data(), kind, deciding.get()));
  }

  @Override
  public Set<String> variables() {
    return variable.variables();
  }

  @Override
  public Wants toSettle(Scope scope, boolean holds) {
    return Wants.oneOf(
        variable.data(),
        deciding.get().stream().filter(value -> test.test(value) == holds).toList());
  }

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

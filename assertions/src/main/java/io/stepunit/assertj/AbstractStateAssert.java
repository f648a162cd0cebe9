package io.stepunit.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.assertj.Evidence;
import io.stepunit.internal.assertj.ShouldHaveAssigned;
import io.stepunit.internal.json.Json;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.error.ErrorMessageFactory;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on a state's output and assigned variables. A part of {@link StateVisitAssert} and
 * {@link StateResultAssert}.
 *
 * @param <SELF> the assertion's own type
 * @param <ACTUAL> what shows the state: a visit, or the result of a state that was tested alone
 * @since 0.1.0
 */
public abstract class AbstractStateAssert<SELF extends AbstractStateAssert<SELF, ACTUAL>, ACTUAL>
    extends AbstractStepUnitAssert<SELF, ACTUAL> {

  AbstractStateAssert(@Nullable ACTUAL actual, Class<?> selfType) {
    super(actual, selfType);
  }

  /**
   * Verifies that the state's output is this JSON value; compared like {@link
   * ExecutionAssert#hasOutput}.
   *
   * @param expected JSON text, a {@code JsonNode}, a {@code Map}, a record or another object
   * @throws IllegalArgumentException if the value cannot be turned into JSON
   */
  public SELF hasOutput(@Nullable Object expected) {
    isNotNull();
    return check(output().compare(ExpectedJson.document(expected, "The expected output")));
  }

  /**
   * Verifies that the state's output has this value at a path.
   *
   * @param jsonPath {@code $}, or a path that begins with {@code $.} or {@code $[}
   * @param expected the value; a String is a JSON string
   * @throws IllegalArgumentException if the text is no such path
   */
  public SELF hasOutputAt(String jsonPath, @Nullable Object expected) {
    Objects.requireNonNull(jsonPath, "jsonPath");
    isNotNull();
    return check(output().compareAt(jsonPath, ExpectedJson.value(expected), outputAt(jsonPath)));
  }

  /**
   * Verifies that the state assigned this value to a variable.
   *
   * @param variable the variable's name, without {@code $}
   * @param expected the value; a String is a JSON string
   */
  public SELF hasAssigned(String variable, @Nullable Object expected) {
    Objects.requireNonNull(variable, "variable");
    isNotNull();
    JsonNode json = ExpectedJson.value(expected);
    JsonNode found = assigned().get(variable);
    if (found == null || !Json.sameValue(json, found)) {
      throwAssertionError(
          ShouldHaveAssigned.shouldHaveAssigned(evidence(), assigned(), variable, json));
    }
    return myself;
  }

  abstract Evidence evidence();

  abstract JsonSubject output();

  abstract Optional<JsonNode> outputAt(String jsonPath);

  abstract Map<String, JsonNode> assigned();

  final SELF check(Optional<ErrorMessageFactory> problem) {
    problem.ifPresent(this::throwAssertionError);
    return myself;
  }
}

package io.stepunit.assertj;

import static io.stepunit.assertj.error.ShouldHaveOutcome.shouldHaveOutcome;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.assertj.error.Evidence;
import io.stepunit.assertj.error.ShouldHaveAssigned;
import io.stepunit.assertj.error.ShouldHaveOutcome;
import io.stepunit.internal.json.Json;
import io.stepunit.teststate.StateResult;
import io.stepunit.teststate.StateStatus;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.error.ErrorMessageFactory;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on a state that was tested alone: where it leads, what it hands on, what becomes of
 * its error.
 *
 * <pre>{@code
 * assertThat(order.state("Route").input(Map.of("amount", 900)).test())
 *     .isSucceeded()
 *     .hasNextState("ManualReview");
 * }</pre>
 */
public class StateResultAssert extends AbstractAssert<StateResultAssert, StateResult> {
  /** For soft assertions, which make subclasses; tests call {@code assertThat}. */
  protected StateResultAssert(@Nullable StateResult actual) {
    super(actual, StateResultAssert.class);
  }

  /** The state was left as usual. */
  public StateResultAssert isSucceeded() {
    return hasStatus(StateStatus.SUCCEEDED);
  }

  /** The state failed, and neither Retry nor Catch handled it. */
  public StateResultAssert isFailed() {
    return hasStatus(StateStatus.FAILED);
  }

  /** The state failed, and a Retrier tries it again. */
  public StateResultAssert isRetriable() {
    return hasStatus(StateStatus.RETRIABLE);
  }

  /** The state failed, and a Catcher goes on. */
  public StateResultAssert isCaught() {
    return hasStatus(StateStatus.CAUGHT_ERROR);
  }

  /** The result has this status, as {@code TestState} would tell it. */
  public StateResultAssert hasStatus(StateStatus expected) {
    isNotNull();
    return check(actual.status() == expected, "to have status " + expected);
  }

  /** This state follows, also after a Catcher. */
  public StateResultAssert hasNextState(String expected) {
    isNotNull();
    return check(actual.nextState().equals(Optional.of(expected)), "to lead to " + expected);
  }

  /** No state follows: the machine ends here, or the state failed and was not caught. */
  public StateResultAssert hasNoNextState() {
    isNotNull();
    return check(actual.nextState().isEmpty(), "to lead to no state");
  }

  /** The state failed with this error name; retried, caught or not. */
  public StateResultAssert hasError(String expected) {
    isNotNull();
    return check(
        actual.error().equals(Optional.of(expected)), "to fail with the error " + expected);
  }

  /** The state failed with exactly this cause. */
  public StateResultAssert hasCause(String expected) {
    isNotNull();
    return check(
        actual.cause().equals(Optional.of(expected)), "to fail with the cause '" + expected + "'");
  }

  /** The state failed with a cause that contains this text. */
  public StateResultAssert hasCauseContaining(String expected) {
    isNotNull();
    return check(
        actual.cause().filter(cause -> cause.contains(expected)).isPresent(),
        "to fail with a cause that contains '" + expected + "'");
  }

  /** A Retrier tries the state again after exactly this virtual time. */
  public StateResultAssert hasRetryDelay(Duration expected) {
    isNotNull();
    if (!actual.retryDelay().equals(Optional.of(expected))) {
      throwAssertionError(ShouldHaveOutcome.shouldBeRetriedAfter(actual, expected));
    }
    return this;
  }

  /** The Catcher at this place of {@code Catch}, 0-based, took the failure. */
  public StateResultAssert wasCaughtBy(int catcherIndex) {
    isNotNull();
    return check(
        actual.catchIndex().equals(Optional.of(catcherIndex)),
        "to be caught by Catch[" + catcherIndex + "]");
  }

  /** A Catcher that goes on with this state took the failure. */
  public StateResultAssert wasCaughtBy(String next) {
    isNotNull();
    return check(
        actual.catchIndex().isPresent() && actual.nextState().equals(Optional.of(next)),
        "to be caught by a Catcher that leads to " + next);
  }

  /**
   * The output is this JSON value; compared like {@link ExecutionAssert#hasOutput}.
   *
   * @param expected JSON text, a {@code JsonNode}, a {@code Map}, a record or another object
   */
  public StateResultAssert hasOutput(@Nullable Object expected) {
    isNotNull();
    return check(output().compare(ExpectedJson.document(expected, "The expected output")));
  }

  /** The output has this value at a path; a String is a JSON string. */
  public StateResultAssert hasOutputAt(String jsonPath, @Nullable Object expected) {
    isNotNull();
    return check(
        output().compareAt(jsonPath, ExpectedJson.value(expected), actual.outputAt(jsonPath)));
  }

  /**
   * The state assigned this value to a variable.
   *
   * @param variable the variable's name, without {@code $}
   * @param expected the value; a String is a JSON string
   */
  public StateResultAssert hasAssigned(String variable, @Nullable Object expected) {
    isNotNull();
    JsonNode json = ExpectedJson.value(expected);
    JsonNode found = actual.assigned().get(variable);
    if (found == null || !Json.sameValue(json, found)) {
      throwAssertionError(
          ShouldHaveAssigned.shouldHaveAssigned(
              Evidence.of(actual), actual.assigned(), variable, json));
    }
    return this;
  }

  /**
   * The data had this value after a step. Needs a test with {@code inspection(DEBUG)}.
   *
   * @param step the service's name for it: {@code afterInputPath}, {@code afterParameters}, {@code
   *     afterArguments}, {@code result}, {@code afterResultSelector}, {@code afterResultPath}, …
   * @param expected JSON text, a {@code JsonNode}, a {@code Map}, a record or another object
   */
  public StateResultAssert hasInspected(String step, @Nullable Object expected) {
    isNotNull();
    JsonSubject subject =
        new JsonSubject(
            () -> Evidence.of(actual),
            step,
            actual.inspected(step),
            ShouldHaveOutcome.notInspected(actual));
    return check(subject.compare(ExpectedJson.document(expected, "The expected " + step)));
  }

  private JsonSubject output() {
    return new JsonSubject(
        () -> Evidence.of(actual),
        "output",
        actual.output(),
        "the state " + ShouldHaveOutcome.outcome(actual));
  }

  private StateResultAssert check(boolean holds, String expectation) {
    if (!holds) {
      throwAssertionError(shouldHaveOutcome(actual, expectation));
    }
    return this;
  }

  private StateResultAssert check(Optional<ErrorMessageFactory> problem) {
    problem.ifPresent(this::throwAssertionError);
    return this;
  }
}

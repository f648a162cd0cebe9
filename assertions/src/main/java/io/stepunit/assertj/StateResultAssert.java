package io.stepunit.assertj;

import static io.stepunit.internal.assertj.ShouldHaveOutcome.shouldHaveOutcome;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.StateResult;
import io.stepunit.internal.assertj.Evidence;
import io.stepunit.internal.assertj.ShouldHaveOutcome;
import io.stepunit.teststate.StateStatus;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on a state that was tested alone: its next state, output and error.
 *
 * <pre>{@code
 * assertThat(order.state("Route").input(Map.of("amount", 900)).test())
 *     .isSucceeded()
 *     .hasNextState("ManualReview");
 * }</pre>
 *
 * @since 0.1.0
 */
public class StateResultAssert extends AbstractStateAssert<StateResultAssert, StateResult> {
  /** For soft assertions, which create subclasses; tests call {@code assertThat}. */
  protected StateResultAssert(@Nullable StateResult actual) {
    super(actual, StateResultAssert.class);
  }

  /** Verifies that the state succeeded. */
  public StateResultAssert isSucceeded() {
    return hasStatus(StateStatus.SUCCEEDED);
  }

  /** Verifies that the state failed, and neither Retry nor Catch handled it. */
  public StateResultAssert isFailed() {
    return hasStatus(StateStatus.FAILED);
  }

  /** Verifies that the state failed and a Retrier retries it. */
  public StateResultAssert isRetriable() {
    return hasStatus(StateStatus.RETRIABLE);
  }

  /** Verifies that the state failed and a Catcher caught it. */
  public StateResultAssert wasCaught() {
    return hasStatus(StateStatus.CAUGHT_ERROR);
  }

  /** Verifies that the result has this status, as {@code TestState} would return it. */
  public StateResultAssert hasStatus(StateStatus expected) {
    Objects.requireNonNull(expected, "expected");
    isNotNull();
    return check(actual.status() == expected, "to have status " + expected);
  }

  /** Verifies the next state, also after a Catcher. */
  public StateResultAssert hasNextState(String expected) {
    Objects.requireNonNull(expected, "expected");
    isNotNull();
    return check(actual.nextState().equals(Optional.of(expected)), "to lead to " + expected);
  }

  /**
   * Verifies that there is no next state: the machine ends here, or the state failed and was not
   * caught.
   */
  public StateResultAssert hasNoNextState() {
    isNotNull();
    return check(actual.nextState().isEmpty(), "to lead to no state");
  }

  /** Verifies that the state failed with this error name, whether retried, caught or neither. */
  public StateResultAssert hasError(String expected) {
    Objects.requireNonNull(expected, "expected");
    isNotNull();
    return check(
        actual.error().equals(Optional.of(expected)), "to fail with the error " + expected);
  }

  /** Verifies that the state failed with exactly this cause. */
  public StateResultAssert hasCause(String expected) {
    Objects.requireNonNull(expected, "expected");
    isNotNull();
    return check(
        actual.cause().equals(Optional.of(expected)), "to fail with the cause '" + expected + "'");
  }

  /** Verifies that the state failed with a cause that contains this text. */
  public StateResultAssert hasCauseContaining(String expected) {
    Objects.requireNonNull(expected, "expected");
    isNotNull();
    return check(
        actual.cause().filter(cause -> cause.contains(expected)).isPresent(),
        "to fail with a cause that contains '" + expected + "'");
  }

  /** Verifies that a Retrier retries the state after exactly this virtual time. */
  public StateResultAssert hasRetryDelay(Duration expected) {
    Objects.requireNonNull(expected, "expected");
    isNotNull();
    if (!actual.retryDelay().equals(Optional.of(expected))) {
      throwAssertionError(ShouldHaveOutcome.shouldBeRetriedAfter(actual, expected));
    }
    return this;
  }

  /** Verifies that the Catcher with this index in {@code Catch}, 0-based, caught the failure. */
  public StateResultAssert wasCaughtBy(int catcherIndex) {
    isNotNull();
    return check(
        actual.catchIndex().equals(Optional.of(catcherIndex)),
        "to be caught by Catch[" + catcherIndex + "]");
  }

  /** Verifies that a Catcher that leads to this state caught the failure. */
  public StateResultAssert wasCaughtBy(String next) {
    Objects.requireNonNull(next, "next");
    isNotNull();
    return check(
        actual.catchIndex().isPresent() && actual.nextState().equals(Optional.of(next)),
        "to be caught by a Catcher that leads to " + next);
  }

  /**
   * Verifies that the data had this value after a step of the data flow. Needs a test with {@code
   * inspection(DEBUG)}.
   *
   * @param step the service's name for it: {@code afterInputPath}, {@code afterParameters}, {@code
   *     afterArguments}, {@code result}, {@code afterResultSelector}, {@code afterResultPath}, …
   * @param expected JSON text, a {@code JsonNode}, a {@code Map}, a record or another object
   */
  public StateResultAssert hasInspected(String step, @Nullable Object expected) {
    Objects.requireNonNull(step, "step");
    isNotNull();
    JsonSubject subject =
        new JsonSubject(
            this::evidence, step, actual.inspected(step), ShouldHaveOutcome.notInspected(actual));
    return check(subject.compare(ExpectedJson.document(expected, "The expected " + step)));
  }

  @Override
  Evidence evidence() {
    return Evidence.of(actual);
  }

  @Override
  JsonSubject output() {
    return new JsonSubject(
        this::evidence,
        "output",
        actual.output(),
        "the state " + ShouldHaveOutcome.outcome(actual));
  }

  @Override
  Optional<JsonNode> outputAt(String jsonPath) {
    return actual.outputAt(jsonPath);
  }

  @Override
  Map<String, JsonNode> assigned() {
    return actual.assigned();
  }

  private StateResultAssert check(boolean holds, String expectation) {
    if (!holds) {
      throwAssertionError(shouldHaveOutcome(actual, expectation));
    }
    return this;
  }
}

package io.stepunit.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.Execution;
import io.stepunit.history.StateVisit;
import io.stepunit.internal.assertj.Evidence;
import io.stepunit.internal.assertj.ShouldBeCaught;
import io.stepunit.internal.assertj.ShouldHaveAttempts;
import io.stepunit.internal.assertj.ShouldHaveDuration;
import io.stepunit.internal.mock.ThrownReport;
import io.stepunit.mock.ThrownException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.error.ErrorMessageFactory;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on one visit of a state: input, output, attempts, errors.
 *
 * <pre>{@code
 * assertThat(run).state("Charge", charge -> charge
 *     .hasInputAt("$.amount", 12)
 *     .hasAttempts(3)
 *     .hasRetryDelays(ofSeconds(2), ofSeconds(4))
 *     .wasCaughtBy("Refund"));
 * }</pre>
 *
 * @since 0.1.0
 */
public class StateVisitAssert extends AbstractStateAssert<StateVisitAssert, StateVisit> {
  private final Optional<Execution> execution;

  /** For soft assertions, which create subclasses; tests call {@code assertThat}. */
  protected StateVisitAssert(@Nullable StateVisit actual) {
    this(actual, Optional.empty());
  }

  StateVisitAssert(@Nullable StateVisit actual, Optional<Execution> execution) {
    super(actual, StateVisitAssert.class);
    this.execution = execution;
  }

  /** A failure shows what code of the test threw inside of the visit. */
  @Override
  protected void throwAssertionError(ErrorMessageFactory message) {
    AssertionError error = assertionError(message);
    ThrownReport.addTo(error, thrown());
    throw error;
  }

  private List<ThrownException> thrown() {
    return execution.stream()
        .flatMap(run -> run.thrown().stream())
        .filter(thrown -> thrown.path().equals(actual.path()))
        .toList();
  }

  /**
   * Verifies that the Task, Parallel or Map was attempted this many times, retries included. States
   * of other types have no attempts.
   */
  public StateVisitAssert hasAttempts(int expected) {
    isNotNull();
    if (actual.attempts().size() != expected) {
      throwAssertionError(ShouldHaveAttempts.shouldHaveAttempts(evidence(), actual, expected));
    }
    return this;
  }

  /**
   * Verifies the virtual time before each retry, from the failure of an attempt to the start of the
   * next; no argument means no retry.
   */
  public StateVisitAssert hasRetryDelays(Duration... expected) {
    Objects.requireNonNull(expected, "expected");
    isNotNull();
    if (!actual.retryDelays().equals(List.of(expected))) {
      throwAssertionError(
          ShouldHaveAttempts.shouldHaveRetryDelays(evidence(), actual, List.of(expected)));
    }
    return this;
  }

  /**
   * Verifies that the state's raw input, before {@code InputPath}, is this JSON value; compared
   * like {@link ExecutionAssert#hasOutput}.
   *
   * @param expected JSON text, a {@code JsonNode}, a {@code Map}, a record or another object
   */
  public StateVisitAssert hasInput(@Nullable Object expected) {
    isNotNull();
    JsonNode json = ExpectedJson.document(expected, "The expected input");
    return check(input().compare(json));
  }

  /** Verifies that the state's raw input has this value at a path; a String is a JSON string. */
  public StateVisitAssert hasInputAt(String jsonPath, @Nullable Object expected) {
    Objects.requireNonNull(jsonPath, "jsonPath");
    isNotNull();
    return check(
        input().compareAt(jsonPath, ExpectedJson.value(expected), actual.inputAt(jsonPath)));
  }

  /**
   * Verifies that the Task's effective input, after {@code InputPath} and {@code Parameters}, is
   * this JSON value; compared like {@link ExecutionAssert#hasOutput}. Of several attempts the last
   * counts.
   *
   * @param expected JSON text, a {@code JsonNode}, a {@code Map}, a record or another object
   */
  public StateVisitAssert hasTaskInput(@Nullable Object expected) {
    isNotNull();
    return check(taskInput().compare(ExpectedJson.document(expected, "The expected task input")));
  }

  /**
   * Verifies that the Task's effective input has this value at a path; a String is a JSON string.
   */
  public StateVisitAssert hasTaskInputAt(String jsonPath, @Nullable Object expected) {
    Objects.requireNonNull(jsonPath, "jsonPath");
    isNotNull();
    return check(
        taskInput()
            .compareAt(jsonPath, ExpectedJson.value(expected), actual.taskInputAt(jsonPath)));
  }

  /** Verifies that the last attempt of the state failed with this error name, caught or not. */
  public StateVisitAssert failedWith(String error) {
    Objects.requireNonNull(error, "error");
    isNotNull();
    Failure failure = Failure.of(actual, execution);
    if (!failure.isNamed(error)) {
      throwAssertionError(ShouldBeCaught.shouldHaveFailedWith(evidence(), error, failure.text()));
    }
    return this;
  }

  /** Verifies that the state failed with this error name and a Catcher caught it. */
  public StateVisitAssert wasCaught(String error) {
    Objects.requireNonNull(error, "error");
    isNotNull();
    return caught(
        "with the error " + error,
        actual.catcherTaken().isPresent() && Failure.of(actual, execution).isNamed(error));
  }

  /**
   * Verifies that the Catcher with this index in {@code Catch}, 0-based, caught the state's
   * failure.
   */
  public StateVisitAssert wasCaughtBy(int catcherIndex) {
    isNotNull();
    boolean taken =
        actual.catcherTaken().filter(catcher -> catcher.index() == catcherIndex).isPresent();
    return caught("by Catch[" + catcherIndex + "]", taken);
  }

  /** Verifies that a Catcher that leads to this state caught the state's failure. */
  public StateVisitAssert wasCaughtBy(String next) {
    Objects.requireNonNull(next, "next");
    isNotNull();
    return caught(
        "by a Catcher that leads to " + next,
        actual.catcherTaken().filter(catcher -> catcher.next().equals(next)).isPresent());
  }

  /** Verifies that no Catcher caught a failure of the state. */
  public StateVisitAssert wasNotCaught() {
    isNotNull();
    if (actual.catcherTaken().isPresent()) {
      throwAssertionError(
          ShouldBeCaught.shouldNotBeCaught(
              evidence(), actual, Failure.of(actual, execution).text()));
    }
    return this;
  }

  /** Verifies the virtual time from the state's entry to its exit. */
  public StateVisitAssert hasDuration(Duration expected) {
    Objects.requireNonNull(expected, "expected");
    isNotNull();
    if (actual.exitedAt().isEmpty()) {
      throwAssertionError(ShouldHaveDuration.shouldHaveEnded(evidence(), expected));
    }
    if (!actual.duration().equals(expected)) {
      throwAssertionError(
          ShouldHaveDuration.shouldHaveDuration(evidence(), expected, actual.duration()));
    }
    return this;
  }

  private StateVisitAssert caught(String expectation, boolean holds) {
    if (!holds) {
      throwAssertionError(
          ShouldBeCaught.shouldBeCaught(
              evidence(), actual, expectation, Failure.of(actual, execution).text()));
    }
    return this;
  }

  @Override
  Evidence evidence() {
    return Evidence.of(actual, execution);
  }

  private JsonSubject input() {
    return new JsonSubject(this::evidence, "input", Optional.of(actual.input()), "");
  }

  private JsonSubject taskInput() {
    return new JsonSubject(
        this::evidence, "task input", actual.taskInput(), "the state asked nothing of a resource");
  }

  @Override
  JsonSubject output() {
    return new JsonSubject(
        this::evidence, "output", actual.output(), "the state was not left by an exit");
  }

  @Override
  Optional<JsonNode> outputAt(String jsonPath) {
    return actual.outputAt(jsonPath);
  }

  @Override
  Map<String, JsonNode> assigned() {
    return actual.assignedVariables();
  }
}

package io.stepunit.assertj;

import static io.stepunit.internal.assertj.ShouldHaveStatus.shouldHaveStatus;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.Execution;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.assertj.Evidence;
import io.stepunit.internal.assertj.ShouldHaveDuration;
import io.stepunit.internal.assertj.ShouldHaveError;
import io.stepunit.internal.assertj.ShouldHaveJson;
import io.stepunit.internal.assertj.ShouldHaveNoError;
import io.stepunit.internal.assertj.ShouldHaveStatus;
import io.stepunit.internal.mock.ThrownReport;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.assertj.core.error.ErrorMessageFactory;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on the outcome of an execution: status, error, output, virtual duration. A part of
 * {@link ExecutionAssert}.
 *
 * @param <SELF> the assertion's own type
 * @param <ACTUAL> always {@link Execution}; AssertJ's soft assertions look for it in this place
 * @since 0.1.0
 */
public abstract class AbstractOutcomeAssert<
        SELF extends AbstractOutcomeAssert<SELF, ACTUAL>, ACTUAL extends Execution>
    extends AbstractStepUnitAssert<SELF, ACTUAL> {

  protected AbstractOutcomeAssert(@Nullable ACTUAL actual, Class<?> selfType) {
    super(actual, selfType);
  }

  /** A failure shows what code of the test threw inside of the execution. */
  @Override
  protected void throwAssertionError(ErrorMessageFactory message) {
    AssertionError error = assertionError(message);
    ThrownReport.addTo(error, actual.thrown());
    throw error;
  }

  /** Verifies that the execution succeeded. */
  public SELF isSucceeded() {
    return hasStatus(ExecutionStatus.SUCCEEDED);
  }

  /** Verifies that the execution failed. */
  public SELF isFailed() {
    return hasStatus(ExecutionStatus.FAILED);
  }

  /** Verifies that the machine's {@code TimeoutSeconds} ran out. */
  public SELF isTimedOut() {
    return hasStatus(ExecutionStatus.TIMED_OUT);
  }

  /** Verifies that the execution was stopped. */
  public SELF isAborted() {
    return hasStatus(ExecutionStatus.ABORTED);
  }

  /** Verifies that the execution has not ended yet. */
  public SELF isRunning() {
    return hasStatus(ExecutionStatus.RUNNING);
  }

  /** Verifies that the execution has ended, with any status. */
  public SELF isEnded() {
    isNotNull();
    if (actual.status() == ExecutionStatus.RUNNING) {
      throwAssertionError(ShouldHaveStatus.shouldHaveEnded(actual));
    }
    return myself;
  }

  /** Verifies that the execution has this status, as {@code DescribeExecution} would return it. */
  public SELF hasStatus(ExecutionStatus expected) {
    Objects.requireNonNull(expected, "expected");
    isNotNull();
    if (actual.status() != expected) {
      throwAssertionError(shouldHaveStatus(actual, expected));
    }
    return myself;
  }

  /**
   * Verifies that the execution has this error name.
   *
   * <pre>{@code
   * assertThat(run).isFailed().hasError("Gateway.Busy");
   * }</pre>
   */
  public SELF hasError(String expected) {
    Objects.requireNonNull(expected, "expected");
    isNotNull();
    if (!actual.error().equals(Optional.of(expected))) {
      throwAssertionError(ShouldHaveError.shouldHaveError(actual, expected));
    }
    return myself;
  }

  /** Verifies that the execution has exactly this cause. */
  public SELF hasCause(String expected) {
    Objects.requireNonNull(expected, "expected");
    isNotNull();
    if (!actual.cause().equals(Optional.of(expected))) {
      throwAssertionError(ShouldHaveError.shouldHaveCause(actual, expected));
    }
    return myself;
  }

  /** Verifies that the execution has a cause that contains this text. */
  public SELF hasCauseContaining(String expected) {
    Objects.requireNonNull(expected, "expected");
    isNotNull();
    if (actual.cause().filter(cause -> cause.contains(expected)).isEmpty()) {
      throwAssertionError(ShouldHaveError.shouldHaveCauseContaining(actual, expected));
    }
    return myself;
  }

  /** Verifies that the execution has neither error nor cause. */
  public SELF hasNoError() {
    isNotNull();
    if (actual.error().isPresent() || actual.cause().isPresent()) {
      throwAssertionError(ShouldHaveNoError.shouldHaveNoError(actual));
    }
    return myself;
  }

  /**
   * Verifies that the output is this JSON value. Numbers compare by value ({@code 1} is {@code
   * 1.0}), the order of keys does not count, and no member may be missing or too much.
   *
   * <pre>{@code
   * assertThat(run).hasOutput("{\"id\": 7, \"paid\": true}");
   * assertThat(run).hasOutput(Map.of("id", 7, "paid", true));
   * }</pre>
   *
   * @param expected JSON text, a {@code JsonNode}, a {@code Map}, a record or another object that
   *     Jackson can write; a JSON string as text needs its quotes: {@code "\"done\""}
   * @throws IllegalArgumentException if the value cannot be turned into JSON
   */
  public SELF hasOutput(@Nullable Object expected) {
    isNotNull();
    JsonNode json = ExpectedJson.document(expected, "The expected output");
    output().compare(json).ifPresent(this::throwAssertionError);
    return myself;
  }

  /**
   * Verifies that the output is the JSON value in a file, as {@link #hasOutput} compares it.
   *
   * <pre>{@code
   * assertThat(run).hasOutputFile("expected/order-7.json");
   * }</pre>
   *
   * @param resourceOrFile a file on the class path or in the file system
   * @throws IllegalArgumentException if there is no such file or it is not JSON
   */
  public SELF hasOutputFile(String resourceOrFile) {
    Objects.requireNonNull(resourceOrFile, "resourceOrFile");
    isNotNull();
    JsonNode json =
        ExpectedJson.document(
            TestFile.read(resourceOrFile, "expected output"),
            "The expected output in '" + resourceOrFile + "'");
    output().compare(json).ifPresent(this::throwAssertionError);
    return myself;
  }

  /**
   * Verifies that the output has this value at a path.
   *
   * <pre>{@code
   * assertThat(run).hasOutputAt("$.status", "PAID").hasOutputAt("$.lines[0].count", 3);
   * }</pre>
   *
   * @param jsonPath {@code $}, or a path that begins with {@code $.} or {@code $[}
   * @param expected the value; other than in {@link #hasOutput}, a String is a JSON string
   * @throws IllegalArgumentException if the text is no such path
   */
  public SELF hasOutputAt(String jsonPath, @Nullable Object expected) {
    Objects.requireNonNull(jsonPath, "jsonPath");
    isNotNull();
    JsonNode json = ExpectedJson.value(expected);
    output()
        .compareAt(jsonPath, json, actual.outputAt(jsonPath))
        .ifPresent(this::throwAssertionError);
    return myself;
  }

  /**
   * Verifies that the output, read as an object of a type, satisfies what the lambda asserts.
   *
   * <pre>{@code
   * assertThat(run).hasOutputSatisfying(Receipt.class, r -> assertThat(r.total()).isEqualTo(12));
   * }</pre>
   *
   * @throws IllegalArgumentException if the output does not fit the type
   */
  public <T> SELF hasOutputSatisfying(Class<T> type, Consumer<? super T> requirements) {
    Objects.requireNonNull(requirements, "requirements");
    return hasOutputSatisfying(json -> requirements.accept(ExpectedJson.as(json, type)));
  }

  /** Verifies that the output satisfies what the lambda asserts. */
  public SELF hasOutputSatisfying(Consumer<JsonNode> requirements) {
    Objects.requireNonNull(requirements, "requirements");
    isNotNull();
    if (actual.output().isEmpty()) {
      throwAssertionError(ShouldHaveJson.shouldHaveOutput(evidence(), instead()));
    }
    actual.output().ifPresent(output -> requirements.accept(output.deepCopy()));
    return myself;
  }

  /**
   * Verifies the virtual time from the execution's start to its end, or so far if it is running.
   */
  public SELF hasDuration(Duration expected) {
    Objects.requireNonNull(expected, "expected");
    isNotNull();
    if (!actual.duration().equals(expected)) {
      throwAssertionError(
          ShouldHaveDuration.shouldHaveDuration(evidence(), expected, actual.duration()));
    }
    return myself;
  }

  private JsonSubject output() {
    return new JsonSubject(this::evidence, "output", actual.output(), instead());
  }

  private Evidence evidence() {
    return Evidence.of(actual);
  }

  private String instead() {
    return "the execution is " + Evidence.outcome(actual);
  }
}

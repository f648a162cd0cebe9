package io.stepunit;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.codec.UserJson;
import io.stepunit.internal.mock.FieldValidation;
import io.stepunit.internal.model.State;
import io.stepunit.internal.teststate.Refusals;
import io.stepunit.internal.teststate.StateConfiguration;
import io.stepunit.internal.teststate.TestState;
import io.stepunit.internal.teststate.TestStateRequest;
import io.stepunit.teststate.InspectionLevel;
import io.stepunit.teststate.TestStateException;
import java.util.Objects;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Tests one state without an execution, as AWS's TestState does; "Using TestState API to test a
 * state" in the AWS Step Functions Developer Guide.
 *
 * <pre>{@code
 * StateResult result =
 *     order.state("Route").input(Map.of("amount", 900)).variables(Map.of("limit", 500)).test();
 * assertThat(result).hasNextState("ManualReview");
 * }</pre>
 *
 * <p>A tester is immutable: each method returns another one, so that tests can share a beginning.
 * All JSON may be given as text, a {@code JsonNode}, a {@code Map}, a record, or any object.
 *
 * <p>A Task is answered by {@link #mockResult} or {@link #mockError}, or else by the machine's own
 * mocks. A Parallel or Map is never run: it always needs one of the two. Other states take neither.
 *
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL)
public final class StateTester {
  private final TestState service;
  private final UserJson json;
  private final TestStateRequest request;

  StateTester(TestState service, UserJson json, State state) {
    this(service, json, TestStateRequest.of(state));
  }

  private StateTester(TestState service, UserJson json, TestStateRequest request) {
    this.service = service;
    this.json = json;
    this.request = request;
  }

  private StateTester with(TestStateRequest other) {
    return new StateTester(service, json, other);
  }

  private JsonNode read(@Nullable Object value, String what) {
    return json.read(value, what + " of '" + request.state().name() + "'");
  }

  /** Sets the state's raw input; {@code {}} by default. */
  public StateTester input(@Nullable Object input) {
    return with(request.withInput(read(input, "The input")));
  }

  /**
   * Sets the whole context object, {@code $$}. By default it is one as AWS makes it up for a test,
   * in which the state is called {@code StateName}.
   *
   * <p>AWS takes a context only beside a mock, and so never for a Pass or Choice; StepUnit takes it
   * for all states.
   *
   * @param context an object with any of {@code Execution}, {@code State}, {@code StateMachine},
   *     and for {@code .sync} and {@code .waitForTaskToken} {@code Task}
   */
  public StateTester context(Object context) {
    return with(request.withContext(read(context, "The context")));
  }

  /**
   * Sets the workflow variables that the state can read; none by default.
   *
   * @param variables an object: the values by name, without {@code $}
   * @throws IllegalArgumentException if it is no object
   */
  public StateTester variables(Object variables) {
    String what = "The variables of '" + request.state().name() + "'";
    return with(request.withVariables(VariableValues.read(json, variables, what)));
  }

  /**
   * Sets the result of the Task, or the array of results of all branches or iterations.
   *
   * <p>AWS checks it as {@link #validation} says, and then accepts only a text as the {@code
   * Payload} of a function, which stays a text. A {@code Payload} that is an object, as executions
   * have it, needs {@link MockValidation#NONE}.
   *
   * @param result a Task's as the state sees it; of a Map or Parallel the array of results, as many
   *     as items, batches or branches; with a {@code ResultWriter} an object
   * @throws TestStateException if it is text that is not JSON
   */
  public StateTester mockResult(@Nullable Object result) {
    try {
      return with(request.withMock(request.mock().returning(read(result, "The mocked result"))));
    } catch (IllegalArgumentException e) {
      throw Refusals.resultIsNotJson(String.valueOf(e.getMessage()));
    }
  }

  /** Sets the error with which the Task, Parallel or Map fails. */
  public StateTester mockError(String error, String cause) {
    Objects.requireNonNull(cause, "cause");
    Objects.requireNonNull(error, "error");
    return with(request.withMock(request.mock().failing(error, Optional.of(cause))));
  }

  /** Sets the error with which the Task, Parallel or Map fails, without a cause. */
  public StateTester mockError(String error) {
    Objects.requireNonNull(error, "error");
    return with(request.withMock(request.mock().failing(error, Optional.empty())));
  }

  /**
   * Sets how strictly a Task's mocked result is validated; {@link MockValidation#STRICT} by
   * default. StepUnit knows the shapes of some services only; see {@code
   * docs/guide/single-state.md}.
   */
  public StateTester validation(MockValidation mode) {
    Objects.requireNonNull(mode, "mode");
    return with(request.withMock(request.mock().checked(FieldValidation.mode(mode))));
  }

  /**
   * Sets the number of retries that the matching Retrier has made; 0 by default.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public StateTester retryCount(int retries) {
    requireCount(retries, "The count of retries");
    return with(request.withConfiguration(configuration().withRetrierRetryCount(retries)));
  }

  /**
   * Sets the number of failed iterations; the Map fails if it does not tolerate them. Needs a mock.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public StateTester mapIterationFailureCount(int failures) {
    requireCount(failures, "The count of failed iterations");
    return with(request.withConfiguration(configuration().withMapIterationFailureCount(failures)));
  }

  private static void requireCount(int count, String what) {
    if (count < 0) {
      throw new IllegalArgumentException(what + " is not negative, found " + count);
    }
  }

  /**
   * Sets what the Map's ItemReader read: an array, or the enclosing document if there is an
   * ItemsPointer.
   */
  public StateTester mapItemReaderData(Object data) {
    JsonNode read = read(data, "The data of the ItemReader");
    return with(request.withConfiguration(configuration().withMapItemReaderData(read)));
  }

  /** Sets the state inside the Parallel or Map that caused the mocked error. */
  public StateTester errorCausedBy(String state) {
    Objects.requireNonNull(state, "state");
    return with(request.withConfiguration(configuration().withErrorCausedByState(state)));
  }

  private StateConfiguration configuration() {
    return request.configuration();
  }

  /** Sets the inspection level; {@link InspectionLevel#INFO} by default. */
  public StateTester inspection(InspectionLevel level) {
    Objects.requireNonNull(level, "level");
    return with(request.withLevel(level));
  }

  /** Sets the role in the context object; null by default, as on AWS. */
  public StateTester roleArn(String roleArn) {
    Objects.requireNonNull(roleArn, "roleArn");
    return with(request.withRoleArn(roleArn));
  }

  /**
   * Tests the state. Nothing is kept from it: a tester may be asked again.
   *
   * @throws TestStateException if AWS would refuse the test, in its words
   * @throws AssertionError if the state is a Task that nothing answers
   */
  public StateResult test() {
    return new StateResult(service.test(request));
  }

  @Override
  public String toString() {
    return "a test of the state " + request.state().name();
  }
}

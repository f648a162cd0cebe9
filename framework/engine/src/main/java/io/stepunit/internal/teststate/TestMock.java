package io.stepunit.internal.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.shape.FieldValidationMode;
import java.util.Optional;

/**
 * The mocked result or error of a Task, Parallel or Map: the {@code mock} of TestState.
 *
 * @param result the result: a Task's, or the results of all branches or iterations
 * @param error what it fails with
 * @param validation how closely a Task's result has to follow the service's answer
 */
public record TestMock(
    Optional<JsonNode> result, Optional<MockedError> error, FieldValidationMode validation) {
  /** No mock: a Task's own mocks answer. */
  public static final TestMock NONE =
      new TestMock(Optional.empty(), Optional.empty(), FieldValidationMode.STRICT);

  /** An error name and its cause. */
  public record MockedError(String error, Optional<String> cause) {}

  /** Whether anything is mocked. */
  boolean isGiven() {
    return result.isPresent() || error.isPresent();
  }

  /** The same mock with a result. */
  public TestMock returning(JsonNode mocked) {
    return new TestMock(Optional.of(mocked), error, validation);
  }

  /** The same mock with an error. */
  public TestMock failing(String name, Optional<String> cause) {
    return new TestMock(result, Optional.of(new MockedError(name, cause)), validation);
  }

  /** The same mock, checked otherwise. */
  public TestMock checked(FieldValidationMode mode) {
    return new TestMock(result, error, mode);
  }
}

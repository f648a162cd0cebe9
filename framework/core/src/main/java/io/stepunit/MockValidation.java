package io.stepunit;

/**
 * How strictly a mocked result is validated against the shape of the service's response: the {@code
 * fieldValidationMode} of TestState. Fields that a shape does not name are accepted in each mode,
 * as AWS accepts them.
 *
 * <pre>{@code
 * order.mock("RunChild").validation(MockValidation.PRESENT).returns(Map.of("Output", OUTPUT));
 * }</pre>
 *
 * @since 0.1.0
 */
public enum MockValidation {
  /** Required fields are present, and present fields have the right type and size. */
  STRICT,
  /** Present fields have the right type and size. */
  PRESENT,
  /** Nothing is checked. */
  NONE
}

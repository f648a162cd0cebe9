package io.stepunit;

/**
 * How closely a mocked result has to follow the shape of the service's answer: the {@code
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
  /** Required fields are there, and the fields that are there have the right type and size. */
  STRICT,
  /** The fields that are there have the right type and size. */
  PRESENT,
  /** Anything goes. */
  NONE
}

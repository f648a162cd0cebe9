package io.stepunit.internal.shape;

/**
 * How strictly a mocked result is validated against the shape of the service's response: the {@code
 * fieldValidationMode} of TestState. Fields that a shape does not name are accepted in each mode,
 * as AWS accepts them.
 */
public enum FieldValidationMode {
  /** Required fields are present, and present fields have the right type and size. */
  STRICT,
  /** Present fields have the right type and size. */
  PRESENT,
  /** Nothing is checked. */
  NONE
}

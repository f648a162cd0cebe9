package io.stepunit.internal.shape;

/**
 * How closely a mocked result has to follow the shape of the service's answer: the {@code
 * fieldValidationMode} of TestState. Fields that a shape does not name are accepted in each mode,
 * as AWS accepts them.
 */
public enum FieldValidationMode {
  /** Required fields are there, and the fields that are there have the right type and size. */
  STRICT,
  /** The fields that are there have the right type and size. */
  PRESENT,
  /** Anything goes. */
  NONE
}

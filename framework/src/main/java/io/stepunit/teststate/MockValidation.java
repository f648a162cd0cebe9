package io.stepunit.teststate;

/**
 * How closely a mocked result has to follow the shape of the service's answer: the {@code
 * fieldValidationMode} of TestState.
 */
public enum MockValidation {
  /** Required fields are there, and the fields that are there have the right type and size. */
  STRICT,
  /** The fields that are there have the right type and size. */
  PRESENT,
  /** Anything goes. */
  NONE
}

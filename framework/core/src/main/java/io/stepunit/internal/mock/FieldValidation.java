package io.stepunit.internal.mock;

import io.stepunit.MockValidation;
import io.stepunit.internal.shape.FieldValidationMode;

/** How strictly a mock's results are validated. */
public final class FieldValidation {
  private FieldValidation() {}

  /** TestState's {@code fieldValidationMode}. */
  public static FieldValidationMode mode(MockValidation validation) {
    return switch (validation) {
      case STRICT -> FieldValidationMode.STRICT;
      case PRESENT -> FieldValidationMode.PRESENT;
      case NONE -> FieldValidationMode.NONE;
    };
  }
}

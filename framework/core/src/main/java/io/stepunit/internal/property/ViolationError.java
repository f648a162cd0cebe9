package io.stepunit.internal.property;

import io.stepunit.property.Verdict.Violation;

/** A machine has not kept to a property. */
public final class ViolationError extends AssertionError {
  private static final long serialVersionUID = 1L;

  private final String property;

  public ViolationError(Violation violation) {
    super(violation.toString());
    this.property = violation.property();
  }

  /** The part of the property, as a test writes it. */
  String property() {
    return property;
  }
}

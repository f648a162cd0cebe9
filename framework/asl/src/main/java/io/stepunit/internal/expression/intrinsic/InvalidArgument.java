package io.stepunit.internal.expression.intrinsic;

/** An argument is not one that the function takes; AWS does not say which one and why. */
final class InvalidArgument extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidArgument() {
    super("invalid argument", null, false, false);
  }
}

package io.stepunit.internal.json;

/** Thrown if a tree has more levels of objects and arrays than it may have. */
public final class TooDeepException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooDeepException() {
    super("The value is nested too deeply", null, false, false);
  }
}

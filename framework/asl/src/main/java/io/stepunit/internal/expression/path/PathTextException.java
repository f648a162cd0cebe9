package io.stepunit.internal.expression.path;

/** A text is no path; the message says why. */
final class PathTextException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PathTextException(String problem) {
    super(problem);
  }

  String problem() {
    return String.valueOf(getMessage());
  }
}

package io.stepunit.internal.expression.jsonata;

/** An expression refers to something that does not exist in Step Functions. */
final class UnsupportedReference extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String hint;

  UnsupportedReference(String message, String hint) {
    super(message, null, false, false);
    this.hint = hint;
  }

  String text() {
    return String.valueOf(getMessage());
  }

  /** What to write instead. */
  String hint() {
    return hint;
  }
}

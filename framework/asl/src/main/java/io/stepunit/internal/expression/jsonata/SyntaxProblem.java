package io.stepunit.internal.expression.jsonata;

/** A syntax error of JSONata, with AWS's text. */
final class SyntaxProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int position;

  SyntaxProblem(String message, int position) {
    super(message, null, false, false);
    this.position = position;
  }

  String text() {
    return String.valueOf(getMessage());
  }

  /** Where in the expression, from 0. */
  int position() {
    return position;
  }
}

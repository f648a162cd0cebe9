package io.stepunit.internal.jsonata;

/** A syntax error of JSONata, in JSONata's words. */
public final class SyntaxProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int position;

  SyntaxProblem(String message, int position) {
    super(message, null, false, false);
    this.position = position;
  }

  public String text() {
    return String.valueOf(getMessage());
  }

  /** Where in the expression, from 0. */
  public int position() {
    return position;
  }
}

package io.stepunit.expression.intrinsic;

import io.stepunit.expression.Expr;

/** An intrinsic function call, the value of a field such as {@code States.UUID()}. */
public final class IntrinsicCall {
  private IntrinsicCall() {}

  /**
   * Compiles a call.
   *
   * @throws io.stepunit.expression.ExpressionSyntaxException if the text is no intrinsic call
   */
  public static Expr compile(String text) {
    throw new UnsupportedOperationException("Intrinsic calls follow in the next commit: " + text);
  }
}

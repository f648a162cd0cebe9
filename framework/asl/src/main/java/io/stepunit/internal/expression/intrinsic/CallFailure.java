package io.stepunit.internal.expression.intrinsic;

/** A call cannot be answered; the message is what AWS says after "had the following error: ". */
final class CallFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CallFailure(String problem) {
    super(problem, null, false, false);
  }

  String problem() {
    return String.valueOf(getMessage());
  }
}

package io.stepunit.internal.expression.intrinsic;

/** Thrown if a call fails. */
final class CallFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String beforeCall;
  private final String afterCall;

  private CallFailure(String beforeCall, String afterCall, String problem) {
    super(problem, null, false, false);
    this.beforeCall = beforeCall;
    this.afterCall = afterCall;
  }

  /** A path of the call found nothing. */
  static CallFailure ofPath(String problem) {
    return new CallFailure("The function '", "' had the following error: ", problem);
  }

  /** A function does not take what its arguments are. */
  static CallFailure ofFunction(String problem) {
    return new CallFailure(
        "There was an error while evaluating the intrinsic function: ", ". ", problem);
  }

  /** What AWS says after it has named the call. */
  String problem() {
    return String.valueOf(getMessage());
  }

  /**
   * AWS's text.
   *
   * @param call the outermost call, whichever inner one failed
   */
  String causeText(String call) {
    return beforeCall + call + afterCall + problem();
  }
}

package io.stepunit.internal.expression.intrinsic;

/** Thrown if a call fails. */
final class CallFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  private CallFailure(String sentence, String problem) {
    super(problem, null, false, false);
    this.sentence = sentence;
  }

  /** A path of the call found nothing. */
  static CallFailure ofPath(String problem) {
    return new CallFailure("The function '%s' had the following error: %s", problem);
  }

  /** A function does not take what its arguments are. */
  static CallFailure ofFunction(String problem) {
    return new CallFailure(
        "There was an error while evaluating the intrinsic function: %s. %s", problem);
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
    return sentence.formatted(call, problem());
  }
}

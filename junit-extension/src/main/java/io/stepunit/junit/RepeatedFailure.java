package io.stepunit.junit;

/**
 * A failure like that of another combination of the same fault matrix, which shows all of it. This
 * one shows where it differs: which combination it is of.
 */
final class RepeatedFailure extends AssertionError {
  private static final long serialVersionUID = 1L;

  /**
   * @param failure the failure as it was thrown
   */
  RepeatedFailure(String message, Throwable failure) {
    super(message);
    setStackTrace(failure.getStackTrace());
  }
}

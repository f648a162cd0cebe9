package io.stepunit.internal.spi;

/**
 * Thrown by a handler that cannot answer a Task as it is: its message says why, and what to do
 * about it. Aborts the test with the call's place; no Retry and no Catch sees it.
 */
public final class UnanswerableTaskException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what is wrong and its cure, one or more sentences
   */
  public UnanswerableTaskException(String message) {
    super(message);
  }

  /**
   * @param message what is wrong and its cure, one or more sentences
   * @param cause what told so
   */
  public UnanswerableTaskException(String message, Throwable cause) {
    super(message, cause);
  }
}

package io.stepunit.expression;

/**
 * An expression could not be evaluated: the state fails with this error name and cause.
 *
 * <p>The cause text is AWS's own, without the prefix "An error occurred while executing the state
 * …" which the engine adds.
 */
public final class EvaluationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String error;

  /**
   * @param error the error name, such as {@code States.Runtime}
   * @param cause AWS's text
   */
  public EvaluationException(String error, String cause) {
    super(cause, null, false, false);
    this.error = error;
  }

  /** A failure named {@code States.Runtime}. */
  public static EvaluationException runtime(String cause) {
    return new EvaluationException("States.Runtime", cause);
  }

  /** The error name. */
  public String error() {
    return error;
  }

  /** AWS's text. */
  public String causeText() {
    return String.valueOf(getMessage());
  }
}

package io.stepunit.internal.expression;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An expression could not be evaluated: the state fails with this error name and cause.
 *
 * <p>The cause text is AWS's own, without the prefix "An error occurred while executing the state
 * …" which the engine adds.
 */
public final class EvaluationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String error;
  private final @Nullable String location;

  /**
   * @param error the error name, such as {@code States.Runtime}
   * @param cause AWS's text
   */
  public EvaluationException(String error, String cause) {
    this(error, cause, null, null);
  }

  private EvaluationException(
      String error, String cause, @Nullable String location, @Nullable Throwable origin) {
    super(cause, origin, false, false);
    this.error = error;
    this.location = location;
  }

  /** A failure named {@code States.Runtime}. */
  public static EvaluationException runtime(String cause) {
    return new EvaluationException("States.Runtime", cause);
  }

  /**
   * A JSONata expression failed: {@code States.QueryEvaluationError}.
   *
   * @param cause AWS's text
   * @param location where the expression stands in its state, such as {@code Output/total} or
   *     {@code Choices[1]/Condition}
   */
  public static EvaluationException query(String cause, String location) {
    return query(cause, location, null);
  }

  /**
   * The same, where what was thrown says more than AWS does.
   *
   * @param origin what was thrown inside of the expression, null if nothing was
   */
  public static EvaluationException query(
      String cause, String location, @Nullable Throwable origin) {
    return new EvaluationException("States.QueryEvaluationError", cause, location, origin);
  }

  /** The error name. */
  public String error() {
    return error;
  }

  /** AWS's text. */
  public String causeText() {
    return String.valueOf(getMessage());
  }

  /** Where a JSONata expression stands in its state; empty for anything else. */
  public Optional<String> location() {
    return Optional.ofNullable(location);
  }
}

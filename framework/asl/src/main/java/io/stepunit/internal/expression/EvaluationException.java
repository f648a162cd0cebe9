package io.stepunit.internal.expression;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if an expression cannot be evaluated; the state fails with this error name and cause.
 *
 * <p>The cause text is AWS's own, without the prefix "An error occurred while executing the state
 * …" which the engine adds where {@link #namesState()}.
 */
public final class EvaluationException extends RuntimeException {
  /** The error of a document that has no place for a value. */
  public static final String REFERENCE_PATH_CONFLICT = "States.ReferencePathConflict";

  private static final long serialVersionUID = 1L;
  private static final String QUERY_ERROR = "States.QueryEvaluationError";
  private static final String NULL_DOCUMENT =
      "Unable to apply Path transformation to null or empty input.";

  private final String error;
  private final @Nullable String location;
  private final boolean namesState;
  private final transient List<String> explanation;

  /**
   * @param error the error name, such as {@code States.Runtime}
   * @param cause AWS's text
   */
  public EvaluationException(String error, String cause) {
    this(error, cause, null, null, true, List.of());
  }

  private EvaluationException(
      String error,
      String cause,
      @Nullable String location,
      @Nullable Throwable origin,
      boolean namesState,
      List<String> explanation) {
    super(cause, origin, false, false);
    this.error = error;
    this.location = location;
    this.namesState = namesState;
    this.explanation = explanation;
  }

  /** A failure named {@code States.Runtime}. */
  public static EvaluationException runtime(String cause) {
    return new EvaluationException("States.Runtime", cause);
  }

  /** A path was applied to a document that is null, which fails whatever the path is. */
  public static EvaluationException nullDocument() {
    return runtime(NULL_DOCUMENT);
  }

  /**
   * A check of a JSONata state failed that belongs to no expression of it: {@code
   * States.QueryEvaluationError}.
   *
   * @param cause AWS's text
   */
  public static EvaluationException query(String cause) {
    return new EvaluationException(QUERY_ERROR, cause, null, null, true, List.of());
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
    return new EvaluationException(QUERY_ERROR, cause, location, origin, true, List.of());
  }

  /** The same failure, whose cause AWS shows without the words about the state before it. */
  public EvaluationException withoutState() {
    return new EvaluationException(error, causeText(), location, getCause(), false, explanation);
  }

  /**
   * The same failure, about which a person is told more than AWS says.
   *
   * @param lines in our words
   */
  public EvaluationException explained(List<String> lines) {
    return new EvaluationException(error, causeText(), location, getCause(), namesState, lines);
  }

  /** What a person is told beside AWS's text. */
  public List<String> explanation() {
    return explanation;
  }

  /** Whether the words "An error occurred while executing the state …" stand before the cause. */
  public boolean namesState() {
    return namesState;
  }

  /** Whether a path was applied to a document that is null. */
  public boolean isOfNullDocument() {
    return NULL_DOCUMENT.equals(getMessage());
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

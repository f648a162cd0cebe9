package io.stepunit.internal.expression.jsonata;

import io.stepunit.internal.jsonata.LimitExceeded.Limit;
import org.jspecify.annotations.Nullable;

/** Why an expression has no result: the end of AWS's sentence about it. */
final class EvaluationFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final String THREW = "threw an error during evaluation";

  private EvaluationFailure(String ending) {
    this(ending, null);
  }

  private EvaluationFailure(String ending, @Nullable Throwable cause) {
    super(ending, cause, false, false);
  }

  /** An error that JSONata has a code for. */
  static EvaluationFailure coded(String code, String message) {
    return new EvaluationFailure(THREW + ". " + code + ": " + message);
  }

  /** The evaluation went beyond what AWS lets it do. */
  static EvaluationFailure limit(Limit limit) {
    return new EvaluationFailure(
        THREW
            + switch (limit) {
              case DEPTH ->
                  ": Stack overflow error: Check for non-terminating recursive function. Consider"
                      + " rewriting as tail-recursive.";
              case MEMORY ->
                  ": Expression evaluation memory limit exceeded: Check for excessive memory usage";
              case TIME -> ": Expression evaluation timeout";
            });
  }

  /**
   * A failure inside a function, for which AWS gives an id only.
   *
   * @param cause what was thrown, so that a bug can be told from a wrong argument
   */
  static EvaluationFailure internal(String id, Throwable cause) {
    return new EvaluationFailure("threw an internal error during evaluation. " + id, cause);
  }

  static EvaluationFailure undefined() {
    return new EvaluationFailure("returned nothing (undefined).");
  }

  static EvaluationFailure unsupportedResult() {
    return new EvaluationFailure("returned an unsupported result type.");
  }

  static EvaluationFailure unexpectedType(String expected, String found, String value) {
    return new EvaluationFailure(
        "returned an unexpected result type. Expected '%s', but was '%s' for value: %s"
            .formatted(expected, found, value));
  }

  String ending() {
    return String.valueOf(getMessage());
  }
}

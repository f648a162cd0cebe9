package io.stepunit.internal.assertj;

import io.stepunit.Execution;

/**
 * An execution has another error or cause, or none.
 *
 * @since 0.1.0
 */
public final class ShouldHaveError extends ExecutionMessage {

  private ShouldHaveError(Execution run, String expectation, String expected, String found) {
    super(
        Evidence.of(run),
        "Expecting " + Evidence.of(run).subject() + " " + expectation,
        block(expected),
        found);
  }

  /** The error name is not the expected one. */
  public static ShouldHaveError shouldHaveError(Execution run, String expected) {
    return new ShouldHaveError(run, "to have the error", expected, found(run));
  }

  /** The cause is not the expected one. */
  public static ShouldHaveError shouldHaveCause(Execution run, String expected) {
    return new ShouldHaveError(run, "to have the cause", expected, found(run));
  }

  /** The cause does not contain the expected text. */
  public static ShouldHaveError shouldHaveCauseContaining(Execution run, String expected) {
    return new ShouldHaveError(run, "to have a cause that contains", expected, found(run));
  }

  private static String found(Execution run) {
    return "but it is " + Evidence.outcome(run);
  }
}

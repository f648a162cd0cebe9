package io.stepunit.internal.assertj;

import io.stepunit.Execution;

/**
 * An execution has an error or a cause.
 *
 * @since 0.1.0
 */
public final class ShouldHaveNoError extends ExecutionMessage {

  private ShouldHaveNoError(Execution run) {
    super(
        Evidence.of(run),
        "Expecting " + Evidence.of(run).subject() + " to have neither error nor cause",
        "but it is " + Evidence.outcome(run));
  }

  /** There is an error or a cause. */
  public static ShouldHaveNoError shouldHaveNoError(Execution run) {
    return new ShouldHaveNoError(run);
  }
}

package io.stepunit.internal.assertj;

import io.stepunit.Execution;
import io.stepunit.history.ExecutionStatus;

/**
 * An execution has another status.
 *
 * @since 0.1.0
 */
public final class ShouldHaveStatus extends ExecutionMessage {

  private ShouldHaveStatus(Execution run, String expectation) {
    super(
        Evidence.of(run),
        "Expecting " + Evidence.of(run).subject() + " " + expectation,
        "but it is " + Evidence.outcome(run));
  }

  /** The status is not the expected one. */
  public static ShouldHaveStatus shouldHaveStatus(Execution run, ExecutionStatus expected) {
    return new ShouldHaveStatus(run, "to have status " + expected);
  }

  /** The execution still runs. */
  public static ShouldHaveStatus shouldHaveEnded(Execution run) {
    return new ShouldHaveStatus(run, "to have ended");
  }
}

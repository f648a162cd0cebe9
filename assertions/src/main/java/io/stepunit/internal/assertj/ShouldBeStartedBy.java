package io.stepunit.internal.assertj;

import io.stepunit.Execution;

/**
 * An execution is associated with another starter, or with none.
 *
 * @since 0.1.0
 */
public final class ShouldBeStartedBy extends ExecutionMessage {

  private ShouldBeStartedBy(Execution run, Execution starter) {
    super(
        Evidence.of(run),
        "Expecting " + Evidence.of(run).subject() + " to be started by",
        block(starter.arn()),
        run.startedBy()
            .map(found -> "but its input names\n" + block(found))
            .orElse(
                "but its input has no AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID; the Task that"
                    + " starts it must pass it:\n"
                    + block(
                        "\"AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID.$\": \"$$.Execution.Id\"")));
  }

  /** The execution does not name its starter. */
  public static ShouldBeStartedBy shouldBeStartedBy(Execution run, Execution starter) {
    return new ShouldBeStartedBy(run, starter);
  }
}

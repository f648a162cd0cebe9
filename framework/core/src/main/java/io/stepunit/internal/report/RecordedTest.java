package io.stepunit.internal.report;

import io.stepunit.Execution;
import java.util.List;
import java.util.Optional;

/**
 * A test that has ended, as further records of it name it.
 *
 * @param id which test it is
 * @param failed whether it failed
 * @param runs the executions that it started, in the order of their starts
 */
record RecordedTest(TestId id, boolean failed, List<Run> runs) {
  /**
   * An execution of the test.
   *
   * @param id of its record, if it is kept
   * @param definition the id of its definition's record
   */
  record Run(String arn, String id, String definition) {}

  /** The id of an execution's record; empty if the test did not start it. */
  Optional<String> idOf(Execution execution) {
    return idOf(execution.arn(), 0);
  }

  /**
   * The same for one of several environments, whose executions may have the same ARN.
   *
   * @param before how many of this ARN were before it
   */
  Optional<String> idOf(String arn, int before) {
    return runs.stream().filter(run -> run.arn().equals(arn)).skip(before).map(Run::id).findFirst();
  }

  /** The id of the record of an execution's definition. */
  Optional<String> definitionOf(Execution execution) {
    return runs.stream()
        .filter(run -> run.arn().equals(execution.arn()))
        .map(Run::definition)
        .findFirst();
  }
}

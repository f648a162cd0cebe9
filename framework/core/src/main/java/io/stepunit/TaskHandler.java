package io.stepunit;

import io.stepunit.internal.spi.TaskReply;
import io.stepunit.internal.spi.TaskRequest;

/**
 * Stands in for what a Task calls.
 *
 * <p>Only {@link TaskFailure} becomes an error that Retry and Catch see; any other exception aborts
 * the test.
 */
@FunctionalInterface
public interface TaskHandler {
  /**
   * Answers one attempt of a Task.
   *
   * @throws TaskFailure if the task is to fail as AWS's would
   * @throws Exception anything else aborts the test
   */
  TaskReply handle(TaskRequest request) throws Exception;
}

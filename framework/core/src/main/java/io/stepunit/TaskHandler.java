package io.stepunit;

/**
 * Answers the calls of a Task in place of its resource, as {@code
 * order.mock("Charge").handledBy(handler)} or as a Mockito mock.
 *
 * <p>Only {@link TaskFailure} becomes an error that Retry and Catch see; any other exception aborts
 * the test.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface TaskHandler {
  /**
   * Answers one attempt of a Task.
   *
   * @param request the attempt, with a copy of its input
   * @return the outcome, never null
   * @throws TaskFailure if the task is to fail as AWS's would
   * @throws Exception anything else aborts the test
   */
  TaskReply handle(TaskRequest request) throws Exception;
}

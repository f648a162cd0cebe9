package io.stepunit.internal.spi;

/** Finds what answers a Task, and calls it. */
@FunctionalInterface
public interface TaskDispatcher {
  /**
   * The reply to one attempt of a Task.
   *
   * @throws AssertionError to abort the test: nobody answers this task, or who does is broken
   */
  AttemptReply dispatch(AttemptRequest request);

  /**
   * Whether an activity exists; AWS fails a Task whose activity was deleted before it is scheduled.
   */
  default boolean activityExists(String activityArn) {
    return true;
  }

  /**
   * When a call of SendTaskSuccess, SendTaskFailure or SendTaskHeartbeat that somebody makes for a
   * waiting task reaches the service.
   *
   * @param request the attempt that waits
   * @param call what is called
   */
  default TokenDelivery deliver(AttemptRequest request, TokenCall call) {
    return TokenDelivery.AT_ONCE;
  }
}

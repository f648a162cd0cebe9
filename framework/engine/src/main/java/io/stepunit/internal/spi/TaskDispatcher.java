package io.stepunit.internal.spi;

import java.util.Optional;

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
   * Who answered an attempt, for messages: {@code mock("Charge") at OrderTest.java:12}.
   *
   * @return empty if that is not known
   */
  default Optional<String> answererOf(AttemptRequest request) {
    return Optional.empty();
  }

  /**
   * Whether requests are answered that AWS would not send, because the data that they are made of
   * is made up.
   */
  default boolean takesAnyRequest() {
    return false;
  }

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

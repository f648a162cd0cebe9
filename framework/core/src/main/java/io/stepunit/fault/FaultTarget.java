package io.stepunit.fault;

import java.time.Duration;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Selects the fault to inject into the chosen Tasks. What AWS shows of each fault, by kind of
 * integration, is in docs/reference/fault-catalogue.md.
 *
 * <p>Each method throws {@link IllegalArgumentException} if the fault can affect none of the Tasks.
 *
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL)
public interface FaultTarget {
  /** Fails the call with an error without a cause; the mock is not called. */
  FaultRule fails(@Nullable String error);

  /**
   * Fails the call; the mock is not called.
   *
   * @param error the error name that Retry and Catch compare; null for a failure that has none
   * @param cause the cause text; null for a failure that has none
   */
  FaultRule fails(@Nullable String error, @Nullable String cause);

  /** Refuses the call because there are too many. */
  FaultRule throttled();

  /** Refuses the first calls because there are too many. */
  FaultRule throttledFirst(int calls);

  /** Refuses the call because the state machine's role lacks the permission. */
  FaultRule refusesPermission();

  /**
   * Skips the call and returns nothing, not even heartbeats, until a timeout of the state or the
   * service.
   */
  FaultRule timesOut();

  /** Fails the call after it has had its effect. */
  FaultRule failsAfterEffect(String error, @Nullable String cause);

  /**
   * Loses the reply of a call that has had its effect: the Task waits for a timeout of the state or
   * the service's client. A retry then does the work once more.
   */
  FaultRule losesReply();

  /** Makes the result larger than 262,144 bytes. */
  FaultRule exceedsPayload();

  /**
   * Damages one value of the result, chosen by the seed: it is missing, null or of another type.
   */
  FaultRule corruptsResult();

  /** Drops heartbeats, a mock's as well as the test's. */
  FaultRule dropsHeartbeats();

  /** Loses SendTaskSuccess and SendTaskFailure. */
  FaultRule losesCallback();

  /**
   * Delays SendTaskSuccess and SendTaskFailure.
   *
   * @param delay virtual time, positive
   */
  FaultRule delaysCallback(Duration delay);

  /**
   * Duplicates SendTaskSuccess and SendTaskFailure. The second finds the token used: its sender is
   * answered TaskTimedOut, the execution does not hear of it.
   */
  FaultRule duplicatesCallback();

  /**
   * Delays the answer by virtual time. Whoever answers the Task is asked at the usual time.
   *
   * @param latency virtual time, positive
   */
  FaultRule latency(Duration latency);
}

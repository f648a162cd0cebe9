package io.stepunit.fault;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The Tasks that a fault is to befall: says what goes wrong. What AWS shows of each in which kind
 * of integration is in docs/guide/faults.md.
 *
 * <p>Each method throws {@link IllegalArgumentException} if the fault can befall none of the Tasks.
 *
 * @since 0.1.0
 */
public interface FaultTarget {
  /** The call fails with an error that has no cause; whoever answers the Task is not asked. */
  FaultRule fails(String error);

  /**
   * The call fails; whoever answers the Task is not asked.
   *
   * @param error the error name that Retry and Catch compare; null for a failure that has none
   * @param cause the cause text; null for a failure that has none
   */
  FaultRule fails(@Nullable String error, @Nullable String cause);

  /** The service refuses the call because there are too many. */
  FaultRule throttled();

  /** The service refuses the first calls because there are too many. */
  FaultRule throttledFirst(int calls);

  /** The role of the state machine may not make the call. */
  FaultRule refusesPermission();

  /**
   * Nothing is done and nothing comes back, no heartbeat either: the Task runs into its {@code
   * TimeoutSeconds} or {@code HeartbeatSeconds}, or into what the service itself allows.
   */
  FaultRule timesOut();

  /** The Task does its work, and then fails all the same. */
  FaultRule failsAfterEffect(String error, @Nullable String cause);

  /**
   * The Task does its work, and nobody hears of it: it runs into its {@code TimeoutSeconds}, or
   * into what the service's client allows. A retry then does the work once more.
   */
  FaultRule losesReply();

  /** The result is larger than 262,144 bytes. */
  FaultRule exceedsPayload();

  /** One value of the result, drawn by the seed, is missing, null, or of another type. */
  FaultRule corruptsResult();

  /** Heartbeats do not arrive, neither a mock's nor those that the test sends. */
  FaultRule dropsHeartbeats();

  /** SendTaskSuccess and SendTaskFailure do not arrive. */
  FaultRule losesCallback();

  /**
   * SendTaskSuccess and SendTaskFailure arrive later.
   *
   * @param delay virtual time, positive
   */
  FaultRule delaysCallback(Duration delay);

  /**
   * SendTaskSuccess and SendTaskFailure arrive twice. The second finds the token used: its sender
   * is answered TaskTimedOut, the execution does not hear of it.
   */
  FaultRule duplicatesCallback();

  /**
   * The answer takes longer, by virtual time. Whoever answers the Task is asked at the usual time.
   *
   * @param latency virtual time, positive
   */
  FaultRule latency(Duration latency);
}

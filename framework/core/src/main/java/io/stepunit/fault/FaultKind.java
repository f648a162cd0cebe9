package io.stepunit.fault;

import org.apiguardian.api.API;

/**
 * The kinds of faults of a Task. What AWS shows of each is in docs/guide/faults.md.
 *
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL)
public enum FaultKind {
  /** The Task fails with a given error and does no work. */
  FAILS("fails"),
  /** Refuses the call because there are too many. */
  THROTTLED("throttled"),
  /** Refuses the call because the state machine's role lacks the permission. */
  REFUSES_PERMISSION("permission refused"),
  /** No work is done and nothing returns, until a timeout of the state or the service. */
  TIMES_OUT("times out"),
  /** The Task does its work, then fails with a given error. */
  FAILS_AFTER_EFFECT("fails after the effect"),
  /** The Task does its work, but its reply is lost. */
  LOSES_REPLY("reply lost"),
  /** The result is larger than the service accepts. */
  EXCEEDS_PAYLOAD("payload over the limit"),
  /** The result is damaged: a field is missing, null, or of another type. */
  CORRUPTS_RESULT("result corrupted"),
  /** Heartbeats do not arrive. */
  DROPS_HEARTBEATS("heartbeats dropped"),
  /** Neither SendTaskSuccess nor SendTaskFailure arrives. */
  LOSES_CALLBACK("callback lost"),
  /** Delays SendTaskSuccess and SendTaskFailure. */
  DELAYS_CALLBACK("callback late"),
  /** Duplicates SendTaskSuccess and SendTaskFailure. */
  DUPLICATES_CALLBACK("callback twice"),
  /** The answer takes longer. */
  LATENCY("latency");

  private final String text;

  FaultKind(String text) {
    this.text = text;
  }

  /** The text in reports: {@code reply lost}. */
  public String text() {
    return text;
  }
}

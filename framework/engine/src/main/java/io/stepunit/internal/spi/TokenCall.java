package io.stepunit.internal.spi;

/** What the holder of a task token calls. */
public enum TokenCall {
  /** Sends SendTaskSuccess. */
  SUCCESS,
  /** Sends SendTaskFailure. */
  FAILURE,
  /** Sends SendTaskHeartbeat. */
  HEARTBEAT
}

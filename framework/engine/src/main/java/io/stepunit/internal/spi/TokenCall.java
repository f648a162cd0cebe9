package io.stepunit.internal.spi;

/** An API call with a task token. */
public enum TokenCall {
  /** Sends SendTaskSuccess. */
  SUCCESS,
  /** Sends SendTaskFailure. */
  FAILURE,
  /** Sends SendTaskHeartbeat. */
  HEARTBEAT
}

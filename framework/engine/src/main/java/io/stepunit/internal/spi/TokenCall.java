package io.stepunit.internal.spi;

/** What the holder of a task token calls. */
public enum TokenCall {
  /** SendTaskSuccess. */
  SUCCESS,
  /** SendTaskFailure. */
  FAILURE,
  /** SendTaskHeartbeat. */
  HEARTBEAT
}

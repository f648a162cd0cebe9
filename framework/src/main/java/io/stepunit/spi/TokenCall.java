package io.stepunit.spi;

/** What the holder of a task token calls. */
public enum TokenCall {
  /** SendTaskSuccess. */
  SUCCESS,
  /** SendTaskFailure. */
  FAILURE,
  /** SendTaskHeartbeat. */
  HEARTBEAT
}

package io.stepunit.internal.time;

/**
 * The order of events at the same instant of virtual time; {@code docs/reference/determinism.md}
 * gives the reason of each tie.
 */
public enum Phase {
  /** What comes from outside: task tokens, heartbeats, stops. */
  ARRIVAL,
  /** States are entered, tasks are scheduled and started. */
  START,
  /** Tasks answer, waits end. */
  RESULT,
  /** A task's or heartbeat's time is over. */
  TASK_DEADLINE,
  /** A branch or an iteration has ended: its Parallel or Map takes note. */
  JOIN,
  /** A Map Run of which too much has failed stops what still runs. */
  DECISION,
  /** The machine's time is over. */
  EXECUTION_DEADLINE,
  /** The service lets an execution run no longer. Where this alone is due, all is at rest. */
  SERVICE_LIMIT;

  /**
   * Whether AWS keeps no order between branches here: what starts, answers, joins and is decided at
   * one instant may come in any. What comes from outside is still first, and deadlines are still
   * last.
   */
  boolean isInterleaved() {
    return this == START || this == RESULT || this == JOIN || this == DECISION;
  }
}

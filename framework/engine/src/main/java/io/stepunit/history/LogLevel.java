package io.stepunit.history;

import java.util.EnumSet;
import java.util.Set;

/**
 * The level of a state machine's logging: which events it sends to CloudWatch Logs.
 *
 * @since 0.1.0
 */
public enum LogLevel {
  /** Every event. */
  ALL(EnumSet.allOf(EventType.class)),
  /** The events of failures. */
  ERROR(failures()),
  /** The failed end of an execution. */
  FATAL(
      EnumSet.of(
          EventType.EXECUTION_FAILED, EventType.EXECUTION_ABORTED, EventType.EXECUTION_TIMED_OUT)),
  /** Nothing. */
  OFF(EnumSet.noneOf(EventType.class));

  private final Set<EventType> types;

  LogLevel(Set<EventType> types) {
    this.types = types;
  }

  /** Whether events of a type are logged. */
  public boolean includes(EventType type) {
    return types.contains(type);
  }

  /**
   * "Log levels for Step Functions execution events" in the Developer Guide lists them: all that
   * failed, were aborted or timed out, and the entry of a Fail state.
   */
  private static Set<EventType> failures() {
    Set<EventType> types = EnumSet.of(EventType.FAIL_STATE_ENTERED);
    for (EventType type : EventType.values()) {
      String name = type.awsName();
      if (name.endsWith("Failed") || name.endsWith("Aborted") || name.endsWith("TimedOut")) {
        types.add(type);
      }
    }
    return types;
  }
}

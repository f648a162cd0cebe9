package io.stepunit.history;

/** What happened in an execution, a line an event: virtual time, state, event, attempt, error. */
public final class Timeline {
  private Timeline() {}

  static Timeline of(Execution execution) {
    throw new UnsupportedOperationException();
  }
}

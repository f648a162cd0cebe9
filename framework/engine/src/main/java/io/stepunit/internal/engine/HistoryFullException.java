package io.stepunit.internal.engine;

/** The history has reached its limit; the execution has just ended for that. Control flow only. */
final class HistoryFullException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  HistoryFullException() {
    super("the execution has ended: its history is full", null, false, false);
  }
}

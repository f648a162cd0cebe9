package io.stepunit.internal.engine;

/**
 * The execution has just ended in place of an event: its history is full, or its machine was
 * deleted. Control flow only.
 */
final class EndedExecutionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EndedExecutionException() {
    super("the execution has ended", null, false, false);
  }
}

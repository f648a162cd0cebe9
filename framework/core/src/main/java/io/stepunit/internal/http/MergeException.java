package io.stepunit.internal.http;

/**
 * Thrown if what a connection adds cannot be merged with a Task's body: the Task fails, nothing is
 * sent.
 */
final class MergeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MergeException() {
    super("Cannot merge connection body authorization parameters with request body.");
  }
}

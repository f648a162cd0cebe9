package io.stepunit.internal.measured;

/** A case asks for an operation that the simulated API does not have. */
final class MissingOperationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MissingOperationException(String operation) {
    super(operation);
  }
}

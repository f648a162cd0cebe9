package io.stepunit.junit;

/** The failure of an {@link AlwaysHolds}, which tells all that is to be told. */
final class CounterexampleError extends AssertionError {
  private static final long serialVersionUID = 1L;

  CounterexampleError(String message) {
    super(message);
  }
}

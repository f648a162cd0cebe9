package io.stepunit.internal.junit;

/** The tests of a project cannot be asked about mutants. */
final class UnusableTestsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableTestsException(String message) {
    super(message);
  }
}

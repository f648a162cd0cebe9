package io.stepunit.mock;

/**
 * A Task was called that no mock answers. Aborts the test; no Retry and no Catch sees it. The
 * message has the call, the mocks that come near, and the line of code that is missing.
 */
public final class UnmockedTaskError extends AssertionError {
  private static final long serialVersionUID = 1L;

  UnmockedTaskError(String message) {
    super(message);
  }
}

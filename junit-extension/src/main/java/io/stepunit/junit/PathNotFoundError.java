package io.stepunit.junit;

/** The failure of a {@link PathTest} for a transition that no path takes. */
final class PathNotFoundError extends AssertionError {
  private static final long serialVersionUID = 1L;

  PathNotFoundError(String message) {
    super(message);
  }
}

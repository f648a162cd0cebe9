package io.stepunit.mock;

/** One mock as a test made it. Compared by identity. */
public final class MockDeclaration {
  MockDeclaration() {}

  /** Whether a Task was answered by it. */
  public boolean used() {
    throw new UnsupportedOperationException();
  }
}

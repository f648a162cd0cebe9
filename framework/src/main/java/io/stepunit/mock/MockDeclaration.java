package io.stepunit.mock;

/** One mock as a test made it. Compared by identity. */
public final class MockDeclaration {
  MockDeclaration() {}

  /** Whether a Task was answered by it. */
  public boolean used() {
    throw new UnsupportedOperationException();
  }

  /**
   * What was mocked and where, for people: {@code mock("Charge") at OrderTest.java:41}. The same line of
   * a test gives the same text in each environment, so that a class can sum up over its tests.
   */
  @Override
  public String toString() {
    throw new UnsupportedOperationException();
  }
}

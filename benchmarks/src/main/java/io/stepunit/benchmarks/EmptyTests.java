package io.stepunit.benchmarks;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Tests that do nothing: what JUnit itself costs. */
final class EmptyTests {
  private EmptyTests() {}

  static class One {
    @Test
    void nothing() {}
  }

  static class Many {
    @RepeatedTest(10_000)
    void nothing() {}
  }
}

package io.stepunit.internal.report;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The test that a thread is running. It is all that leads from a test to the environments that its
 * code makes by hand. Threads that a test starts inherit it.
 */
public final class CurrentTest {
  // Each thread has a value of its own: tests that run in parallel share nothing here.
  private static final ThreadLocal<@Nullable TestRecording> RUNNING =
      new InheritableThreadLocal<>();

  private CurrentTest() {}

  /** The recording of the test that this thread runs; empty if nothing is recorded. */
  public static Optional<TestRecording> recording() {
    return Optional.ofNullable(RUNNING.get());
  }

  /** Whether the test that this thread runs is to find a mistake that was put in a definition. */
  public static boolean triesMutant() {
    return recording().flatMap(TestRecording::rerun).flatMap(Rerun::mistake).isPresent();
  }

  /** A test, or what has tests, begins on this thread. */
  public static void begins(TestRecording test) {
    RUNNING.set(test);
  }

  /**
   * A test has ended on this thread.
   *
   * @param before what the thread ran before it began
   */
  public static void ended(Optional<TestRecording> before) {
    before.ifPresentOrElse(RUNNING::set, RUNNING::remove);
  }
}

package io.stepunit.internal.report;

import java.util.List;
import java.util.Optional;

/**
 * A test, or a container of tests, of which nothing is recorded but what it reaches. Its machines
 * may be given other definitions than it asks for.
 */
public final class WatchedTest {
  private final TestRecording recording;

  private WatchedTest(TestRecording recording) {
    this.recording = recording;
  }

  /**
   * A test begins.
   *
   * @param uniqueId what the test framework calls it
   * @param parent the container that it is in
   * @param rerun which of its runs it is
   */
  public static WatchedTest begins(String uniqueId, Optional<WatchedTest> parent, Rerun rerun) {
    TestIds ids = new TestIds("");
    return new WatchedTest(
        new TestRecording(
            () -> ids.of(uniqueId),
            parent.map(around -> around.recording).orElse(null),
            Optional.empty(),
            false,
            Optional.of(rerun)));
  }

  /** What leads from the test's thread to its environments. */
  public TestRecording recording() {
    return recording;
  }

  /** Whether a sweep has made it, such as a fault matrix: one of many that are nearly the same. */
  public boolean isOfSweep() {
    return recording.isGenerated();
  }

  /**
   * The test has ended.
   *
   * @return what the executions reached that are in environments of its own
   */
  public List<Reached> end() {
    return Reached.in(recording.closedWorlds());
  }
}

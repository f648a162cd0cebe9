package io.stepunit.internal.recording;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Replays what AWS recorded and compares event for event: one dynamic test a case.
 *
 * <p>{@code docs/conformance.md} has the command and says how to read the outcome.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordedExecutionsTest {
  private final CaseTests tests =
      new CaseTests(
          RecordingsFolder.configured("stepunit.recordings", "conformance"), "recordings");

  @TestFactory
  Stream<DynamicTest> behaves_as_recorded_on_aws() {
    CaseRunner runner = new CaseRunner(ReviewedSkips.read("/recordings-skips.json"));
    return tests.of(CorpusCase::allIn, CorpusCase::id, runner::run);
  }

  @AfterAll
  void write_the_summary() throws IOException {
    tests.writeSummary();
  }
}

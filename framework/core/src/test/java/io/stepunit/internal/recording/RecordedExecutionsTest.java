package io.stepunit.internal.recording;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
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
  private final RecordingsSummary summary = new RecordingsSummary();
  private boolean ran;

  @TestFactory
  Stream<DynamicTest> behaves_as_recorded_on_aws() {
    RecordingsFolder folder = RecordingsFolder.configured();
    if (!folder.isPresent()) {
      if (folder.required()) {
        fail(folder.absence());
      }
      Assumptions.abort(folder.absence());
    }
    List<CorpusCase> cases = folder.cases();
    if (cases.isEmpty()) {
      fail("The folder " + folder.path().toAbsolutePath() + " has no recorded case in it.");
    }
    ran = true;
    CaseRunner runner = new CaseRunner(ReviewedSkips.read());
    return cases.stream()
        .map(recorded -> DynamicTest.dynamicTest(recorded.id(), () -> check(runner, recorded)));
  }

  private void check(CaseRunner runner, CorpusCase recorded) {
    Verdict verdict = runner.run(recorded);
    summary.add(verdict);
    switch (verdict.outcome()) {
      case PASSED -> {}
      case SKIPPED -> Assumptions.abort("skipped: " + verdict.reason());
      case NOT_YET -> Assumptions.abort("not yet: " + verdict.reason());
      case FAILED -> fail(recorded.file().toUri() + "\n" + verdict.reason());
    }
  }

  @AfterAll
  void write_the_summary() throws IOException {
    if (ran) {
      summary.write(
          RecordingsFolder.checkout().resolve("framework/target/recordings/summary.json"));
      System.out.println(summary.table());
    }
  }
}

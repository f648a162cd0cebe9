package io.stepunit.internal.suite;

import io.stepunit.internal.recording.CaseTests;
import io.stepunit.internal.recording.RecordingsFolder;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Runs cases of JSONata's own test suite: one dynamic test a case.
 *
 * <p>{@code docs/conformance.md} has the command and says how to read the outcome.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JsonataSuiteTest {
  private final CaseTests tests =
      new CaseTests(RecordingsFolder.configured("stepunit.jsonata", "jsonata-suite"), "jsonata");

  @TestFactory
  Stream<DynamicTest> evaluates_as_the_reference_implementation_does() {
    SuiteRunner runner = new SuiteRunner(SuiteDifferences.read());
    return tests.of(SuiteCase::allIn, SuiteCase::id, runner::run);
  }

  @AfterAll
  void write_the_summary() throws IOException {
    tests.writeSummary();
  }
}

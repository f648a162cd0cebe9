package io.stepunit.internal.measured;

import io.stepunit.internal.recording.CaseTests;
import io.stepunit.internal.recording.RecordingsFolder;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Runs cases that were measured on AWS through the public API: one dynamic test a case.
 *
 * <p>{@code docs/conformance.md} has the command and says how to read the outcome.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MeasuredCasesTest {
  private final CaseTests tests =
      new CaseTests(RecordingsFolder.configured("stepunit.measured", "measured"), "measured");

  @TestFactory
  Stream<DynamicTest> behaves_as_measured_on_aws() {
    MeasuredRunner runner = new MeasuredRunner(MeasuredSkips.read());
    return tests.of(MeasuredCase::allIn, MeasuredCase::id, runner::run);
  }

  @AfterAll
  void write_the_summary() throws IOException {
    tests.writeSummary();
  }
}

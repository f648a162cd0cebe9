package io.stepunit.definitions;

import static org.junit.jupiter.api.Assertions.fail;

import io.stepunit.internal.recording.RecordingsFolder;
import io.stepunit.internal.recording.RecordingsSummary;
import io.stepunit.internal.recording.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Loads definitions that others published, and test data of other validators: one dynamic test a
 * record.
 *
 * <p>{@code docs/conformance.md} has the command and says how to read the outcome.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealDefinitionsTest {
  private final RecordingsSummary summary = new RecordingsSummary();

  @TestFactory
  Stream<DynamicTest> loads_as_its_author_meant_it() throws IOException {
    RecordingsFolder folder = RecordingsFolder.configured("stepunit.definitions", "definitions");
    if (!folder.isPresent()) {
      if (folder.required()) {
        fail(folder.absence());
      }
      Assumptions.abort(folder.absence());
    }
    List<DefinitionRecord> records = records(folder.path());
    if (records.isEmpty()) {
      fail("The folder " + folder.path().toAbsolutePath() + " has no definition in it.");
    }
    Reasons reasons = Reasons.read();
    return records.stream()
        .map(record -> DynamicTest.dynamicTest(record.id(), () -> check(record, reasons)));
  }

  private static List<DefinitionRecord> records(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(DefinitionRecord::isRecord)
          .filter(Files::isRegularFile)
          .sorted()
          .map(DefinitionRecord::read)
          .toList();
    }
  }

  private void check(DefinitionRecord record, Reasons reasons) {
    Verdict verdict = verdict(record, reasons);
    summary.add(verdict);
    switch (verdict.outcome()) {
      case PASSED -> {}
      case SKIPPED, NOT_YET -> Assumptions.abort("not yet: " + verdict.reason());
      case FAILED -> fail(record.file().toUri() + "\n" + verdict.reason());
    }
  }

  private static Verdict verdict(DefinitionRecord record, Reasons reasons) {
    try {
      String problems = new DefinitionCheck(record, reasons).problems();
      return problems.isEmpty()
          ? of(record, Verdict.Kind.PASSED, "")
          : of(record, Verdict.Kind.FAILED, problems);
    } catch (RuntimeException e) {
      return of(record, Verdict.Kind.FAILED, e.toString());
    }
  }

  private static Verdict of(DefinitionRecord record, Verdict.Kind outcome, String reason) {
    return new Verdict(record.id(), record.format(), record.group(), outcome, reason);
  }

  @AfterAll
  void write_the_summary() throws IOException {
    if (!summary.isEmpty()) {
      summary.write(
          RecordingsFolder.checkout().resolve("framework/target/definitions/summary.json"));
      System.out.println(summary.table());
    }
  }
}

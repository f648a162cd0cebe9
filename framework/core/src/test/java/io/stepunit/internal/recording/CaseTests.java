package io.stepunit.internal.recording;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/** Turns the cases of a folder into dynamic tests and keeps what became of each. */
public final class CaseTests {
  private final RecordingsFolder folder;
  private final String report;
  private final RecordingsSummary summary = new RecordingsSummary();
  private boolean ran;

  /**
   * @param report the directory below {@code framework/target} that the summary is written to
   */
  public CaseTests(RecordingsFolder folder, String report) {
    this.folder = folder;
    this.report = report;
  }

  /**
   * One test for each case. Without the folder the tests are skipped, or fail where it is required.
   *
   * @param cases reads the folder
   * @param id the name of a case
   * @param run gives its verdict
   */
  public <C> Stream<DynamicTest> of(
      Function<RecordingsFolder, List<C>> cases, Function<C, String> id, Function<C, Verdict> run) {
    if (!folder.isPresent()) {
      if (folder.required()) {
        fail(folder.absence());
      }
      Assumptions.abort(folder.absence());
    }
    List<C> found = cases.apply(folder);
    if (found.isEmpty()) {
      fail("The folder " + folder.path().toAbsolutePath() + " has no case in it.");
    }
    ran = true;
    return found.stream()
        .map(one -> DynamicTest.dynamicTest(id.apply(one), () -> check(run.apply(one))));
  }

  private void check(Verdict verdict) {
    summary.add(verdict);
    switch (verdict.outcome()) {
      case PASSED -> {}
      case SKIPPED -> Assumptions.abort("skipped: " + verdict.reason());
      case NOT_YET -> Assumptions.abort("not yet: " + verdict.reason());
      case FAILED -> fail(verdict.id() + "\n" + verdict.reason());
    }
  }

  /** Writes the summary and prints the table, if any case ran. */
  public void writeSummary() throws IOException {
    if (ran) {
      summary.write(
          RecordingsFolder.checkout()
              .resolve("framework/target")
              .resolve(report)
              .resolve("summary.json"));
      System.out.println(summary.table());
    }
  }
}

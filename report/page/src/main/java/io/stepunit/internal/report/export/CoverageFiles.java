package io.stepunit.internal.report.export;

import io.stepunit.internal.report.coverage.DefinitionCoverage;
import io.stepunit.internal.report.data.ReportData;
import io.stepunit.internal.report.mutation.MutationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files beside the page that tell coverage to other programs. */
public final class CoverageFiles {
  private CoverageFiles() {}

  /**
   * Writes {@code coverage.json}, {@code summary.md}, {@code cobertura.xml} and {@code lcov.info}:
   * the same bytes for the same records.
   *
   * @param folder where they go; it is made if it is not there
   * @param mutants what the summary tells of them
   * @throws IOException if they cannot be written
   */
  public static void write(
      Path folder, ReportData data, List<DefinitionCoverage> coverage, MutationReport mutants)
      throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("coverage.json"), CoverageJson.text(coverage));
    Files.writeString(folder.resolve("summary.md"), MarkdownSummary.text(data, coverage, mutants));
    Files.writeString(folder.resolve("cobertura.xml"), Cobertura.text(data, coverage));
    Files.writeString(folder.resolve("lcov.info"), Lcov.text(coverage));
  }
}

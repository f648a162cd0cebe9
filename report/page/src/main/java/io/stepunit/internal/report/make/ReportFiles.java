package io.stepunit.internal.report.make;

import io.stepunit.internal.contract.ContractFolder;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.report.ReportMaker;
import io.stepunit.internal.report.ReportPlace;
import io.stepunit.internal.report.coverage.DefinitionCoverage;
import io.stepunit.internal.report.data.ReportData;
import io.stepunit.internal.report.export.ConsoleLines;
import io.stepunit.internal.report.export.CoverageFiles;
import io.stepunit.internal.report.page.PageData;
import io.stepunit.internal.report.page.PageShell;
import io.stepunit.internal.report.page.ReportPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Makes the page and the exports. The service loader finds it. */
public final class ReportFiles implements ReportMaker {
  @Override
  public List<String> make(List<Path> data, Path target, int advisedHoles) throws IOException {
    CompletableFuture<PageShell> shell = CompletableFuture.supplyAsync(PageShell::ofThisJar);
    Layouts layouts = new Layouts();
    ReportData records = ReportData.read(data, layouts::begin);
    List<DefinitionCoverage> coverage =
        AdvisedHoles.of(DefinitionCoverage.of(records), advisedHoles);
    ReportPage.of(page(records, coverage, layouts), shell.join())
        .writeTo(target.resolve("index.html"));
    CoverageFiles.write(target, records, coverage);
    new ContractFolder(target.resolve(ContractFolder.NAME)).write(records.contracts());
    String page = new ReportPlace(target, "").page(Path.of("").toAbsolutePath());
    return Stream.concat(
            records.problems().stream().map(problem -> "StepUnit: " + problem),
            ConsoleLines.of(coverage, page).stream())
        .toList();
  }

  /** Executions are read when they are written: all of them at once may be large. */
  private static PageData page(
      ReportData records, List<DefinitionCoverage> coverage, Layouts layouts) {
    return new PageData(
        new PageIndex(records, coverage, layouts).toJson(),
        () ->
            records.executions().stream()
                .map(execution -> new PageData.RecordText(execution.id(), execution.text()))
                .iterator(),
        () ->
            records.worlds().stream()
                .map(world -> new PageData.RecordText(world.path("key").asText(), Json.text(world)))
                .iterator());
  }
}

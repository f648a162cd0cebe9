package io.stepunit.internal.report.make;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.contract.ContractFolder;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.report.ReportMaker;
import io.stepunit.internal.report.ReportPlace;
import io.stepunit.internal.report.coverage.DefinitionCoverage;
import io.stepunit.internal.report.data.ReportData;
import io.stepunit.internal.report.export.ConsoleLines;
import io.stepunit.internal.report.export.CoverageFiles;
import io.stepunit.internal.report.export.MutantLines;
import io.stepunit.internal.report.mutation.MutationReport;
import io.stepunit.internal.report.page.PageData;
import io.stepunit.internal.report.page.PageShell;
import io.stepunit.internal.report.page.ReportPage;
import io.stepunit.internal.text.Printable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Makes the page and the exports. The service loader finds it. */
public final class ReportFiles implements ReportMaker {
  @Override
  public List<String> make(List<Path> data, List<Path> mutants, Path target, int advisedHoles)
      throws IOException {
    CompletableFuture<PageShell> shell = CompletableFuture.supplyAsync(PageShell::ofThisJar);
    Layouts layouts = new Layouts();
    ReportData records = ReportData.read(data, layouts::begin);
    List<DefinitionCoverage> coverage =
        AdvisedHoles.of(DefinitionCoverage.of(records), advisedHoles);
    MutationReport tried = MutationReport.read(mutants, records);
    ReportPage.of(page(records, coverage, tried, layouts), shell.join())
        .writeTo(target.resolve("index.html"));
    CoverageFiles.write(target, records, coverage, tried);
    new ContractFolder(target.resolve(ContractFolder.NAME)).write(records.contracts());
    String page = new ReportPlace(target, "").page(Path.of("").toAbsolutePath());
    return Stream.of(
            Stream.concat(records.problems().stream(), tried.problems().stream())
                .map(problem -> "StepUnit: " + problem),
            ConsoleLines.of(coverage, page).stream(),
            MutantLines.console(tried).stream())
        .flatMap(lines -> lines)
        .map(Printable::line)
        .toList();
  }

  /** Executions are read when they are written: all of them at once may be large. */
  private static PageData page(
      ReportData records,
      List<DefinitionCoverage> coverage,
      MutationReport tried,
      Layouts layouts) {
    PageMutants mutants = new PageMutants(tried, records);
    ObjectNode index = new PageIndex(records, coverage, layouts).toJson();
    index.set("mutants", mutants.index());
    return new PageData(
        index,
        () ->
            records.executions().stream()
                .map(execution -> new PageData.RecordText(execution.id(), execution.text()))
                .iterator(),
        () ->
            records.worlds().stream()
                .map(world -> new PageData.RecordText(world.path("key").asText(), Json.text(world)))
                .iterator(),
        mutants.texts());
  }
}

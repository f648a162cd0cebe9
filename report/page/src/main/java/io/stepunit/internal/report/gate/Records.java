package io.stepunit.internal.report.gate;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import io.stepunit.internal.report.ReportMaker;
import io.stepunit.internal.report.coverage.DefinitionCoverage;
import io.stepunit.internal.report.data.DataFiles;
import io.stepunit.internal.report.data.ReportData;
import io.stepunit.internal.report.mutation.MutationFiles;
import io.stepunit.internal.report.mutation.MutationReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * The records that a goal or a command works on.
 *
 * @param folders where they are
 */
public record Records(List<Path> folders) {
  private static final int ADVISED_HOLES = 50;

  public Records {
    folders = List.copyOf(folders);
  }

  /** Whether there are none at all. */
  public boolean areAbsent() {
    return DataFiles.in(folders).isEmpty();
  }

  /** Whether a report would have nothing to show: neither records of tests nor mutants. */
  public boolean leaveReportEmpty() {
    return areAbsent() && MutationFiles.in(folders).isEmpty();
  }

  /** What to tell people if there are none. */
  public String absence() {
    return "There are no records in %s: no test used StepUnit, or stepunit.report is off."
        .formatted(folders.stream().map(Path::toString).collect(joining(", ")));
  }

  /** How far tests covered each definition that they used. */
  public List<DefinitionCoverage> coverage() {
    return DefinitionCoverage.of(ReportData.read(folders));
  }

  /** What came of the mutants that CI jobs and modules have tried. */
  public MutationReport mutants() {
    return MutationReport.read(MutationFiles.in(folders), ReportData.read(folders));
  }

  /** Makes the page and the exports; returns what to print. */
  public List<String> makeReport(Path target) throws IOException {
    return ServiceLoader.load(ReportMaker.class, Records.class.getClassLoader())
        .findFirst()
        .orElseThrow()
        .make(folders, MutationFiles.in(folders), target, ADVISED_HOLES);
  }

  /**
   * Copies the files to a folder, numbered, as those of several JVMs have the same names; and with
   * them what came of mutants.
   *
   * @return how many there are
   * @throws IllegalArgumentException if the folder has records already
   */
  public int copyTo(Path target) {
    List<Path> files = DataFiles.in(folders);
    List<Path> mutants = MutationFiles.in(folders);
    if (!DataFiles.in(List.of(target)).isEmpty()) {
      throw new IllegalArgumentException(
          "There are records in %s already: remove them, or name another folder."
              .formatted(target));
    }
    try {
      Files.createDirectories(target);
      for (int i = 0; i < files.size(); i++) {
        Files.copy(
            files.get(i),
            target.resolve(
                String.format(Locale.ROOT, "%04d-%s", i + 1, files.get(i).getFileName())));
      }
      for (int i = 0; i < mutants.size(); i++) {
        Files.copy(
            mutants.get(i),
            target.resolve(String.format(Locale.ROOT, "mutation-%04d.json", i + 1)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The records cannot be copied to " + target + ".", e);
    }
    return files.size() + mutants.size();
  }

  /**
   * Files of a module that no test used.
   *
   * @param module the folder that paths in records are relative to
   * @param files definitions and templates in it
   */
  public static List<String> untested(
      List<DefinitionCoverage> coverage, Path module, List<Path> files) {
    Set<String> used =
        coverage.stream()
            .map(definition -> definition.definition().file())
            .flatMap(Optional::stream)
            .collect(toSet());
    return files.stream()
        .map(file -> module.relativize(file).toString().replace('\\', '/'))
        .filter(file -> !used.contains(file))
        .toList();
  }
}

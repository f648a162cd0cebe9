package io.stepunit.maven;

import io.stepunit.internal.report.coverage.DefinitionCoverage;
import io.stepunit.internal.report.gate.Baseline;
import io.stepunit.internal.report.gate.Gate;
import io.stepunit.internal.report.gate.GateResult;
import io.stepunit.internal.report.gate.Records;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/**
 * Holds the coverage of a module to a gate, and tells what is missing.
 *
 * @param baseline the file of the baseline
 */
record CoverageCheck(Log log, Gate gate, Records records, Path baseline) {
  private static final String WRITE = "-Dstepunit.baseline.write";

  /**
   * Compares coverage with what the gate asks for.
   *
   * @param module the folder of the module
   * @param files the definitions that tests have to use
   */
  void run(Path module, List<Path> files) throws MojoFailureException {
    List<DefinitionCoverage> coverage = records.coverage();
    if (coverage.isEmpty() && files.isEmpty()) {
      log.info(records.absence());
      return;
    }
    List<String> untested = Records.untested(coverage, module, files);
    GateResult result = gate.check(coverage);
    if (!result.isPassed() || !untested.isEmpty()) {
      throw new MojoFailureException(message(result, untested));
    }
    log.info(
        "Coverage is as asked for in " + Numbers.of(coverage.size(), "definition") + allowed());
    if (result.closed() > 0) {
      log.info(
          "%s of the baseline %s no longer open: write it again with %s, so that they stay closed."
              .formatted(
                  Numbers.of(result.closed(), "hole"), result.closed() == 1 ? "is" : "are", WRITE));
    }
  }

  private String allowed() {
    int size = gate.baseline().size();
    return size == 0 ? "." : ", but for the baseline (" + Numbers.of(size, "hole") + ").";
  }

  private String message(GateResult result, List<String> untested) {
    List<String> lines = new ArrayList<>();
    lines.add("Tests reach less of the definitions than is asked for.");
    lines.addAll(result.lines());
    untested.forEach(file -> lines.add(file + ": no test uses it"));
    if (!result.isPassed()) {
      lines.add(
          "To allow these holes for now, write them to %s with %s.".formatted(baseline, WRITE));
    }
    return String.join("\n", lines);
  }

  /** Allows the holes that there are now. */
  void writeBaseline() {
    Baseline today = gate.today(records.coverage());
    today.write(baseline);
    log.info("%s written to %s.".formatted(Numbers.of(today.size(), "hole"), baseline));
  }
}

package io.stepunit.internal.report.export;

import io.stepunit.internal.report.coverage.DefinitionCoverage;
import java.util.List;
import java.util.Map;

/** Coverage in LCOV's format, which editors and other services read. */
public final class Lcov {
  private Lcov() {}

  /** The text of the file; definitions that are in no file are left out. */
  public static String text(List<DefinitionCoverage> coverage) {
    StringBuilder text = new StringBuilder();
    for (DefinitionCoverage covered : coverage) {
      covered.definition().file().ifPresent(file -> append(text, file, LineCoverage.of(covered)));
    }
    return text.toString();
  }

  private static void append(StringBuilder text, String file, LineCoverage coverage) {
    text.append("TN:\nSF:").append(file.replaceAll("\\R", "?")).append('\n');
    for (Map.Entry<Integer, LineCoverage.Line> line : coverage.lines().entrySet()) {
      List<Long> branches = line.getValue().branches();
      for (int i = 0; i < branches.size(); i++) {
        String taken = line.getValue().hits() == 0 ? "-" : String.valueOf(branches.get(i));
        text.append("BRDA:").append(line.getKey()).append(",0,").append(i).append(',');
        text.append(taken).append('\n');
      }
    }
    text.append("BRF:").append(coverage.branches()).append('\n');
    text.append("BRH:").append(coverage.branchesTaken()).append('\n');
    coverage
        .lines()
        .forEach(
            (number, line) ->
                text.append("DA:").append(number).append(',').append(line.hits()).append('\n'));
    text.append("LF:").append(coverage.lines().size()).append('\n');
    text.append("LH:").append(coverage.linesHit()).append('\n');
    text.append("end_of_record\n");
  }
}

package io.stepunit.cli;

import io.stepunit.internal.report.gate.Records;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The folders that a command reads records from. */
final class DataOptions {
  @Parameters(
      arity = "1..*",
      paramLabel = "DATA",
      description = {
        "Folders with records of test runs, at any depth, such as target/stepunit/data:",
        "those of several modules and of the shards of a CI build count together. What 'mutate' has",
        "left there, or beside a folder called data, is found too."
      })
  private List<Path> folders = new ArrayList<>();

  /**
   * The records.
   *
   * @throws IllegalArgumentException if there are none
   */
  Records records() {
    Records records = new Records(folders);
    if (records.areAbsent()) {
      throw new IllegalArgumentException(records.absence());
    }
    return records;
  }

  /**
   * The same for a report, which may also be of nothing but mutants.
   *
   * @throws IllegalArgumentException if there is neither
   */
  Records reported() {
    Records records = new Records(folders);
    if (records.leaveReportEmpty()) {
      throw new IllegalArgumentException(records.absence());
    }
    return records;
  }
}

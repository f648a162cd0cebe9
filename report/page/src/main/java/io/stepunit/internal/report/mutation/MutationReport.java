package io.stepunit.internal.report.mutation;

import io.stepunit.internal.json.JsonTextException;
import io.stepunit.internal.mutation.Score;
import io.stepunit.internal.report.data.ReportData;
import java.nio.file.Path;
import java.util.List;

/**
 * What came of the mutants that a report is made of.
 *
 * @param definitions by module, file and machine
 * @param problems what does not fit together, for people
 * @param isWhole whether nothing is missing or left out
 */
public record MutationReport(
    List<DefinitionMutants> definitions, List<String> problems, boolean isWhole) {
  public MutationReport {
    definitions = List.copyOf(definitions);
    problems = List.copyOf(problems);
  }

  /**
   * Reads files and puts them together.
   *
   * @param files as {@link MutationFiles} finds them
   * @param records what the tests of the report ran: mutants of what was another definition then
   *     are left out
   */
  public static MutationReport read(List<Path> files, ReportData records) {
    MutationMerge merge = new MutationMerge(records);
    for (Path file : files) {
      try {
        MutationDocument.read(file).ifPresent(merge::add);
      } catch (JsonTextException | IllegalArgumentException e) {
        merge.leaveOut(file + " is left out, as it cannot be read: " + e.getMessage());
      }
    }
    return merge.merged();
  }

  /** How many mutants tests have found, over all definitions. */
  public Score score() {
    List<Score> scores = definitions.stream().map(DefinitionMutants::score).toList();
    return new Score(
        scores.stream().mapToInt(Score::found).sum(), scores.stream().mapToInt(Score::all).sum());
  }
}

package io.stepunit.internal.report.export;

import io.stepunit.internal.mutation.MutantStatus;
import io.stepunit.internal.report.mutation.DefinitionMutants;
import io.stepunit.internal.report.mutation.MutationReport;
import io.stepunit.internal.report.mutation.TriedMutant;
import java.util.ArrayList;
import java.util.List;

/** What came of mutants, for the console and for job summaries of CI. */
public final class MutantLines {
  private static final int MOST_LINES = 10;
  private static final int MOST_MUTANTS = 20;

  private final List<String> lines = new ArrayList<>();

  private MutantLines() {}

  /**
   * A line for each definition: {@code StepUnit: order-saga 174 of 217 mutants found (80.1 %), 43
   * survived, 0 not reached}; of many definitions, the first ones.
   */
  public static List<String> console(MutationReport report) {
    List<String> lines = new ArrayList<>();
    report.definitions().stream().limit(MOST_LINES).forEach(each -> lines.add(line(each)));
    int more = report.definitions().size() - MOST_LINES;
    if (more > 0) {
      lines.add("StepUnit: mutants of " + more + " more definitions are in the report");
    }
    return lines;
  }

  private static String line(DefinitionMutants definition) {
    return "StepUnit: %s %s of %s mutants found (%s), %s survived, %s not reached"
        .formatted(
            definition.title(),
            definition.score().found(),
            definition.score().all(),
            definition.score(),
            definition.count(MutantStatus.SURVIVED),
            definition.count(MutantStatus.NO_COVERAGE));
  }

  /** A section in Markdown; empty if there were no mutants. */
  static List<String> markdown(MutationReport report) {
    MutantLines markdown = new MutantLines();
    markdown.problems(report.problems());
    if (!report.definitions().isEmpty()) {
      markdown.table(report.definitions());
      report.definitions().forEach(markdown::survivors);
    }
    return markdown.lines;
  }

  private void problems(List<String> problems) {
    problems.forEach(problem -> add("", "**" + Markdown.text(problem) + "**"));
  }

  private void table(List<DefinitionMutants> definitions) {
    add("", "| Definition | Mutants | Killed | Timed out | Survived | Not reached | Found |");
    add("|---|--:|--:|--:|--:|--:|--:|");
    for (DefinitionMutants definition : definitions) {
      List<String> counts = new ArrayList<>();
      for (MutantStatus status : MutantStatus.values()) {
        counts.add(String.valueOf(definition.count(status)));
      }
      add(
          "| %s | %s | %s | %s |"
              .formatted(
                  Markdown.text(definition.title()),
                  definition.score().all(),
                  String.join(" | ", counts),
                  definition.score()));
    }
  }

  private void survivors(DefinitionMutants definition) {
    List<TriedMutant> left =
        definition.mutants().stream().filter(mutant -> !mutant.status().isFound()).toList();
    if (left.isEmpty()) {
      return;
    }
    add("", "### Mutants of " + Markdown.text(definition.title()) + " that no test finds", "");
    left.stream()
        .limit(MOST_MUTANTS)
        .forEach(
            mutant ->
                add(
                    "- %s, line %s%s"
                        .formatted(
                            Markdown.text(mutant.description()),
                            mutant.place().line(),
                            mutant.status() == MutantStatus.NO_COVERAGE
                                ? ", which no test reaches"
                                : "")));
    if (left.size() > MOST_MUTANTS) {
      add("- and " + (left.size() - MOST_MUTANTS) + " more");
    }
  }

  private void add(String... more) {
    lines.addAll(List.of(more));
  }
}

package io.stepunit.internal.report.export;

import io.stepunit.internal.coverage.PointKind;
import io.stepunit.internal.report.coverage.DefinitionCoverage;
import io.stepunit.internal.report.coverage.Hole;
import io.stepunit.internal.report.coverage.Total;
import io.stepunit.internal.report.coverage.Words;
import io.stepunit.internal.report.data.ReportData;
import io.stepunit.internal.report.data.TestRecord;
import io.stepunit.internal.report.mutation.MutationReport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A summary in Markdown, such as job summaries of CI show. */
public final class MarkdownSummary {
  private static final List<PointKind> COLUMNS =
      List.of(
          PointKind.STATE,
          PointKind.TRANSITION,
          PointKind.CHOICE_RULE,
          PointKind.RETRIER,
          PointKind.CATCHER);
  private static final int MOST_HOLES = 20;
  private static final int MOST_FAILURES = 20;

  private final List<String> lines = new ArrayList<>();

  private MarkdownSummary() {}

  /** The text of the summary. */
  public static String text(
      ReportData data, List<DefinitionCoverage> coverage, MutationReport mutants) {
    MarkdownSummary summary = new MarkdownSummary();
    summary.tests(data.tests());
    summary.definitions(coverage);
    summary.holes(coverage);
    summary.lines.addAll(MutantLines.markdown(mutants));
    return summary.lines.stream().collect(Collectors.joining("\n", "", "\n"));
  }

  private void tests(List<TestRecord> tests) {
    List<TestRecord> failed =
        tests.stream().filter(test -> test.status().equals("FAILED")).toList();
    add("## StepUnit");
    add("");
    add(
        failed.isEmpty()
            ? Words.count(tests.size(), "test") + ", none failed."
            : "**" + failed.size() + " of " + Words.count(tests.size(), "test") + " failed.**");
    if (!failed.isEmpty()) {
      add("");
      failed.stream()
          .limit(MOST_FAILURES)
          .forEach(test -> add("- " + Markdown.text(test.className() + ": " + test.name())));
      more(failed.size() - MOST_FAILURES);
    }
  }

  private void definitions(List<DefinitionCoverage> coverage) {
    if (coverage.isEmpty()) {
      return;
    }
    add("");
    add(row("Definition", COLUMNS.stream().map(MarkdownSummary::heading).toList(), "Holes"));
    add("|---|" + "--:|".repeat(COLUMNS.size() + 1));
    for (DefinitionCoverage covered : coverage) {
      add(
          row(
              Markdown.text(covered.title()),
              COLUMNS.stream().map(kind -> total(covered.total(kind))).toList(),
              String.valueOf(covered.holes().size())));
    }
  }

  private static String heading(PointKind kind) {
    String words = Words.of(kind);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static String total(Total total) {
    return total.all() == 0 ? "–" : total.toString();
  }

  private static String row(String first, List<String> middle, String last) {
    return "| " + first + " | " + String.join(" | ", middle) + " | " + last + " |";
  }

  private void holes(List<DefinitionCoverage> coverage) {
    for (DefinitionCoverage covered : coverage) {
      List<Hole> holes = covered.holes();
      if (!holes.isEmpty()) {
        add("");
        add("### Holes in " + Markdown.text(covered.title()));
        add("");
        holes.stream().limit(MOST_HOLES).forEach(this::hole);
        more(holes.size() - MOST_HOLES);
      }
    }
  }

  private void hole(Hole hole) {
    add(
        "- "
            + Markdown.text(hole.title())
            + hole.lines().map(lines -> ", line " + lines.first()).orElse("")
            + hole.advice().map(advice -> ". " + Markdown.text(advice)).orElse(""));
  }

  private void more(int count) {
    if (count > 0) {
      add("- and " + count + " more");
    }
  }

  private void add(String line) {
    lines.add(line);
  }
}

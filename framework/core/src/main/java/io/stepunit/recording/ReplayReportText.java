package io.stepunit.recording;

import io.stepunit.internal.text.Printable;
import io.stepunit.recording.ReplayedExecution.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a report for people. */
final class ReplayReportText {
  private static final int EXAMPLES = 3;
  private static final int CHANGES = 20;
  private static final int REASONS = 10;

  private final StringBuilder text = new StringBuilder();
  private final ReplayReport report;

  private ReplayReportText(ReplayReport report) {
    this.report = report;
  }

  static String of(ReplayReport report) {
    return new ReplayReportText(report).write();
  }

  /** {@code 1 execution}, {@code 12 executions}. */
  static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  private String write() {
    line(summary());
    List<ReplayChange> changes = report.changes();
    section("Other path or end:", changes, Verdict.OTHER_PATH);
    section("Same path, other data:", changes, Verdict.OTHER_DATA);
    unreplayed();
    report.costPerThousand().ifPresent(cost -> line("Cost of 1,000 executions: " + cost + "."));
    return text.toString().stripTrailing();
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private String summary() {
    int all = report.executions().size();
    int same = all - report.executions(Verdict.OTHER_PATH).size();
    String without =
        report.unreplayed().isEmpty()
            ? ""
            : "; " + report.unreplayed().size() + " could not be replayed";
    if (all == 0) {
      return "No recorded execution was replayed" + without + ".";
    }
    String share =
        same == all
            ? ""
            : String.format(Locale.ROOT, " (%.1f %%)", Math.floor(1000.0 * same / all) / 10);
    return "%s of %s recorded %s %s the same way%s%s."
        .formatted(
            same,
            all,
            all == 1 ? "execution" : "executions",
            same == 1 ? "goes" : "go",
            share,
            without);
  }

  private void section(String title, List<ReplayChange> changes, Verdict verdict) {
    List<ReplayChange> mine =
        changes.stream().filter(change -> change.verdict() == verdict).toList();
    if (mine.isEmpty()) {
      return;
    }
    line(title);
    mine.stream().limit(CHANGES).forEach(this::change);
    if (mine.size() > CHANGES) {
      line("  … and " + count(mine.size() - CHANGES, "further change"));
    }
  }

  private void change(ReplayChange change) {
    line("  " + change);
    ends(change).forEach((ends, times) -> line("    " + times + " ended " + ends));
    String names =
        change.executions().stream()
            .limit(EXAMPLES)
            .map(execution -> Printable.line(execution.name()))
            .collect(Collectors.joining(", "));
    line("    " + names + (change.executions().size() > EXAMPLES ? ", …" : ""));
  }

  private static Map<String, Integer> ends(ReplayChange change) {
    Map<String, Integer> ends = new LinkedHashMap<>();
    for (ReplayedExecution execution : change.executions()) {
      if (!execution.recorded().equals(execution.replayed())) {
        ends.merge(execution.recorded() + ", now " + execution.replayed(), 1, Integer::sum);
      }
    }
    return ends;
  }

  private void unreplayed() {
    List<UnreplayedRecording> without = report.unreplayed();
    if (without.isEmpty()) {
      return;
    }
    line("Not replayed:");
    without.stream().limit(REASONS).forEach(each -> line("  " + each));
    if (without.size() > REASONS) {
      line("  … and " + (without.size() - REASONS) + " more");
    }
  }
}

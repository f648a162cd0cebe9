package io.stepunit.cli;

import io.stepunit.asl.Diagnostic;
import io.stepunit.asl.DiagnosticGroup;
import io.stepunit.cli.ValidateCommand.Checked;
import io.stepunit.cli.ValidateCommand.Report;
import io.stepunit.internal.text.Printable;
import java.util.List;
import java.util.Locale;

/**
 * A line for each problem, that people and editors read: {@code file:line:column: error …}.
 * Warnings that say the same have one line.
 */
final class TextReport implements Report {
  private static final String END = System.lineSeparator();

  @Override
  public String of(List<Checked> checked) {
    StringBuilder text = new StringBuilder();
    for (Checked each : checked) {
      Diagnostic.grouped(each.problems())
          .forEach(group -> text.append(Printable.line(line(group))).append(END));
      text.append(Printable.line(each.name() + ": " + summary(each.problems()))).append(END);
    }
    return text.toString();
  }

  private static String line(DiagnosticGroup group) {
    Diagnostic problem = group.first();
    return "%s:%s:%s: %s %s %s: %s%s%s"
        .formatted(
            problem.location().file(),
            problem.location().line(),
            problem.location().column(),
            problem.severity().name().toLowerCase(Locale.ROOT),
            problem.rule(),
            problem.location().pointer().isEmpty() ? "/" : problem.location().pointer(),
            problem.summary(),
            problem.hint().map(hint -> " (" + hint + ")").orElse(""),
            group.others().isEmpty() ? "" : "; so too " + group.otherPlaces());
  }

  private static String summary(List<Diagnostic> problems) {
    long errors = problems.stream().filter(Diagnostic::isError).count();
    return problems.isEmpty()
        ? "fine"
        : count(errors, "error") + ", " + count(problems.size() - errors, "warning");
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}

package io.stepunit.internal.property;

import io.stepunit.Execution;
import io.stepunit.Fault;
import io.stepunit.internal.json.JsonDifference;
import io.stepunit.internal.rehearsal.Answer;
import io.stepunit.internal.text.Printable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/** A case that fails, for people. */
final class CaseText {
  private static final int LINES = 60;

  private CaseText() {}

  static String of(Trial trial, Judgement.Failure failure) {
    Case given = trial.given();
    List<String> lines = new ArrayList<>();
    lines.add("  input: " + JsonDifference.shortened(given.input()));
    given.faults().forEach(fault -> lines.add("  fault: " + text(fault)));
    if (!given.order().equals(Case.OWN_ORDER)) {
      lines.add("  order: " + given.order());
    }
    if (!given.repeat().text().isEmpty()) {
      lines.add("  " + given.repeat().text());
    }
    trial
        .run()
        .answers()
        .forEach(
            (task, script) ->
                new LinkedHashSet<>(script)
                    .forEach(answer -> lines.add("  " + task + " " + text(answer))));
    lines.add("");
    failure.text().lines().map(line -> "  " + line).forEach(lines::add);
    for (Execution run : trial.run().machine().executions()) {
      lines.add("");
      lines.add("  Execution " + run.name() + ": " + run.status());
      timeline(run).forEach(line -> lines.add("    " + line));
    }
    return String.join("\n", lines);
  }

  private static String text(Fault fault) {
    return Printable.line(fault.toString());
  }

  private static String text(Answer answer) {
    return answer
        .data()
        .map(json -> "returns " + JsonDifference.shortened(json))
        .orElse("never answers");
  }

  private static Stream<String> timeline(Execution run) {
    List<String> lines = run.timeline().lines();
    return lines.size() <= LINES
        ? lines.stream()
        : Stream.concat(
            Stream.of("(" + (lines.size() - LINES) + " earlier lines left out)"),
            lines.subList(lines.size() - LINES, lines.size()).stream());
  }
}

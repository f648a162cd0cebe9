package io.stepunit.junit;

import io.stepunit.Execution;
import io.stepunit.Interleaving;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.effect.TaskEffect;
import io.stepunit.internal.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What happened in one order.
 *
 * @param order the order's name
 * @param calls the calls of Tasks, in order, a line each
 * @param outcome how each execution ended
 */
record OrderTrace(String order, List<String> calls, String outcome) {
  private static final int MOST_LINES = 20;

  static OrderTrace of(Interleaving order, StepFunctionsEnvironment environment) {
    List<Execution> executions = environment.executions();
    List<String> names = executions.stream().map(run -> run.name()).toList();
    List<String> calls = new ArrayList<>();
    for (TaskEffect effect : environment.effects().list()) {
      calls.add(Printable.line(line(effect, names)));
    }
    return new OrderTrace(
        order.name(),
        List.copyOf(calls),
        executions.stream()
            .map(run -> Printable.line(outcome(run)))
            .collect(Collectors.joining("\n")));
  }

  /** Executions are told apart by the order of their start: their names would be noise. */
  private static String line(TaskEffect effect, List<String> executions) {
    String which =
        executions.size() > 1
            ? " of execution " + (executions.indexOf(effect.execution()) + 1)
            : "";
    return effect.path()
        + which
        + ", attempt "
        + effect.attempt()
        + (effect.happened() ? "" : ", " + effect.outcome())
        + ": "
        + effect.input();
  }

  private static String outcome(Execution run) {
    return run.status()
        + run.error().map(error -> " " + error).orElse("")
        + run.output().map(output -> " " + output).orElse("");
  }

  /** How many calls the two have in common before they part. */
  int commonWith(OrderTrace other) {
    int common = 0;
    while (common < Math.min(calls.size(), other.calls.size())
        && calls.get(common).equals(other.calls.get(common))) {
      common++;
    }
    return common;
  }

  /** What to tell of an order that fails where another one passes. */
  String against(OrderTrace passing) {
    int common = commonWith(passing);
    return """
    StepUnit: the test fails in order %s and passes in order %s. %s
    Order %s:
    %s
    Order %s:
    %s
    %s\
    """
        .formatted(
            order,
            passing.order,
            common == calls.size() && common == passing.calls.size()
                ? "Both make the same calls in the same order, but are answered at different times."
                : "They diverge at call " + (common + 1) + ".",
            passing.order,
            passing.lines(common),
            order,
            lines(common),
            replay());
  }

  /** What to tell of an order that fails where no other was tried. */
  String alone() {
    return "StepUnit: the test fails in order %s, the first that was tried.\n%s"
        .formatted(order, replay());
  }

  String otherOutcome(OrderTrace first) {
    return """
    Expecting all orders to lead to the same outcome. Order %s leads to
    %s
    but order %s leads to
    %s\
    """
        .formatted(first.order, first.outcome.indent(2), order, outcome.indent(2))
        .stripTrailing();
  }

  private String replay() {
    return "To run this order alone: @Interleavings(only = \"%s\"), or -D%s=%s"
        .formatted(order, InterleavingsExtension.ONLY, order);
  }

  private String lines(int common) {
    int from = Math.max(0, Math.min(common - MOST_LINES / 2, calls.size() - MOST_LINES));
    int to = Math.min(calls.size(), from + MOST_LINES);
    List<String> lines = new ArrayList<>();
    if (from > 0) {
      lines.add("  ...");
    }
    for (int i = from; i < to; i++) {
      lines.add((i == common ? "> " : "  ") + (i + 1) + ". " + calls.get(i));
    }
    Optional.of("  ...").filter(more -> to < calls.size()).ifPresent(lines::add);
    return lines.isEmpty() ? "  no calls" : String.join("\n", lines);
  }
}

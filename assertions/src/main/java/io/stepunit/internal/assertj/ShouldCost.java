package io.stepunit.internal.assertj;

import io.stepunit.Execution;
import io.stepunit.asl.WorkflowType;
import io.stepunit.cost.BilledTransitions;
import io.stepunit.cost.Cost;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An execution costs more.
 *
 * @since 0.1.0
 */
public final class ShouldCost extends ExecutionMessage {
  private static final int STATES = 10;

  private ShouldCost(Execution run, String... lines) {
    super(Evidence.of(run), lines);
  }

  /** AWS bills more state transitions. */
  public static ShouldCost shouldHaveTransitionsAtMost(Execution run, Cost cost, int expected) {
    return new ShouldCost(
        run,
        expecting(run) + "to have at most " + transitions(expected),
        "but it has " + cost.billedTransitions(),
        byState(cost.transitions()));
  }

  /** An Express execution has no bill for state transitions. */
  public static ShouldCost shouldBeBilledByTransitions(Execution run, int expected) {
    return new ShouldCost(
        run,
        expecting(run) + "to have at most " + transitions(expected),
        "but AWS bills Express executions by time and memory; assert costsAtMost(…) instead");
  }

  /** The price is higher. */
  public static ShouldCost shouldCostAtMost(Execution run, Cost cost, BigDecimal expected) {
    boolean standard = cost.type() == WorkflowType.STANDARD;
    return new ShouldCost(
        run,
        expecting(run) + "to cost at most " + expected.toPlainString() + " USD",
        "but it costs " + cost,
        standard ? byState(cost.transitions()) : "",
        standard ? beside(cost) : "");
  }

  /** There are child executions that nobody kept. */
  public static ShouldCost shouldKnowAllChildren(Execution run, Cost cost) {
    return new ShouldCost(
        run,
        expecting(run) + "to tell its cost",
        "but the environment did not keep " + cost.childrenNotKept() + " of its child executions",
        "Keep them by StepFunctionsEnvironment.builder().keepingChildren(ChildRetention.all())");
  }

  private static String expecting(Execution run) {
    return "Expecting " + Evidence.of(run).subject() + " ";
  }

  private static String transitions(int count) {
    return count + (count == 1 ? " billed state transition" : " billed state transitions");
  }

  /** The states with most first. */
  private static String byState(BilledTransitions transitions) {
    List<String> names =
        transitions.entries().keySet().stream()
            .sorted(Comparator.comparingInt((String name) -> -count(transitions, name)))
            .toList();
    List<String> lines = new ArrayList<>();
    names.stream().limit(STATES).map(name -> line(transitions, name)).forEach(lines::add);
    int others = names.stream().skip(STATES).mapToInt(name -> count(transitions, name)).sum();
    add(lines, others, "of other states");
    add(lines, transitions.redrives(), "for redrives");
    add(lines, transitions.childExecutions(), "for starts of child executions");
    return block(String.join("\n", lines));
  }

  private static void add(List<String> lines, int count, String what) {
    if (count > 0) {
      lines.add(count + " " + what);
    }
  }

  private static int count(BilledTransitions transitions, String state) {
    return transitions.entries().getOrDefault(state, 0)
        + transitions.retries().getOrDefault(state, 0);
  }

  private static String line(BilledTransitions transitions, String state) {
    int retries = transitions.retries().getOrDefault(state, 0);
    String ofRetries =
        retries == 0
            ? ""
            : ", " + retries + (retries == 1 ? " of them a retry" : " of them retries");
    return count(transitions, state) + " of " + state + ofRetries;
  }

  private static String beside(Cost cost) {
    return cost.expressObstacles().isEmpty()
        ? "As an Express execution it would cost "
            + cost.asExpress(1).toPlainString()
            + " USD for a request and "
            + cost.gbSeconds().stripTrailingZeros().toPlainString()
            + " GB-s"
        : "";
  }
}

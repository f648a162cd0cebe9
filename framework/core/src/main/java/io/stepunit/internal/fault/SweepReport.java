package io.stepunit.internal.fault;

import io.stepunit.Execution;
import io.stepunit.Fault;
import io.stepunit.asl.StateMachineDefinition;
import io.stepunit.history.EventType;
import io.stepunit.history.HistoryEvent;
import io.stepunit.history.InjectedFault;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.text.Printable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a sweep over a machine found out besides the failures of its test: which combinations ended
 * by an error that nothing handled, which Retriers and Catchers were never used, which Tasks were
 * never called, or never failed. Not for use by several threads.
 */
public final class SweepReport {
  private static final int SHOWN = 10;

  private final CompiledDefinition definition;
  private final UsedHandlers handlers = new UsedHandlers();
  private final Set<String> attacked = new LinkedHashSet<>();
  private final Set<String> broken = new HashSet<>();
  private final Set<String> entered = new HashSet<>();
  private final List<String> unhandled = new ArrayList<>();
  private int combinations;
  private int failed;

  /**
   * @param definition the machine
   */
  public SweepReport(StateMachineDefinition definition) {
    this.definition = CompiledDefinition.of(definition);
  }

  /**
   * Takes in one combination.
   *
   * @param executions what the test ran, executions of other machines too
   * @param testFailed whether the test failed
   * @return whether an execution ended by an error that nothing handled
   */
  public boolean add(Fault fault, List<Execution> executions, boolean testFailed) {
    combinations++;
    failed += testFailed ? 1 : 0;
    List<Execution> ours =
        executions.stream().filter(execution -> execution.definition() == definition).toList();
    attacked.add(fault.state());
    fault.second().map(Fault::state).ifPresent(attacked::add);
    List<Execution> all = ours.stream().flatMap(SweepReport::withChildren).toList();
    all.forEach(handlers::add);
    all.forEach(execution -> faultsOf(execution).forEach(broken::add));
    all.forEach(execution -> entered.addAll(execution.path()));
    Optional<Execution> lost =
        ours.stream()
            .filter(execution -> withChildren(execution).anyMatch(SweepReport::isBroken))
            .filter(SweepReport::endedUnhandled)
            .findFirst();
    lost.ifPresent(
        execution ->
            unhandled.add(fault + ": " + execution.error().orElse(execution.status().name())));
    return lost.isPresent();
  }

  /** How many combinations were taken in. */
  public int combinations() {
    return combinations;
  }

  /** In how many the test failed. */
  public int failed() {
    return failed;
  }

  /** The combinations that ended by an error that nothing handled, with the error. */
  public List<String> unhandled() {
    return List.copyOf(unhandled);
  }

  /**
   * The Catchers that no execution took, of the states that faults were for and of those around
   * them: {@code Catch[0] of Charge (order.asl.json:12)}.
   */
  public List<String> unusedCatchers() {
    return handlers.unusedCatchersOf(definition, attacked);
  }

  /** The Retriers by which no execution tried again, of the same states. */
  public List<String> unusedRetriers() {
    return handlers.unusedRetriersOf(definition, attacked);
  }

  /** The states whose Tasks no execution called. */
  public List<String> unreachedStates() {
    return attacked.stream().filter(state -> !entered.contains(state)).toList();
  }

  /**
   * The states whose Tasks were called only where another state had failed, so that none of their
   * own faults fired.
   */
  public List<String> unbrokenStates() {
    return attacked.stream()
        .filter(state -> entered.contains(state) && !broken.contains(state))
        .toList();
  }

  /** What was found, without what is empty; a line each. */
  @Override
  public String toString() {
    return section("Ended by an error that nothing handles", unhandled())
        + section("Catchers never used", unusedCatchers())
        + section("Retriers never used", unusedRetriers())
        + section("Never called in any combination", unreachedStates())
        + section(
            "Called only after another fault, so that no fault of their own fired; pairs = true makes both fail",
            unbrokenStates());
  }

  /** With the child executions of its Map Runs, as far as they are kept. */
  private static Stream<Execution> withChildren(Execution execution) {
    return Stream.concat(
        Stream.of(execution),
        execution.mapRuns().stream()
            .flatMap(run -> run.children().stream())
            .flatMap(SweepReport::withChildren));
  }

  private static List<String> faultsOf(Execution execution) {
    return execution.injectedFaults().stream().map(InjectedFault::state).toList();
  }

  private static boolean isBroken(Execution execution) {
    return !execution.injectedFaults().isEmpty();
  }

  private static String section(String heading, List<String> entries) {
    if (entries.isEmpty()) {
      return "";
    }
    int more = entries.size() - SHOWN;
    return entries.stream()
        .limit(SHOWN)
        .map(Printable::line)
        .collect(
            Collectors.joining(
                "\n    ",
                "\n  %s (%s):\n    ".formatted(heading, entries.size()),
                more > 0 ? "\n    … " + more + " more" : ""));
  }

  /** A Fail state is the definition's own word, an error that just ends the execution is not. */
  private static boolean endedUnhandled(Execution execution) {
    List<HistoryEvent> events = execution.events();
    HistoryEvent last = events.get(events.size() - 1);
    return switch (last.type()) {
      case EXECUTION_TIMED_OUT -> true;
      case EXECUTION_FAILED -> !isOfFailState(last, events);
      default -> false;
    };
  }

  private static boolean isOfFailState(HistoryEvent failure, List<HistoryEvent> events) {
    HistoryEvent cause = failure;
    while (cause.previousEventId() > 0 && tellsOfAnother(cause.type())) {
      cause = events.get((int) cause.previousEventId() - 1);
    }
    return cause.type() == EventType.FAIL_STATE_ENTERED;
  }

  private static boolean tellsOfAnother(EventType type) {
    return switch (type) {
      case EXECUTION_FAILED, PARALLEL_STATE_FAILED, MAP_STATE_FAILED, MAP_ITERATION_FAILED -> true;
      default -> false;
    };
  }
}

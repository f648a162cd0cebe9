package io.stepunit.internal.explore;

import io.stepunit.internal.model.State;
import io.stepunit.internal.model.StateGraph;
import io.stepunit.internal.model.StateTarget;
import io.stepunit.internal.model.StateType;
import io.stepunit.internal.solve.Goal;
import io.stepunit.internal.solve.Goals;
import io.stepunit.internal.solve.Solver;
import io.stepunit.internal.solve.Stay;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says why states were not reached, by what became of the executions that came near. */
final class Reasons {
  /** Causes show whole documents, but begin with where it was and end with what it was. */
  private static final int BEGIN = 150;

  private static final int END = 250;

  private final StateGraph machine;
  private final Solver solver;
  private final Set<String> reached;

  Reasons(StateGraph machine, Solver solver, Set<String> reached) {
    this.machine = machine;
    this.solver = solver;
    this.reached = reached;
  }

  /** A reason for each state that was not reached, by its name. */
  SortedMap<String, String> all() {
    SortedMap<String, String> reasons = new TreeMap<>();
    machine
        .all()
        .map(State::name)
        .filter(state -> !reached.contains(state))
        .forEach(state -> reasons.put(state, of(state)));
    return reasons;
  }

  private String of(String state) {
    List<Goal> ways =
        Goals.of(machine).stream().filter(goal -> goal.state().equals(state)).toList();
    List<Goal> open = ways.stream().filter(goal -> reached.contains(goal.from().name())).toList();
    Stream<String> reasons =
        open.isEmpty()
            ? ways.stream().map(goal -> "'%s' was not reached".formatted(goal.from().name()))
            : open.stream().map(this::of);
    return reasons.distinct().collect(Collectors.joining("; "));
  }

  private String of(Goal goal) {
    String from = goal.from().name();
    Stay stay = solver.stay(from);
    String came = "none of the " + stay.executions() + " executions that came to '" + from + "' ";
    Optional<String> failure = stay.failure().filter(unused -> stay.left() == 0);
    if (failure.isPresent()) {
      return came + "left it; the last one failed with " + cut(failure.get());
    }
    StateTarget target = goal.target().orElse(null);
    if (target instanceof StateTarget.OfCatcher catcher) {
      return came + "failed there with what a Catcher takes to it" + caught(goal.from(), catcher);
    }
    if (target == null) {
      return came + "had anything to iterate over";
    }
    String what =
        target instanceof StateTarget.OfRule rule
            ? "took rule " + (rule.index() + 1) + " of its Choices"
            : target instanceof StateTarget.Default ? "took its Default" : "went on to it";
    return came
        + what
        + (solver.isOpen(goal)
            ? ", whatever was tried of what they are given"
            : ", and nothing is known that they could be given instead");
  }

  private static String caught(State state, StateTarget.OfCatcher target) {
    String errors = " (" + String.join(", ", target.catcher().errorEquals()) + ")";
    boolean hasTask = state.withInner().anyMatch(each -> each.type() == StateType.TASK);
    return hasTask ? errors : errors + ", and it has no Task that could be made to fail";
  }

  private static String cut(String text) {
    return text.length() <= BEGIN + END
        ? text
        : text.substring(0, BEGIN) + " … " + text.substring(text.length() - END);
  }
}

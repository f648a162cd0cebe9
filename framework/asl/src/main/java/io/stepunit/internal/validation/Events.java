package io.stepunit.internal.validation;

import io.stepunit.internal.model.State;
import io.stepunit.internal.model.StateGraph;
import io.stepunit.internal.model.StateTarget;
import java.util.Comparator;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Set;

/** The minimum number of events of a scope. */
final class Events {
  private Events() {}

  private record Step(State state, long events) {}

  /** The events of the cheapest way to an end; 0 if there is none. */
  static long fewest(StateGraph scope) {
    Set<String> seen = new HashSet<>();
    PriorityQueue<Step> open = new PriorityQueue<>(Comparator.comparingLong(Step::events));
    add(scope.startAt(), 0, scope, open);
    while (!open.isEmpty()) {
      Step step = open.remove();
      if (!seen.add(step.state().name())) {
        continue;
      }
      if (step.state().ends()) {
        return step.events();
      }
      for (StateTarget target : step.state().targets()) {
        add(target.state(), step.events(), scope, open);
      }
    }
    return 0;
  }

  private static void add(String name, long before, StateGraph scope, PriorityQueue<Step> open) {
    State state = scope.states().get(name);
    if (state != null) {
      open.add(new Step(state, before + of(state)));
    }
  }

  /** Entered and Exited, and what a state of that type always has between. */
  private static long of(State state) {
    return switch (state.type()) {
      case TASK -> 5;
      case PARALLEL, MAP -> 4;
      case PASS, WAIT, CHOICE, SUCCEED, FAIL -> 2;
    };
  }
}

package io.stepunit.internal.validation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;

/** How many events the shortest way through a scope makes, at the very least. */
final class Events {
  private Events() {}

  private record Step(String state, long events) {}

  /** The events of the cheapest way to an end; 0 if there is none. */
  static long fewest(ScopeNode scope) {
    Map<String, Long> best = new HashMap<>();
    PriorityQueue<Step> open = new PriorityQueue<>(Comparator.comparingLong(Step::events));
    scope.start().ifPresent(start -> open.add(new Step(start.name(), of(start))));
    while (!open.isEmpty()) {
      Step step = open.remove();
      StateNode state = scope.byName().get(step.state());
      if (state == null || best.putIfAbsent(step.state(), step.events()) != null) {
        continue;
      }
      if (state.ends()) {
        return step.events();
      }
      for (String target : state.targets()) {
        StateNode next = scope.byName().get(target);
        if (next != null) {
          open.add(new Step(target, step.events() + of(next)));
        }
      }
    }
    return 0;
  }

  /** Entered and Exited, and what a state of that type always has between. */
  private static long of(StateNode state) {
    return switch (state.type()) {
      case "Task" -> 5;
      case "Parallel", "Map" -> 4;
      default -> 2;
    };
  }
}

package io.stepunit.internal.recipe;

import io.stepunit.internal.model.State;
import io.stepunit.internal.model.StateGraph;
import io.stepunit.internal.model.StateTarget;
import io.stepunit.internal.model.Way;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/** The ways from a machine's start to its states, those that need fewest failures first. */
final class Routes {
  private static final int ALTERNATIVES = 4;

  private final StateGraph machine;

  Routes(StateGraph machine) {
    this.machine = machine;
  }

  private record Reached(String state, int cost, List<Way> ways) {}

  /** A scope with the Parallel or Map around it. */
  private record Place(StateGraph scope, Optional<State> around) {}

  /**
   * The routes to a state: the cheapest first, and one by each other transition that leads to it.
   * Empty if none leads there.
   */
  List<List<Way>> to(State state) {
    Place place = place(machine, Optional.empty(), state).orElseThrow();
    List<Way> outside = place.around().flatMap(this::first).orElse(List.of());
    Map<String, List<Way>> cheapest = cheapest(place.scope());
    List<Way> best = cheapest.get(state.name());
    return Stream.concat(
            Stream.ofNullable(best),
            incoming(place.scope(), state).flatMap(way -> by(way, cheapest)))
        .distinct()
        .limit(ALTERNATIVES)
        .map(ways -> joined(outside, ways))
        .toList();
  }

  private Optional<List<Way>> first(State state) {
    return to(state).stream().findFirst();
  }

  private static Stream<Way> incoming(StateGraph scope, State state) {
    return scope.states().values().stream()
        .flatMap(from -> from.targets().stream().map(target -> new Way(from, target)))
        .filter(way -> way.target().state().equals(state.name()));
  }

  private static Stream<List<Way>> by(Way way, Map<String, List<Way>> cheapest) {
    return Stream.ofNullable(cheapest.get(way.from().name())).map(ways -> with(ways, way));
  }

  private static Optional<Place> place(StateGraph scope, Optional<State> around, State state) {
    if (scope.states().get(state.name()) == state) {
      return Optional.of(new Place(scope, around));
    }
    return scope.states().values().stream()
        .flatMap(
            outer ->
                outer.scopes().stream()
                    .flatMap(inner -> place(inner, Optional.of(outer), state).stream()))
        .findFirst();
  }

  private static Map<String, List<Way>> cheapest(StateGraph scope) {
    Map<String, List<Way>> cheapest = new HashMap<>();
    PriorityQueue<Reached> open =
        new PriorityQueue<>(Comparator.comparingInt(Reached::cost).thenComparing(Reached::state));
    open.add(new Reached(scope.startAt(), 0, List.of()));
    while (!open.isEmpty()) {
      Reached next = open.remove();
      if (cheapest.putIfAbsent(next.state(), next.ways()) == null) {
        State from = scope.state(next.state());
        for (StateTarget target : from.targets()) {
          open.add(
              new Reached(
                  target.state(),
                  next.cost() + cost(target),
                  with(next.ways(), new Way(from, target))));
        }
      }
    }
    return cheapest;
  }

  private static int cost(StateTarget target) {
    return target.choose(
        new StateTarget.Cases<>() {
          @Override
          public Integer next(StateTarget.Next next) {
            return 1;
          }

          @Override
          public Integer byDefault(StateTarget.Default target) {
            return 2;
          }

          @Override
          public Integer byRule(StateTarget.OfRule target) {
            return 2;
          }

          @Override
          public Integer byCatcher(StateTarget.OfCatcher target) {
            return 6;
          }
        });
  }

  private static List<Way> with(List<Way> ways, Way last) {
    return joined(ways, List.of(last));
  }

  private static List<Way> joined(List<Way> first, List<Way> then) {
    List<Way> all = new ArrayList<>(first);
    all.addAll(then);
    return List.copyOf(all);
  }
}

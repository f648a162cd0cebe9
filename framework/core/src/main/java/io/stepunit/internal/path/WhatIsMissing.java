package io.stepunit.internal.path;

import io.stepunit.internal.expression.Wants;
import io.stepunit.internal.model.ChoiceState;
import io.stepunit.internal.model.State;
import io.stepunit.path.MachinePaths.Missing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says of each point that no path reaches what kept executions from it. */
final class WhatIsMissing {
  private static final int SHOWN = 5;

  private final List<PathPoint> points;
  private final Pool pool;
  private final int loops;

  WhatIsMissing(List<PathPoint> points, Pool pool, int loops) {
    this.points = points;
    this.pool = pool;
    this.loops = loops;
  }

  /** The points of states that executions do reach, each with those that only lie behind it. */
  List<Missing> of(List<PathPoint> missed) {
    List<PathPoint> near =
        missed.stream().filter(point -> pool.visits(point.from().name())).toList();
    List<PathPoint> first = near.isEmpty() ? missed.stream().limit(1).toList() : near;
    Map<PathPoint, List<String>> behind = new LinkedHashMap<>();
    first.forEach(point -> behind.put(point, new ArrayList<>()));
    for (PathPoint point : missed) {
      if (!first.contains(point)) {
        PathPoint before =
            first.stream()
                .filter(each -> leadsTo(each, point.from()))
                .findFirst()
                .orElse(first.get(0));
        behind.computeIfAbsent(before, key -> new ArrayList<>()).add(point.name());
      }
    }
    return behind.entrySet().stream()
        .map(each -> new Missing(each.getKey().name(), reason(each.getKey()), each.getValue()))
        .toList();
  }

  private boolean leadsTo(PathPoint point, State state) {
    Set<String> seen = new LinkedHashSet<>(point.leadsTo());
    Deque<String> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      String from = open.remove();
      points.stream()
          .filter(each -> each.from().name().equals(from))
          .flatMap(each -> each.leadsTo().stream())
          .filter(seen::add)
          .forEach(open::add);
    }
    return seen.contains(state.name());
  }

  private String reason(PathPoint point) {
    List<Candidate> reaching = pool.reaching(point);
    Optional<Candidate> fewest =
        reaching.stream().min(Comparator.comparing(each -> each.cost().loops()));
    if (fewest.filter(each -> each.cost().loops() > loops).isPresent()) {
      return "it takes %s loops, and %s are allowed. Allow more: loops = %s."
          .formatted(fewest.get().cost().loops(), loops, fewest.get().cost().loops());
    }
    if (fewest.isPresent()) {
      return "an execution takes it, but not with mocks that a test can make, such as %s."
          .formatted(PathName.of(fewest.get().steps()));
    }
    if (!pool.visits(point.from().name())) {
      return "no input was found with which %s is reached.".formatted(point.from().name());
    }
    String tried = "%s executions were tried.".formatted(pool.runs());
    return (point.from() instanceof ChoiceState ? choice(point) : ofState(point)) + " " + tried;
  }

  private String choice(PathPoint point) {
    Optional<Wants> wants = pool.solver().wants(point.goal());
    if (wants.filter(it -> !it.ways().isEmpty() && !it.ways().get(0).isEmpty()).isPresent()) {
      String needed =
          wants.get().ways().get(0).stream()
              .limit(SHOWN)
              .map(WantText::of)
              .collect(Collectors.joining(", and "));
      return "%s needs %s, and neither the input nor a result was found that gives it this."
          .formatted(point.from().name(), needed);
    }
    return "no value is known with which %s goes there%s."
        .formatted(point.from().name(), reads(point));
  }

  private static String reads(PathPoint point) {
    String paths =
        point
            .from()
            .reads()
            .map(read -> WantText.of(read.path()))
            .distinct()
            .sorted()
            .limit(SHOWN)
            .collect(Collectors.joining(", "));
    return paths.isEmpty() ? "" : "; it reads " + paths;
  }

  private String ofState(PathPoint point) {
    String state = point.from().name();
    List<String> errors =
        pool.visiting(state).stream()
            .flatMap(each -> each.steps().stream().flatMap(PathStep::all))
            .filter(step -> step.state().equals(state))
            .flatMap(step -> Stream.concat(step.errors().stream(), step.caught().stream()))
            .distinct()
            .limit(SHOWN)
            .toList();
    String seen =
        errors.isEmpty() ? "it did not fail" : "it failed with " + String.join(", ", errors);
    if (point.isByError()) {
      return "no error of a Task was found after which %s does this: %s.".formatted(state, seen);
    }
    String ended =
        pool.visiting(state).stream()
            .limit(1)
            .flatMap(each -> each.run().description().cause().stream())
            .findFirst()
            .map(cause -> " (" + cause + ")")
            .orElse("");
    return "%s does not get there: %s%s.".formatted(state, seen, ended);
  }
}

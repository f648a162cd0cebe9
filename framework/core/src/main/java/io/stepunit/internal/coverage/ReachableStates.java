package io.stepunit.internal.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The states that can be reached although some Catchers can never be taken. */
final class ReachableStates {
  private static final String REASON = "only what can never be reached leads to it";

  private final JsonNode asl;
  private final Map<String, List<CoveragePoint>> points;
  private final Set<String> reachable = new HashSet<>();
  private final Deque<String> open = new ArrayDeque<>();

  private ReachableStates(JsonNode asl, List<CoveragePoint> points) {
    this.asl = asl;
    this.points = points.stream().collect(Collectors.groupingBy(CoveragePoint::state));
  }

  /** The points, with those of states that cannot be reached marked too. */
  static List<CoveragePoint> mark(List<CoveragePoint> points, JsonNode asl) {
    if (points.stream().allMatch(CoveragePoint::isReachable)) {
      return points;
    }
    ReachableStates states = new ReachableStates(asl, points);
    states.followAll();
    return points.stream().map(states::marked).toList();
  }

  private CoveragePoint marked(CoveragePoint point) {
    boolean isLost = !point.state().isEmpty() && !reachable.contains(point.state());
    return isLost && point.isReachable() ? point.unreachable(Optional.of(REASON)) : point;
  }

  private void followAll() {
    start("");
    while (!open.isEmpty()) {
      follow(open.remove());
    }
  }

  private void start(String scope) {
    reach(Keys.state(scope, asl.at(scope).path("StartAt").asText()));
  }

  private void reach(String state) {
    if (reachable.add(state)) {
      open.add(state);
    }
  }

  private void follow(String state) {
    points.getOrDefault(state, List.of()).stream()
        .filter(CoveragePoint::isReachable)
        .forEach(point -> point.target().ifPresent(this::reach));
    JsonNode json = asl.at(state);
    for (int i = 0; i < json.path("Branches").size(); i++) {
      start(state + "/Branches/" + i);
    }
    String processor = PointReader.processorOf(json);
    if (json.has(processor)) {
      start(state + "/" + processor);
    }
  }
}

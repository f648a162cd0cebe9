package io.stepunit.internal.analysis;

import io.stepunit.history.EventDetails.MapStateStarted;
import io.stepunit.internal.history.EventRecord;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.history.MapRunRecord;
import io.stepunit.internal.history.VisitRef;
import io.stepunit.internal.json.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one execution uses with the items of one of its Maps.
 *
 * @param items how many there are
 * @param inline whether the iterations are in the history
 * @param events how many events the history has
 * @param iterationEvents how many of them belong to iterations
 * @param payloads the most bytes of each kind of data of each state, such as {@code output of
 *     Lines}
 */
record ItemUse(
    int items, boolean inline, int events, int iterationEvents, Map<String, Integer> payloads) {

  static ItemUse of(String state, ExecutionRecord execution) {
    VisitRef map = visit(state, execution);
    int ofIterations = 0;
    Map<String, Integer> payloads = new TreeMap<>();
    for (EventRecord event : execution.events()) {
      ofIterations += isOfIteration(event, map) ? 1 : 0;
      Payload.of(event.details())
          .ifPresent(
              data -> payloads.merge(name(event, data), Json.size(data.json()), Integer::max));
    }
    return new ItemUse(
        items(state, map, execution),
        ofIterations > 0,
        execution.events().size(),
        ofIterations,
        payloads);
  }

  private static VisitRef visit(String state, ExecutionRecord execution) {
    List<VisitRef> visits =
        execution.events().stream()
            .filter(event -> event.details() instanceof MapStateStarted)
            .flatMap(event -> event.visit().stream())
            .filter(visit -> visit.state().name().equals(state) || visit.path().equals(state))
            .distinct()
            .toList();
    if (visits.size() != 1) {
      throw new IllegalArgumentException(
          "The growth is that of a Map that runs once in each execution, but '%s' ran %s times in execution %s. Name a Map, or one visit of it by its path, such as Orders[0]/Lines."
              .formatted(state, visits.size(), execution.name()));
    }
    return visits.get(0);
  }

  /** The items of a Map Run are not all in {@code MapStateStarted}. */
  private static int items(String state, VisitRef map, ExecutionRecord execution) {
    return execution.mapRuns().stream()
        .map(MapRunRecord::description)
        .filter(run -> run.state().equals(state))
        .map(run -> run.itemCounts().total())
        .findFirst()
        .orElseGet(() -> length(map, execution));
  }

  private static int length(VisitRef map, ExecutionRecord execution) {
    return execution.events().stream()
        .filter(event -> event.visitOrNull() == map)
        .map(EventRecord::details)
        .filter(MapStateStarted.class::isInstance)
        .mapToInt(details -> ((MapStateStarted) details).length())
        .findFirst()
        .orElseThrow();
  }

  private static boolean isOfIteration(EventRecord event, VisitRef map) {
    return switch (event.type()) {
      case MAP_ITERATION_STARTED,
          MAP_ITERATION_SUCCEEDED,
          MAP_ITERATION_FAILED,
          MAP_ITERATION_ABORTED ->
          event.visitOrNull() == map || isInside(event.visitOrNull(), map);
      default -> isInside(event.visitOrNull(), map);
    };
  }

  private static boolean isInside(@Nullable VisitRef visit, VisitRef map) {
    VisitRef.Around around = visit == null ? null : visit.around();
    while (around != null) {
      if (around.visit() == map) {
        return true;
      }
      around = around.visit().around();
    }
    return false;
  }

  private static String name(EventRecord event, Payload data) {
    return data.what() + " of " + event.state().orElse("the execution");
  }

  double eventsPerItem() {
    return items == 0 ? 0 : (double) iterationEvents / items;
  }

  int eventsBesides() {
    return events - iterationEvents;
  }
}

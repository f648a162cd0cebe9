package io.stepunit.history;

import io.stepunit.history.EventDetails.StateEntered;
import io.stepunit.history.EventDetails.StateExited;
import io.stepunit.internal.model.Catcher;
import io.stepunit.internal.model.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the visits of states from a history. */
final class Visits {
  private Visits() {}

  /** The visits in the order in which they were entered. */
  static List<StateVisit> of(List<HistoryEvent> events) {
    EventIndex index = new EventIndex(events);
    return byVisit(events).entrySet().stream()
        .flatMap(entry -> visit(entry.getKey(), entry.getValue(), index).stream())
        .toList();
  }

  private static Map<VisitRef, List<HistoryEvent>> byVisit(List<HistoryEvent> events) {
    Map<VisitRef, List<HistoryEvent>> visits = new LinkedHashMap<>();
    for (HistoryEvent event : events) {
      VisitRef visit = event.visitOrNull();
      if (visit != null) {
        visits.computeIfAbsent(visit, key -> new ArrayList<>()).add(event);
      }
    }
    return visits;
  }

  private static Optional<StateVisit> visit(
      VisitRef ref, List<HistoryEvent> events, EventIndex index) {
    Optional<HistoryEvent> entry = first(events, StateEntered.class);
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    StateEntered entered = (StateEntered) entry.get().details();
    Optional<HistoryEvent> exit = first(events, StateExited.class);
    Optional<StateExited> exited = exit.map(event -> (StateExited) event.details());
    Instant enteredAt = entry.get().timestamp();
    return Optional.of(
        new StateVisit(
            ref.state(),
            ref.path(),
            enteredAt,
            exit.map(HistoryEvent::timestamp),
            entered.input(),
            exited.map(StateExited::output),
            exited.map(StateExited::assignedVariables).orElse(Map.of()),
            Attempts.of(ref, events, index),
            exited.flatMap(e -> catcher(ref.state(), e.catcherIndex())),
            List.copyOf(events)));
  }

  private static Optional<HistoryEvent> first(
      List<HistoryEvent> events, Class<? extends EventDetails> details) {
    return events.stream().filter(event -> details.isInstance(event.details())).findFirst();
  }

  private static Optional<Catcher> catcher(State state, int index) {
    List<Catcher> catchers = state.errorHandlers().catchers();
    return index < 0 || index >= catchers.size()
        ? Optional.empty()
        : Optional.of(catchers.get(index));
  }
}

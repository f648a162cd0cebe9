package io.stepunit.internal.history;

import io.stepunit.history.CatcherInfo;
import io.stepunit.history.EventDetails;
import io.stepunit.history.EventDetails.StateEntered;
import io.stepunit.history.EventDetails.StateExited;
import io.stepunit.internal.model.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the visits of states from a history. */
public final class Visits {
  private Visits() {}

  /** The visits in the order in which they were entered. */
  public static List<VisitRecord> of(List<EventRecord> events) {
    EventIndex index = new EventIndex(events);
    List<VisitRecord> visits = new ArrayList<>();
    byVisit(events).forEach((ref, own) -> visit(ref, own, index).ifPresent(visits::add));
    return List.copyOf(visits);
  }

  private static Map<VisitRef, List<EventRecord>> byVisit(List<EventRecord> events) {
    Map<VisitRef, List<EventRecord>> visits = new LinkedHashMap<>();
    for (EventRecord event : events) {
      VisitRef visit = event.visitOrNull();
      if (visit != null) {
        visits.computeIfAbsent(visit, key -> new ArrayList<>()).add(event);
      }
    }
    return visits;
  }

  private static Optional<VisitRecord> visit(
      VisitRef ref, List<EventRecord> events, EventIndex index) {
    Optional<EventRecord> entry = first(events, StateEntered.class);
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    StateEntered entered = (StateEntered) entry.get().details();
    Optional<EventRecord> exit = first(events, StateExited.class);
    Optional<StateExited> exited = exit.map(event -> (StateExited) event.details());
    Instant enteredAt = entry.get().timestamp();
    Attempts attempts = Attempts.of(ref, events, index);
    return Optional.of(
        new VisitRecord(
            ref,
            ref.state(),
            ref.path(),
            enteredAt,
            exit.map(EventRecord::timestamp),
            entered.input(),
            exited.map(StateExited::output),
            exited.map(StateExited::assignedVariables).orElse(Map.of()),
            attempts.all(),
            attempts.begins(),
            exited.flatMap(e -> catcher(ref.state(), e.catcherIndex())),
            List.copyOf(events)));
  }

  private static Optional<EventRecord> first(
      List<EventRecord> events, Class<? extends EventDetails> details) {
    for (EventRecord event : events) {
      if (details.isInstance(event.details())) {
        return Optional.of(event);
      }
    }
    return Optional.empty();
  }

  /** The Catcher of a state at a place in its {@code Catch}; empty for -1. */
  static Optional<CatcherInfo> catcher(State state, int index) {
    return index < 0 ? Optional.empty() : Catchers.of(state).stream().skip(index).findFirst();
  }
}

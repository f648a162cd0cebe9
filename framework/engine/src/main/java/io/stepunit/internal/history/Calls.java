package io.stepunit.internal.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.history.Attempt;
import io.stepunit.history.Call;
import io.stepunit.history.EventDetails.Output;
import io.stepunit.history.EventDetails.TaskOutput;
import io.stepunit.history.HistoryEvent;
import io.stepunit.internal.model.TaskState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the calls of Tasks from a history. */
final class Calls {
  private Calls() {}

  /** The calls in the order in which they were scheduled. */
  static List<Call> of(List<EventRecord> events) {
    return Visits.of(events).stream()
        .filter(visit -> visit.state() instanceof TaskState)
        .flatMap(Calls::ofVisit)
        .sorted((one, other) -> Long.compare(one.scheduled().id(), other.scheduled().id()))
        .toList();
  }

  /** An attempt whose expressions failed was never scheduled: it has no input, and made no call. */
  private static Stream<Call> ofVisit(VisitRecord visit) {
    List<Attempt> made =
        visit.attempts().stream().filter(attempt -> attempt.input().isPresent()).toList();
    List<List<HistoryEvent>> eventsOfCalls = byCall(visit.events());
    List<Call> calls = new ArrayList<>();
    for (int i = 0; i < Math.min(made.size(), eventsOfCalls.size()); i++) {
      calls.add(call(visit, made.get(i), eventsOfCalls.get(i)));
    }
    return calls.stream();
  }

  private static List<List<HistoryEvent>> byCall(List<HistoryEvent> events) {
    List<List<HistoryEvent>> calls = new ArrayList<>();
    for (HistoryEvent event : events) {
      if (Attempts.begins(event.type())) {
        calls.add(new ArrayList<>());
      }
      if (!calls.isEmpty()) {
        calls.get(calls.size() - 1).add(event);
      }
    }
    return calls;
  }

  private static Call call(VisitRecord visit, Attempt attempt, List<HistoryEvent> events) {
    return new CallRecord(
        visit.name(),
        visit.path(),
        attempt.number(),
        attempt.input().orElseThrow(),
        events.stream()
            .filter(event -> Attempts.succeeds(event.type()))
            .findFirst()
            .flatMap(Calls::output),
        attempt.error(),
        attempt.cause(),
        events.get(0));
  }

  private static Optional<JsonNode> output(HistoryEvent event) {
    if (event.details() instanceof TaskOutput output) {
      return Optional.of(output.output());
    }
    return event.details() instanceof Output output
        ? Optional.of(output.output())
        : Optional.empty();
  }
}

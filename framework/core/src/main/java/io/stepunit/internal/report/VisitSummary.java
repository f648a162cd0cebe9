package io.stepunit.internal.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.Execution;
import io.stepunit.history.Attempt;
import io.stepunit.history.EventDetails;
import io.stepunit.history.HistoryEvent;
import io.stepunit.history.InjectedFault;
import io.stepunit.history.StateVisit;
import io.stepunit.internal.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The visits of an execution in few words: enough to compare two executions by, and small enough to
 * keep of each combination of a sweep. Visits with equal summaries differ in their times only.
 */
final class VisitSummary {
  private final Execution execution;
  private final List<InjectedFault> faults;

  private VisitSummary(Execution execution) {
    this.execution = execution;
    this.faults = execution.injectedFaults();
  }

  /** A summary of each visit, in the order of their entry. */
  static List<ObjectNode> of(Execution execution) {
    VisitSummary summaries = new VisitSummary(execution);
    return execution.visits().stream().map(summaries::summary).toList();
  }

  private ObjectNode summary(StateVisit visit) {
    List<HistoryEvent> events = visit.events();
    List<Attempt> attempts = visit.attempts();
    ObjectNode json = Json.NODES.objectNode();
    json.put("path", visit.path());
    json.put("type", visit.type());
    json.put("status", VisitStatus.of(visit, events, execution.status()).name());
    if (attempts.size() > 1) {
      json.put("attempts", attempts.size());
    }
    attempts.stream()
        .filter(Attempt::failed)
        .reduce((first, last) -> last)
        .ifPresent(attempt -> putFailure(json, attempt));
    if (visit.type().equals("Fail") && visit.path().equals(visit.name())) {
      execution.error().ifPresent(error -> json.put("error", error));
    }
    fault(visit, events).ifPresent(text -> json.put("fault", text));
    events.stream()
        .flatMap(VisitSummary::answer)
        .reduce((first, last) -> last)
        .ifPresent(answer -> json.put("answer", ShortText.of(answer)));
    visit
        .output()
        .ifPresent(output -> json.put("data", Integer.toHexString(Json.text(output).hashCode())));
    return json;
  }

  private static void putFailure(ObjectNode json, Attempt attempt) {
    attempt.error().ifPresent(error -> json.put("error", error));
    if (!attempt.duration().isZero()) {
      json.put("seconds", attempt.duration().toMillis() / 1e3);
    }
  }

  private Optional<String> fault(StateVisit visit, List<HistoryEvent> events) {
    long first = events.get(0).id();
    long last = events.get(events.size() - 1).id();
    return faults.stream()
        .filter(fault -> fault.path().equals(visit.path()))
        .filter(fault -> fault.afterEventId() >= first && fault.afterEventId() <= last)
        .map(fault -> fault.text().replaceFirst(", by @FaultMatrix$", ""))
        .findFirst();
  }

  private static Stream<JsonNode> answer(HistoryEvent event) {
    if (event.details() instanceof EventDetails.TaskOutput task) {
      return Stream.of(task.output());
    }
    return event.details() instanceof EventDetails.Output output
        ? Stream.of(output.output())
        : Stream.empty();
  }
}

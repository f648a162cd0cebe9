package io.stepunit.internal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.history.Attempt;
import io.stepunit.history.EventDetails;
import io.stepunit.history.EventType;
import io.stepunit.history.HistoryEvent;
import io.stepunit.internal.history.Decision;
import io.stepunit.internal.history.EventRecord;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.history.VisitRecord;
import io.stepunit.internal.history.VisitRef;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the attempts of visits: what was asked, what came of it, who answered, and the delays. */
final class AttemptRecords {
  private final JsonGenerator json;
  private final Data data;
  private final Map<VisitRef, List<AnswerLog.Answer>> answers;
  private final Map<VisitRef, List<Decision.ErrorMatched>> decisions = new IdentityHashMap<>();

  AttemptRecords(JsonGenerator json, Data data, ExecutionRecord execution, AnswerLog answers) {
    this.json = json;
    this.data = data;
    this.answers = answers.of(execution.arn());
    for (Decision decision : execution.decisions()) {
      if (decision instanceof Decision.ErrorMatched matched) {
        decisions.computeIfAbsent(decision.visit(), ref -> new ArrayList<>(1)).add(matched);
      }
    }
  }

  void write(VisitRecord visit) throws IOException {
    json.writeArrayFieldStart("attempts");
    RetryDelays delays =
        new RetryDelays(
            visit.state().errorHandlers(), decisions.getOrDefault(visit.ref(), List.of()));
    List<Attempt> attempts = visit.attempts();
    for (int i = 0; i < attempts.size(); i++) {
      json.writeStartObject();
      write(visit, i);
      if (i + 1 < attempts.size()) {
        delay(delays.between(attempts.get(i), attempts.get(i + 1)));
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void write(VisitRecord visit, int index) throws IOException {
    Attempt attempt = visit.attempts().get(index);
    String what = "attempt %s of %s".formatted(attempt.number(), visit.path());
    json.writeNumberField("number", attempt.number());
    json.writeNumberField("scheduled", visit.attemptBegins().get(index).id());
    json.writeStringField("startedAt", attempt.startedAt().toString());
    if (attempt.endedAt().isPresent()) {
      json.writeStringField("endedAt", attempt.endedAt().get().toString());
    }
    if (attempt.input().isPresent()) {
      data.value("input", attempt.input().get(), "The input of " + what);
    }
    Optional<JsonNode> result = result(visit, index);
    if (result.isPresent()) {
      data.value("result", result.get(), "The result of " + what);
    }
    if (attempt.error().isPresent()) {
      json.writeStringField("error", attempt.error().get());
    }
    if (attempt.cause().isPresent()) {
      json.writeStringField("cause", data.text(attempt.cause().get(), "The cause of " + what));
    }
    if (attempt.input().isPresent()) {
      answeredBy(visit.ref(), attempt);
    }
  }

  private void answeredBy(VisitRef visit, Attempt attempt) throws IOException {
    Optional<AnswerLog.Answer> answer =
        answers.getOrDefault(visit, List.of()).stream()
            .filter(each -> each.attempt() == attempt.number())
            .findFirst();
    if (answer.isPresent()) {
      json.writeObjectFieldStart("answeredBy");
      json.writeStringField("mock", answer.get().mock().code());
      json.writeStringField("at", answer.get().line());
      json.writeEndObject();
    }
  }

  private void delay(Optional<RetryDelays.Delay> delay) throws IOException {
    if (delay.isPresent()) {
      json.writeObjectFieldStart("delay");
      json.writeNumberField("seconds", delay.get().seconds());
      json.writeStringField("formula", delay.get().formula());
      json.writeEndObject();
    }
  }

  /** What an attempt of a Task returned; empty if it did not succeed. */
  static Optional<JsonNode> result(VisitRecord visit, int index) {
    if (index < 0 || index >= visit.attemptBegins().size()) {
      return Optional.empty();
    }
    EventRecord begin = visit.attemptBegins().get(index);
    long end =
        index + 1 < visit.attemptBegins().size()
            ? visit.attemptBegins().get(index + 1).id()
            : Long.MAX_VALUE;
    return visit.events().stream()
        .filter(event -> event.id() > begin.id() && event.id() < end)
        .flatMap(event -> output(event).stream())
        .findFirst();
  }

  private static Optional<JsonNode> output(HistoryEvent event) {
    boolean submitted = event.type() == EventType.TASK_SUBMITTED;
    if (event.details() instanceof EventDetails.TaskOutput output && !submitted) {
      return Optional.of(output.output());
    }
    return event.details() instanceof EventDetails.Output output
        ? Optional.of(output.output())
        : Optional.empty();
  }
}

package io.stepunit.internal.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.history.EventDetails;
import io.stepunit.history.EventDetails.ActivityScheduled;
import io.stepunit.history.EventDetails.ExecutionStarted;
import io.stepunit.history.EventDetails.LambdaFunctionScheduled;
import io.stepunit.history.EventDetails.Output;
import io.stepunit.history.EventDetails.StateEntered;
import io.stepunit.history.EventDetails.StateExited;
import io.stepunit.history.EventDetails.TaskOutput;
import io.stepunit.history.EventDetails.TaskScheduled;
import io.stepunit.history.EventType;
import io.stepunit.history.HistoryEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An event as users get it: its details have JSON of their own, made when they are asked for.
 *
 * @param kept the event of the history
 */
public record EventCopy(HistoryEvent kept) implements HistoryEvent {
  /** Events for users. */
  public static List<HistoryEvent> of(List<? extends HistoryEvent> events) {
    return events.stream().<HistoryEvent>map(EventCopy::new).toList();
  }

  /** The details as the history keeps them: who reads them must not change them. */
  static EventDetails kept(HistoryEvent event) {
    return event instanceof EventCopy copy ? copy.kept().details() : event.details();
  }

  @Override
  public long id() {
    return kept.id();
  }

  @Override
  public long previousEventId() {
    return kept.previousEventId();
  }

  @Override
  public Instant timestamp() {
    return kept.timestamp();
  }

  @Override
  public EventType type() {
    return kept.type();
  }

  @Override
  public EventDetails details() {
    return copy(kept.details());
  }

  @Override
  public Optional<String> state() {
    return kept.state();
  }

  @Override
  public Optional<String> path() {
    return kept.path();
  }

  /** One line: {@code #5 LambdaFunctionScheduled in Charge}. */
  @Override
  public String toString() {
    return "#" + id() + " " + type().awsName() + path().map(path -> " in " + path).orElse("");
  }

  private static EventDetails copy(EventDetails details) {
    if (details instanceof ExecutionStarted it) {
      return new ExecutionStarted(
          copy(it.input()), it.roleArn(), it.stateMachineAliasArn(), it.stateMachineVersionArn());
    }
    if (details instanceof Output it) {
      return new Output(copy(it.output()));
    }
    if (details instanceof StateEntered it) {
      return new StateEntered(it.name(), copy(it.input()));
    }
    if (details instanceof StateExited it) {
      return new StateExited(
          it.name(),
          copy(it.output()),
          VisitCopy.copies(it.assignedVariables()),
          it.catcherIndex());
    }
    if (details instanceof TaskOutput it) {
      return new TaskOutput(it.resourceType(), it.resource(), copy(it.output()));
    }
    return scheduled(details);
  }

  private static EventDetails scheduled(EventDetails details) {
    if (details instanceof LambdaFunctionScheduled it) {
      return new LambdaFunctionScheduled(
          it.resource(), copy(it.input()), it.timeoutInSeconds(), it.credentialsRoleArn());
    }
    if (details instanceof ActivityScheduled it) {
      return new ActivityScheduled(
          it.resource(), copy(it.input()), it.timeoutInSeconds(), it.heartbeatInSeconds());
    }
    if (details instanceof TaskScheduled it) {
      return new TaskScheduled(
          it.resourceType(),
          it.resource(),
          it.region(),
          copy(it.parameters()),
          it.timeoutInSeconds(),
          it.heartbeatInSeconds(),
          it.credentialsRoleArn());
    }
    return details;
  }

  private static JsonNode copy(JsonNode json) {
    return json.deepCopy();
  }
}

package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.history.HistoryJson;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import io.stepunit.internal.recording.RecordedCase.Stop;
import io.stepunit.recording.RecordingException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what {@code aws stepfunctions get-execution-history} printed. */
public final class HistoryFile {
  private static final Pattern ACCOUNT = Pattern.compile("arn:[^:]+:iam::(\\d{12}):");
  private static final Pattern REGION =
      Pattern.compile("^arn:[^:]+:(?:lambda|states):([a-z0-9-]+):");
  private static final Map<String, String> STATUS =
      Map.of(
          "ExecutionSucceeded", "SUCCEEDED",
          "ExecutionFailed", "FAILED",
          "ExecutionTimedOut", "TIMED_OUT",
          "ExecutionAborted", "ABORTED");

  private HistoryFile() {}

  public static RecordedCase read(String name, String text) {
    List<RecordedEvent> events = events(name, text);
    RecordedEvent first = events.get(0);
    RecordedEvent last = events.get(events.size() - 1);
    RecordedOutcome outcome = outcome(last);
    return new RecordedCase(
        name,
        Optional.empty(),
        WorkflowType.STANDARD,
        account(first),
        region(events),
        HistoryAttempts.json(first.details().path("input")),
        Optional.empty(),
        first.timestamp(),
        first.timestamp().map(HistoryFile::date),
        HistoryAttempts.of(events),
        stop(first, last),
        order(events, outcome),
        outcome,
        events,
        ReplacedFields.NONE,
        List.of());
  }

  private static List<RecordedEvent> events(String name, String text) {
    List<RecordedEvent> events;
    try {
      events = RecordedEvent.listOf(HistoryJson.read(text).path("events"));
    } catch (JsonTextException | IllegalArgumentException e) {
      throw new RecordingException("The recording " + name + ": " + e.getMessage(), e);
    }
    if (events.isEmpty() || !events.get(0).type().equals("ExecutionStarted")) {
      throw new RecordingException(
          "The recording "
              + name
              + " does not begin with ExecutionStarted: export the whole history, oldest event"
              + " first, without --max-items and --reverse-order");
    }
    requireReplayable(name, events);
    return events;
  }

  private static void requireReplayable(String name, List<RecordedEvent> events) {
    if (!events.get(0).details().has("input")) {
      throw new RecordingException(
          "The recording "
              + name
              + " has no input at /events/0/executionStartedEventDetails/input: export the history"
              + " with its data, without --no-include-execution-data");
    }
    for (RecordedEvent event : events) {
      if (event.type().equals("ExecutionRedriven")) {
        throw new RecordingException(
            "The recording "
                + name
                + " shows at event "
                + event.position()
                + " that the execution was redriven, which this version cannot replay: keep the"
                + " events before it only");
      }
    }
  }

  private static LocalDate date(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  private static Optional<String> account(RecordedEvent started) {
    Matcher role = ACCOUNT.matcher(started.details().path("roleArn").asText());
    return role.find() ? Optional.of(role.group(1)) : Optional.empty();
  }

  /** Only tasks tell the region: by a field of its own, or else by the ARN that they call. */
  private static Optional<String> region(List<RecordedEvent> events) {
    Stream<String> told = events.stream().map(event -> event.details().path("region").asText());
    Stream<String> called =
        events.stream()
            .map(event -> REGION.matcher(event.details().path("resource").asText()))
            .filter(Matcher::find)
            .map(arn -> arn.group(1));
    return Stream.concat(told, called).filter(region -> !region.isEmpty()).findFirst();
  }

  private static RecordedOutcome outcome(RecordedEvent last) {
    String status = STATUS.getOrDefault(last.type(), "RUNNING");
    // Only the event names States.Timeout: an execution that timed out has neither.
    boolean hasError = !status.equals("TIMED_OUT");
    return new RecordedOutcome(
        status,
        Optional.ofNullable(last.details().get("output")).map(HistoryAttempts::json),
        false,
        hasError ? text(last, "error") : Optional.empty(),
        hasError ? text(last, "cause") : Optional.empty());
  }

  private static Optional<String> text(RecordedEvent event, String field) {
    JsonNode value = event.details().get(field);
    return Optional.ofNullable(value)
        .map(node -> node.isTextual() ? node.textValue() : Json.text(node));
  }

  private static Optional<Stop> stop(RecordedEvent first, RecordedEvent last) {
    if (!last.type().equals("ExecutionAborted")) {
      return Optional.empty();
    }
    Optional<Duration> after =
        first
            .timestamp()
            .flatMap(start -> last.timestamp().map(end -> Duration.between(start, end)));
    return Optional.of(new Stop(text(last, "error"), text(last, "cause"), after));
  }

  private static HistoryOrder order(List<RecordedEvent> events, RecordedOutcome outcome) {
    if (outcome.status().equals("RUNNING")) {
      return RecordedOrder.BEGINNING;
    }
    boolean forks =
        events.stream()
            .anyMatch(
                event ->
                    event.type().equals("ParallelStateStarted")
                        || event.type().equals("MapStateStarted"));
    return forks ? RecordedOrder.BY_BRANCH : RecordedOrder.EXACT;
  }
}

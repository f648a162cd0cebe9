package io.stepunit.internal.recording;

import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.history.HistoryJson;
import io.stepunit.internal.json.JsonTextException;
import io.stepunit.internal.recording.RecordedCase.Stop;
import io.stepunit.recording.RecordingException;
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
  private static final Pattern ROLE = Pattern.compile("arn:[^:]+:iam::(\\d{12}):");
  private static final Pattern ARN =
      Pattern.compile("^arn:[^:]+:(?:lambda|states):(?<region>[a-z0-9-]+):(?<account>\\d{12}):");
  private static final Map<String, String> STATUS =
      Map.of(
          "ExecutionSucceeded", "SUCCEEDED",
          "ExecutionFailed", "FAILED",
          "ExecutionTimedOut", "TIMED_OUT",
          "ExecutionAborted", "ABORTED");

  private HistoryFile() {}

  /** Reads the text of a file. */
  public static RecordedCase read(String name, String text) {
    List<RecordedEvent> events;
    try {
      events = RecordedEvent.listOf(HistoryJson.read(text).path("events"));
    } catch (JsonTextException | IllegalArgumentException e) {
      throw new RecordingException("The recording " + name + ": " + e.getMessage(), e);
    }
    return of(name, events, WorkflowType.STANDARD, Optional.empty(), Optional.empty());
  }

  /**
   * The recording with these events.
   *
   * @param account its account where that is known, else it is taken from the events
   * @param region the same of its region
   * @throws RecordingException if they are not a whole history with its input
   */
  static RecordedCase of(
      String name,
      List<RecordedEvent> events,
      WorkflowType type,
      Optional<String> account,
      Optional<String> region) {
    requireBeginning(name, events);
    requireReplayable(name, events);
    RecordedEvent first = events.get(0);
    RecordedOutcome outcome = outcome(events.get(events.size() - 1));
    return new RecordedCase(
        name,
        Optional.empty(),
        type,
        account.or(() -> account(events)),
        region.or(() -> region(events)),
        HistoryAttempts.json(first.details().path("input")),
        Optional.empty(),
        first.timestamp(),
        first.timestamp().map(HistoryFile::date),
        HistoryAttempts.of(events),
        Stop.in(events),
        order(events, outcome),
        outcome,
        events,
        ReplacedFields.NONE,
        List.of());
  }

  /** Whether an execution ends with such an event. */
  static boolean isEnd(String eventType) {
    return STATUS.containsKey(eventType);
  }

  private static void requireBeginning(String name, List<RecordedEvent> events) {
    if (events.isEmpty() || !events.get(0).type().equals("ExecutionStarted")) {
      throw new RecordingException(
          "The recording "
              + name
              + " does not begin with ExecutionStarted: export the whole history, oldest event"
              + " first, without --max-items and --reverse-order");
    }
  }

  private static void requireReplayable(String name, List<RecordedEvent> events) {
    if (!events.get(0).details().has("input")) {
      throw new RecordingException(
          "The recording "
              + name
              + " has no input at /events/0/executionStartedEventDetails/input: export the history"
              + " with its data, without --no-include-execution-data");
    }
  }

  private static LocalDate date(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  /** The role tells the account, or else the ARNs of what the execution called. */
  private static Optional<String> account(List<RecordedEvent> events) {
    Matcher role = ROLE.matcher(events.get(0).details().path("roleArn").asText());
    return role.find()
        ? Optional.of(role.group(1))
        : arns(events).map(arn -> arn.group("account")).findFirst();
  }

  /** A task tells its region, or else the ARNs of what the execution called. */
  private static Optional<String> region(List<RecordedEvent> events) {
    Stream<String> told = events.stream().map(event -> event.details().path("region").asText());
    return Stream.concat(told, arns(events).map(arn -> arn.group("region")))
        .filter(region -> !region.isEmpty())
        .findFirst();
  }

  private static Stream<Matcher> arns(List<RecordedEvent> events) {
    return events.stream()
        .flatMap(event -> Stream.of("resource", "mapRunArn").map(event.details()::path))
        .map(arn -> ARN.matcher(arn.asText()))
        .filter(Matcher::find);
  }

  private static RecordedOutcome outcome(RecordedEvent last) {
    String status = STATUS.getOrDefault(last.type(), "RUNNING");
    // Only the event names States.Timeout: an execution that timed out has neither.
    boolean hasError = !status.equals("TIMED_OUT");
    return new RecordedOutcome(
        status,
        Optional.ofNullable(last.details().get("output")).map(HistoryAttempts::json),
        false,
        hasError ? last.text("error") : Optional.empty(),
        hasError ? last.text("cause") : Optional.empty());
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

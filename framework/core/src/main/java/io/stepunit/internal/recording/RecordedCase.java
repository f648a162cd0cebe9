package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.asl.WorkflowType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A recording, read.
 *
 * @param type the type of the machine that ran
 * @param account the AWS account that it was recorded in
 * @param region the AWS region that it was recorded in
 * @param executionName the name that the execution was given, where that is known
 * @param startedAt when it started, where the recording has real times
 * @param attempts what each attempt of each Task did, by state
 * @param stop the StopExecution that ended it
 * @param order how its events compare
 * @param events its history; empty where only the outcome was recorded
 * @param madeUp words that stand for a value of any type
 */
public record RecordedCase(
    String name,
    Optional<String> definition,
    WorkflowType type,
    Optional<String> account,
    Optional<String> region,
    JsonNode input,
    Optional<String> executionName,
    Optional<Instant> startedAt,
    Optional<LocalDate> recordedOn,
    Map<String, List<RecordedAttempt>> attempts,
    Optional<Stop> stop,
    HistoryOrder order,
    RecordedOutcome outcome,
    List<RecordedEvent> events,
    ReplacedFields replaced,
    List<String> madeUp) {
  /** Whether it stops while the execution still ran. */
  public boolean isBeginning() {
    return order == RecordedOrder.BEGINNING;
  }

  /** The time from the first event to the last, rounded up; none where there are no real times. */
  public Duration length() {
    if (events.isEmpty()) {
      return Duration.ZERO;
    }
    Optional<Instant> end = events.get(events.size() - 1).timestamp();
    return startedAt
        .flatMap(start -> end.map(instant -> Duration.between(start, instant).plusSeconds(1)))
        .filter(length -> !length.isNegative())
        .orElse(Duration.ZERO);
  }

  /** The redrives of the execution, in order. */
  public List<Redrive> redrives() {
    List<Redrive> redrives = new ArrayList<>();
    for (int i = 1; i < events.size(); i++) {
      if (events.get(i).isRedrive()) {
        redrives.add(new Redrive(Stop.in(events.subList(0, i)), i, since(events.get(i))));
      }
    }
    return redrives;
  }

  private Optional<Duration> since(RecordedEvent event) {
    return startedAt.flatMap(start -> event.timestamp().map(at -> Duration.between(start, at)));
  }

  /**
   * A RedriveExecution.
   *
   * @param stop the StopExecution that it followed
   * @param eventsBefore how many events the history had
   * @param after the time from the start, where the recording has real times
   */
  public record Redrive(Optional<Stop> stop, int eventsBefore, Optional<Duration> after) {}

  /**
   * A StopExecution.
   *
   * @param after the time from the start, where the recording has real times
   */
  public record Stop(Optional<String> error, Optional<String> cause, Optional<Duration> after) {
    /** The one that ended a history. */
    static Optional<Stop> in(List<RecordedEvent> history) {
      RecordedEvent last = history.get(history.size() - 1);
      if (!last.type().equals("ExecutionAborted")) {
        return Optional.empty();
      }
      Optional<Duration> after =
          history
              .get(0)
              .timestamp()
              .flatMap(start -> last.timestamp().map(end -> Duration.between(start, end)));
      return Optional.of(new Stop(last.text("error"), last.text("cause"), after));
    }
  }
}

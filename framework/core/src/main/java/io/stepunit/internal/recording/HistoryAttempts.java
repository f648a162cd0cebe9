package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import io.stepunit.internal.recording.RecordedAttempt.End;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads from a history what each attempt of each Task did. */
final class HistoryAttempts {
  private static final Pattern SCHEDULED =
      Pattern.compile("(Task|LambdaFunction|Activity)Scheduled");
  private static final Pattern FAILED =
      Pattern.compile("(Task|LambdaFunction|Activity)(Schedule|Start|Submit)?Failed");

  /** No replay hangs on an attempt that had a heartbeat a second for a year. */
  private static final int MOST_HEARTBEATS = 100_000;

  private HistoryAttempts() {}

  /** The attempts by state, each state's in the order in which they were scheduled. */
  static Map<String, List<RecordedAttempt>> of(List<RecordedEvent> history) {
    HistoryBranches branches = HistoryBranches.of(history);
    Map<String, List<RecordedAttempt>> attempts = new LinkedHashMap<>();
    for (RecordedEvent event : history) {
      if (SCHEDULED.matcher(event.type()).matches()) {
        HistoryBranch branch = branches.branchAt(event);
        attempts
            .computeIfAbsent(stateAt(branch, event), state -> new ArrayList<>())
            .add(attempt(branch, event));
      }
    }
    return attempts;
  }

  private static String stateAt(HistoryBranch branch, RecordedEvent event) {
    String state = "";
    for (RecordedEvent other : branch.events()) {
      if (other == event) {
        break;
      }
      state = other.isStateEntered() ? other.name() : state;
    }
    return state;
  }

  private static RecordedAttempt attempt(HistoryBranch branch, RecordedEvent scheduled) {
    Optional<JsonNode> submitted = Optional.empty();
    Optional<String> worker = Optional.empty();
    RecordedEvent begun = scheduled;
    List<RecordedEvent> events = branch.events();
    for (RecordedEvent event : events.subList(events.indexOf(scheduled) + 1, events.size())) {
      if (event.type().equals("TaskSubmitted")) {
        submitted = Optional.of(json(event.details().path("output")));
        continue;
      }
      if (event.type().equals("ActivityStarted")) {
        begun = event;
        worker = event.text("workerName");
        continue;
      }
      End end = endOf(event);
      if (end != null) {
        Duration after = within(scheduled, between(begun, event));
        return new RecordedAttempt(
            branch.iterations(), end, submitted, after, heartbeats(scheduled, after), worker);
      }
      if (event.isStateExited() || SCHEDULED.matcher(event.type()).matches()) {
        break;
      }
    }
    return new RecordedAttempt(
        branch.iterations(), new End.Never(), submitted, Duration.ZERO, List.of(), worker);
  }

  private static @Nullable End endOf(RecordedEvent event) {
    if (event.type().endsWith("TimedOut")) {
      return new End.Never();
    }
    if (FAILED.matcher(event.type()).matches()) {
      return new End.Failed(
          event.text("error").orElse(null),
          event.text("cause").orElse(null),
          RecordedAttempt.stepOf(event.type()));
    }
    boolean succeeded = event.type().endsWith("Succeeded") && event.details().has("output");
    return succeeded ? new End.Returned(json(event.details().get("output"))) : null;
  }

  /** The value of a field that holds JSON text. */
  static JsonNode json(JsonNode field) {
    if (!field.isTextual()) {
      return field;
    }
    try {
      return Json.parse(field.textValue());
    } catch (JsonTextException e) {
      return field;
    }
  }

  /** What ended in time on AWS does so in a replay, where a task starts as it is scheduled. */
  private static Duration within(RecordedEvent scheduled, Duration after) {
    Duration timeout =
        Duration.ofSeconds(scheduled.details().path("timeoutInSeconds").asLong(Integer.MAX_VALUE));
    return after.compareTo(timeout) > 0 ? timeout : after;
  }

  /**
   * No event tells of heartbeats. But an attempt that went on for longer than its HeartbeatSeconds
   * had them, and one that timed out had its last one as long before.
   */
  private static List<Duration> heartbeats(RecordedEvent scheduled, Duration after) {
    List<Duration> heartbeats = new ArrayList<>();
    long gap = scheduled.details().path("heartbeatInSeconds").asLong(0);
    if (gap > 0) {
      Duration at = after.minusSeconds(gap);
      while (!at.isNegative() && !at.isZero() && heartbeats.size() < MOST_HEARTBEATS) {
        heartbeats.add(at);
        at = at.minusSeconds(gap);
      }
    }
    return List.copyOf(heartbeats);
  }

  private static Duration between(RecordedEvent start, RecordedEvent end) {
    if (start.timestamp().isEmpty() || end.timestamp().isEmpty()) {
      return Duration.ZERO;
    }
    Duration after =
        Duration.between(start.timestamp().orElseThrow(), end.timestamp().orElseThrow());
    return after.isNegative() ? Duration.ZERO : after;
  }
}

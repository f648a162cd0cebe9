package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where AWS has changed its histories since a recording was made: brings an older history into the
 * form that AWS writes today, so that the comparison itself knows one form only.
 */
final class AwsChanges {
  /** Measured in September 2026: EvaluationFailed follows the last event of its branch. */
  private static final LocalDate EVALUATION_FAILED_IN_CHAIN = LocalDate.of(2026, 1, 1);

  /** Recordings up to August 2024 and since November 2024 differ. */
  private static final LocalDate DISTRIBUTED_EXIT_FOLLOWS_START = LocalDate.of(2024, 10, 1);

  /** Redrive came on 15 November 2023, and with it a member of the context object. */
  private static final LocalDate REDRIVE = LocalDate.of(2023, 11, 15);

  /** Encryption by customers' keys came on 25 July 2024, and with it what machines are told by. */
  private static final LocalDate KEYS = LocalDate.of(2024, 7, 25);

  private static final Set<String> EXECUTION_BEFORE_REDRIVE =
      Set.of("Id", "Input", "StartTime", "Name", "RoleArn");

  private AwsChanges() {}

  /** Whether a recording is older than redrive: its answers tell nothing of it. */
  static boolean isBeforeRedrive(Optional<LocalDate> recordedOn) {
    return recordedOn.filter(date -> date.isBefore(REDRIVE)).isPresent();
  }

  /** Whether a recording is older than customers' keys, so that its answers show no encryption. */
  static boolean isBeforeKeys(Optional<LocalDate> recordedOn) {
    return recordedOn.filter(date -> date.isBefore(KEYS)).isPresent();
  }

  /** The history in today's form. A recording without a date is taken as one of today. */
  static List<RecordedEvent> inTodaysForm(
      List<RecordedEvent> recorded, Optional<LocalDate> recordedOn) {
    List<RecordedEvent> events = new ArrayList<>(recorded);
    if (isBeforeRedrive(recordedOn)) {
      events.replaceAll(event -> event.withDetails(withRedriveCount(event.details())));
    }
    recordedOn
        .filter(date -> date.isBefore(EVALUATION_FAILED_IN_CHAIN))
        .ifPresent(date -> chainEvaluationFailures(events));
    recordedOn
        .filter(date -> date.isBefore(DISTRIBUTED_EXIT_FOLLOWS_START))
        .ifPresent(date -> exitDistributedMapsFromStart(events));
    return withCutsSorted(events);
  }

  /** Adds to each context object in a value what today's has more. */
  private static JsonNode withRedriveCount(JsonNode value) {
    if (value.isArray()) {
      ArrayNode items = Json.NODES.arrayNode(value.size());
      value.forEach(item -> items.add(withRedriveCount(item)));
      return items;
    }
    if (!value.isObject()) {
      return value;
    }
    ObjectNode copy = Json.NODES.objectNode();
    value.fields().forEachRemaining(e -> copy.set(e.getKey(), withRedriveCount(e.getValue())));
    Set<String> names = new HashSet<>();
    value.fieldNames().forEachRemaining(names::add);
    return names.equals(EXECUTION_BEFORE_REDRIVE) ? copy.put("RedriveCount", 0) : copy;
  }

  private static void chainEvaluationFailures(List<RecordedEvent> events) {
    for (int i = 0; i < events.size(); i++) {
      RecordedEvent event = events.get(i);
      if (event.type().equals("EvaluationFailed")) {
        RecordedEvent entered = lastEntered(events.subList(0, i), event);
        if (entered != null && event.previous() == entered.previous()) {
          long last = lastInChain(events.subList(0, i), entered.id());
          events.set(i, event.withChain(event.id(), last));
        }
      }
    }
  }

  private static @Nullable RecordedEvent lastEntered(
      List<RecordedEvent> before, RecordedEvent failed) {
    String state = failed.details().path("state").asText();
    RecordedEvent entered = null;
    for (RecordedEvent event : before) {
      entered = event.isStateEntered() && event.name().equals(state) ? event : entered;
    }
    return entered;
  }

  /** The last of the events that follow from one. */
  private static long lastInChain(List<RecordedEvent> before, long from) {
    long last = from;
    for (RecordedEvent event : before) {
      last = event.previous() == last ? event.id() : last;
    }
    return last;
  }

  private static void exitDistributedMapsFromStart(List<RecordedEvent> events) {
    Map<Long, RecordedEvent> byId = new HashMap<>();
    events.forEach(event -> byId.put(event.id(), event));
    events.replaceAll(
        event -> {
          RecordedEvent previous = byId.get(event.previous());
          if (event.type().equals("MapStateExited")
              && previous != null
              && previous.type().equals("MapRunSucceeded")) {
            return event.withChain(event.id(), previous.previous());
          }
          return event;
        });
  }

  /**
   * The events that cut off what a failure interrupts, in one order: 2024 wrote MapIterationFailed
   * first, 2026 MapIterationAborted.
   */
  static List<RecordedEvent> withCutsSorted(List<RecordedEvent> history) {
    List<RecordedEvent> events = new ArrayList<>(history);
    int start = 0;
    while (start < events.size()) {
      int end = start;
      while (end < events.size() && isOfSameCut(events.get(start), events.get(end))) {
        end++;
      }
      if (end - start > 1) {
        sort(events.subList(start, end));
      }
      start = Math.max(end, start + 1);
    }
    return List.copyOf(events);
  }

  private static boolean isOfSameCut(RecordedEvent first, RecordedEvent event) {
    return HistoryBranches.isCut(first)
        && HistoryBranches.isCut(event)
        && !event.isErased()
        && first.previous() == event.previous();
  }

  private static void sort(List<RecordedEvent> cut) {
    List<Long> ids = cut.stream().map(RecordedEvent::id).toList();
    List<RecordedEvent> sorted =
        cut.stream()
            .sorted(
                Comparator.comparing(RecordedEvent::type).thenComparingInt(RecordedEvent::index))
            .toList();
    for (int i = 0; i < cut.size(); i++) {
      cut.set(i, sorted.get(i).withChain(ids.get(i), sorted.get(i).previous()));
    }
  }
}

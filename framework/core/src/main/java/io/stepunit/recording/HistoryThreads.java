package io.stepunit.recording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A history taken apart into its threads: the top of the machine, each branch of a Parallel and
 * each iteration of a Map.
 *
 * <p>Found by following {@code previousEventId} alone, so that it works whatever the order in which
 * concurrent branches wrote their events.
 */
final class HistoryThreads {
  private static final Pattern ENTERED_AT =
      Pattern.compile("\\(entered at the event id #(\\d{1,9})\\)");
  private static final Set<String> JOINS =
      Set.of(
          "MapStateSucceeded",
          "MapStateFailed",
          "MapStateStarted",
          "ParallelStateSucceeded",
          "ParallelStateFailed",
          "ParallelStateStarted");
  private static final Set<String> CUTS =
      Set.of(
          "MapIterationFailed",
          "MapIterationAborted",
          "TaskStateAborted",
          "WaitStateAborted",
          "MapStateAborted",
          "ParallelStateAborted");

  private final Map<String, HistoryThread> threads = new LinkedHashMap<>();
  private final Map<Long, RecordedEvent> events = new HashMap<>();
  private final Map<Long, HistoryThread> threadOf = new HashMap<>();
  private final Map<Long, String> places = new HashMap<>();
  private final HistoryThread top = thread("", null, null, -1);

  private HistoryThreads(List<RecordedEvent> history) {
    for (RecordedEvent event : history) {
      HistoryThread thread = find(event);
      events.put(event.id(), event);
      threadOf.put(event.id(), thread);
      places.put(event.id(), thread.key() + "#" + thread.add(event));
    }
  }

  static HistoryThreads of(List<RecordedEvent> history) {
    return new HistoryThreads(history);
  }

  /**
   * Whether an event tells that something was cut off; their order among themselves is AWS's luck.
   */
  static boolean isCut(RecordedEvent event) {
    return CUTS.contains(event.type());
  }

  /** All threads, by a key that does not depend on timing, in the order of their start. */
  Map<String, HistoryThread> all() {
    return threads;
  }

  /** The event that led to this one, told in a way that does not depend on timing. */
  String previousOf(RecordedEvent event) {
    RecordedEvent previous = events.get(event.previous());
    if (previous == null) {
      return event.previous() == 0 ? "none" : "unknown event " + event.previous();
    }
    HistoryThread own = threadAt(event);
    HistoryThread before = threadAt(previous);
    boolean joins = event.type().endsWith("StateSucceeded") || event.isStateExited();
    if (joins && before != own) {
      return "the end of a branch";
    }
    if (event.type().equals("MapIterationStarted") && !previous.type().equals("MapStateStarted")) {
      return "the end of an iteration";
    }
    return previous.type() + " at " + places.get(previous.id());
  }

  /**
   * A text in which the ids that causes tell ({@code entered at the event id #7}) depend on timing
   * no more: they are told as the places of the events.
   */
  String withoutIds(String text) {
    return ENTERED_AT
        .matcher(text)
        .replaceAll(
            entered ->
                Matcher.quoteReplacement(
                    "(entered at "
                        + places.getOrDefault(Long.valueOf(entered.group(1)), "?")
                        + ")"));
  }

  HistoryThread threadAt(RecordedEvent event) {
    return threadOf.getOrDefault(event.id(), top);
  }

  private HistoryThread find(RecordedEvent event) {
    RecordedEvent previous = events.get(event.previous());
    if (previous == null || event.type().startsWith("Execution")) {
      return top;
    }
    HistoryThread before = threadAt(previous);
    if (isCut(event)) {
      return thread("cut by " + places.get(previous.id()), before, null, -1);
    }
    if (event.isStateEntered() && previous.type().equals("ParallelStateStarted")) {
      return branch(before, previous, event.name(), -1);
    }
    if (event.type().equals("MapIterationStarted")) {
      RecordedEvent started = startOfMap(previous, before, event.name());
      return branch(threadAt(started), started, "", event.index());
    }
    if (JOINS.contains(event.type())) {
      String kind = event.type().startsWith("Map") ? "Map" : "Parallel";
      return climb(before, thread -> thread.hasOpen(kind));
    }
    return event.isStateExited() ? climb(before, thread -> thread.isIn(event.name())) : before;
  }

  private RecordedEvent startOfMap(RecordedEvent previous, HistoryThread before, String map) {
    if (previous.type().equals("MapStateStarted")) {
      return previous;
    }
    HistoryThread iteration =
        climb(
            before,
            thread -> {
              HistoryThread outer = thread.parent();
              return thread.index() >= 0 && outer != null && outer.isIn(map);
            });
    RecordedEvent started = iteration.started();
    return started == null ? previous : started;
  }

  private HistoryThread climb(
      HistoryThread from, java.util.function.Predicate<HistoryThread> condition) {
    for (HistoryThread at = from; at != null; at = at.parent()) {
      if (condition.test(at)) {
        return at;
      }
    }
    return from;
  }

  private HistoryThread branch(
      HistoryThread parent, RecordedEvent started, String first, int index) {
    String fork = places.get(started.id()) + "/" + (index < 0 ? first : "[" + index + "]");
    return thread(fork, parent, started, index);
  }

  private HistoryThread thread(
      String key, @Nullable HistoryThread parent, @Nullable RecordedEvent started, int index) {
    return threads.computeIfAbsent(
        key, k -> new HistoryThread(k, parent, started, index, new ArrayList<>()));
  }
}

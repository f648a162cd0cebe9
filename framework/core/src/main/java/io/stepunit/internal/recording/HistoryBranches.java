package io.stepunit.internal.recording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A history split into its branches: the top of the machine, each branch of a Parallel and each
 * iteration of a Map.
 *
 * <p>Found by following {@code previousEventId} alone, so that it works whatever the order in which
 * concurrent branches wrote their events.
 */
final class HistoryBranches {
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

  private final Map<String, HistoryBranch> branches = new LinkedHashMap<>();
  private final Map<Long, RecordedEvent> events = new HashMap<>();
  private final Map<Long, HistoryBranch> branchOf = new HashMap<>();
  private final Map<Long, String> places = new HashMap<>();
  private final HistoryBranch top = branch("", null, null, OptionalInt.empty());

  private HistoryBranches(List<RecordedEvent> history) {
    for (RecordedEvent event : history) {
      HistoryBranch branch = find(event);
      events.put(event.id(), event);
      branchOf.put(event.id(), branch);
      places.put(event.id(), branch.key() + "#" + branch.add(event));
      if (event.isRedrive()) {
        branches.values().forEach(HistoryBranch::redriven);
      }
    }
  }

  static HistoryBranches of(List<RecordedEvent> history) {
    return new HistoryBranches(history);
  }

  /**
   * Whether an event tells that something was cut off; their order among themselves is AWS's luck.
   */
  static boolean isCut(RecordedEvent event) {
    return CUTS.contains(event.type());
  }

  /** All branches, by a key that does not depend on timing, in the order of their start. */
  Map<String, HistoryBranch> all() {
    return branches;
  }

  /** The event that led to this one, told in a way that does not depend on timing. */
  String previousOf(RecordedEvent event) {
    RecordedEvent previous = events.get(event.previous());
    if (previous == null) {
      return event.previous() == 0 ? "none" : "unknown event " + event.previous();
    }
    HistoryBranch own = branchAt(event);
    HistoryBranch before = branchAt(previous);
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

  HistoryBranch branchAt(RecordedEvent event) {
    return branchOf.getOrDefault(event.id(), top);
  }

  private HistoryBranch find(RecordedEvent event) {
    RecordedEvent previous = events.get(event.previous());
    if (previous == null || event.type().startsWith("Execution")) {
      return top;
    }
    HistoryBranch before = branchAt(previous);
    if (isCut(event)) {
      return branch("cut by " + places.get(previous.id()), before, null, OptionalInt.empty());
    }
    if (event.isStateEntered() && previous.type().equals("ParallelStateStarted")) {
      return forked(before, previous, event.name(), OptionalInt.empty());
    }
    if (event.type().equals("MapIterationStarted")) {
      RecordedEvent started = startOfMap(previous, before, event.name());
      return forked(branchAt(started), started, "", OptionalInt.of(event.index()));
    }
    if (JOINS.contains(event.type())) {
      String kind = event.type().startsWith("Map") ? "Map" : "Parallel";
      return climb(before, branch -> branch.hasOpen(kind));
    }
    return event.isStateExited() ? climb(before, branch -> branch.isIn(event.name())) : before;
  }

  private RecordedEvent startOfMap(RecordedEvent previous, HistoryBranch before, String map) {
    if (previous.type().equals("MapStateStarted")) {
      return previous;
    }
    HistoryBranch iteration =
        climb(
            before,
            branch -> {
              HistoryBranch outer = branch.parent();
              return branch.index().isPresent() && outer != null && outer.isIn(map);
            });
    RecordedEvent started = iteration.started();
    return started == null ? previous : started;
  }

  private HistoryBranch climb(
      HistoryBranch from, java.util.function.Predicate<HistoryBranch> condition) {
    for (HistoryBranch at = from; at != null; at = at.parent()) {
      if (condition.test(at)) {
        return at;
      }
    }
    return from;
  }

  private HistoryBranch forked(
      HistoryBranch parent, RecordedEvent started, String first, OptionalInt index) {
    String fork =
        places.get(started.id()) + "/" + (index.isEmpty() ? first : "[" + index.getAsInt() + "]");
    return branch(fork, parent, started, index);
  }

  private HistoryBranch branch(
      String key,
      @Nullable HistoryBranch parent,
      @Nullable RecordedEvent started,
      OptionalInt index) {
    return branches.computeIfAbsent(
        key, k -> new HistoryBranch(k, parent, started, index, new ArrayList<>()));
  }
}

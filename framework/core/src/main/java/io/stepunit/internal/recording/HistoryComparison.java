package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.recording.ValueComparison.OptionalMembers;
import io.stepunit.recording.Difference;
import io.stepunit.recording.Difference.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares two histories, event by event. */
public final class HistoryComparison {
  private final ValueComparison values;
  private final boolean timestamps;
  private final List<Difference> differences = new ArrayList<>();

  HistoryComparison(ValueComparison values) {
    this(values, false);
  }

  private HistoryComparison(ValueComparison values, boolean timestamps) {
    this.values = values;
    this.timestamps = timestamps;
  }

  /**
   * The differences of two histories that are to be the same, ids and texts included. What depends
   * on the account and on how a history was exported does not count.
   *
   * @param recorded a history as {@code HistoryJson} reads it
   * @param found the same of the execution
   * @param timestamps whether its times count
   */
  public static List<Difference> ofSame(JsonNode recorded, JsonNode found, boolean timestamps) {
    ValueComparison values =
        new ValueComparison(
            SameScalars.EQUAL_ONES, ReplacedFields.NONE, OptionalMembers.NEVER_COUNT);
    HistoryComparison comparison = new HistoryComparison(values, timestamps);
    comparison.inOrder(byId(recorded), byId(found));
    return comparison.differences();
  }

  private static List<RecordedEvent> byId(JsonNode history) {
    return RecordedEvent.listOf(history.path("events")).stream()
        .sorted(Comparator.comparingLong(RecordedEvent::id))
        .toList();
  }

  /** The labels of a history's events, in the order of their ids. */
  public static List<String> labels(JsonNode history) {
    return byId(history).stream().map(RecordedEvent::label).toList();
  }

  List<Difference> differences() {
    return differences;
  }

  /** Compares in the exact order, with exact ids. */
  void inOrder(List<RecordedEvent> recorded, List<RecordedEvent> found) {
    sequence(
        recorded,
        found,
        event -> event.id() + " after " + event.previous(),
        event -> event.id() + " after " + event.previous());
  }

  /** Compares the beginning only, branch by branch, as far as it was recorded. */
  void beginning(List<RecordedEvent> recorded, List<RecordedEvent> found) {
    HistoryBranches expected = HistoryBranches.of(recorded);
    HistoryBranches actual = HistoryBranches.of(found);
    expected
        .all()
        .forEach(
            (key, branch) -> {
              HistoryBranch other = actual.all().get(key);
              List<RecordedEvent> after = other == null ? List.of() : other.events();
              int known = Math.min(after.size(), branch.events().size());
              branches(branch.events(), after.subList(0, known), expected, actual);
            });
  }

  /** Compares branch by branch, along the chains of previousEventId. */
  void byBranch(List<RecordedEvent> recorded, List<RecordedEvent> found) {
    HistoryBranches expected = HistoryBranches.of(recorded);
    HistoryBranches actual = HistoryBranches.of(found);
    Set<String> keys = new LinkedHashSet<>(expected.all().keySet());
    keys.addAll(actual.all().keySet());
    for (String key : keys) {
      HistoryBranch mine = expected.all().get(key);
      HistoryBranch other = actual.all().get(key);
      List<RecordedEvent> before = mine == null ? List.of() : mine.events();
      List<RecordedEvent> after = other == null ? List.of() : other.events();
      if (key.startsWith("cut by ")) {
        asMultiset(before, after);
      } else if (mine != null && other != null && areCutOff(mine, other) && hasEnded(found)) {
        int common = Math.min(before.size(), after.size());
        branches(before.subList(0, common), after.subList(0, common), expected, actual);
      } else {
        branches(before, after, expected, actual);
      }
    }
  }

  /** How far a branch came before a sibling's failure cut it off is a matter of real time. */
  private static boolean areCutOff(HistoryBranch recorded, HistoryBranch found) {
    boolean joined = recorded.isJoined() && found.isJoined();
    return !joined && !(recorded.hasEnded() && found.hasEnded());
  }

  private static boolean hasEnded(List<RecordedEvent> history) {
    return !history.isEmpty() && history.get(history.size() - 1).type().startsWith("Execution");
  }

  private void branches(
      List<RecordedEvent> recorded,
      List<RecordedEvent> found,
      HistoryBranches expected,
      HistoryBranches actual) {
    sequence(recorded, found, expected::previousOf, actual::previousOf);
  }

  void sequence(
      List<RecordedEvent> recorded,
      List<RecordedEvent> found,
      Function<RecordedEvent, String> recordedChain,
      Function<RecordedEvent, String> foundChain) {
    for (int i = 0; i < Math.max(recorded.size(), found.size()); i++) {
      if (i >= recorded.size() || i >= found.size() || !sameLabel(recorded.get(i), found.get(i))) {
        parting(recorded, found, i);
        return;
      }
      RecordedEvent expected = recorded.get(i);
      String chain = recordedChain.apply(expected);
      String otherChain = foundChain.apply(found.get(i));
      if (!chain.equals(otherChain)) {
        differences.add(
            Differences.ofEvent(Level.IDS, expected, "id and previousEventId", chain, otherChain));
      }
      if (timestamps && !expected.timestamp().equals(found.get(i).timestamp())) {
        differences.add(
            Differences.ofEvent(
                Level.DETAILS, expected, "/timestamp", time(expected), time(found.get(i))));
      }
      details(expected, found.get(i));
    }
  }

  private static String time(RecordedEvent event) {
    return event.timestamp().map(Instant::toString).orElse("nothing");
  }

  static boolean sameLabel(RecordedEvent recorded, RecordedEvent found) {
    return recorded.label().equals(found.label());
  }

  private void parting(List<RecordedEvent> recorded, List<RecordedEvent> found, int at) {
    RecordedEvent where = at < recorded.size() ? recorded.get(at) : found.get(at);
    differences.add(
        Differences.ofEvent(Level.TYPES, where, "", labels(recorded, at), labels(found, at)));
  }

  private static String labels(List<RecordedEvent> events, int from) {
    int shown = 6;
    if (from >= events.size()) {
      return "no further event";
    }
    String rest = events.size() > from + shown ? ", …" : "";
    return events.stream()
            .skip(from)
            .limit(shown)
            .map(RecordedEvent::label)
            .collect(Collectors.joining(", "))
        + rest;
  }

  private void details(RecordedEvent recorded, RecordedEvent found) {
    values.compareDetails(
        recorded,
        found,
        (field, expected, actual) ->
            differences.add(Differences.ofEvent(Level.DETAILS, recorded, field, expected, actual)));
  }

  private boolean sameDetails(RecordedEvent recorded, RecordedEvent found) {
    boolean[] same = {true};
    values.compareDetails(recorded, found, (field, expected, actual) -> same[0] = false);
    return same[0];
  }

  void asMultiset(List<RecordedEvent> recorded, List<RecordedEvent> found) {
    List<RecordedEvent> rest = new ArrayList<>(found);
    for (RecordedEvent event : recorded) {
      List<RecordedEvent> candidates =
          rest.stream().filter(other -> sameLabel(event, other)).toList();
      if (candidates.isEmpty()) {
        differences.add(
            Differences.ofEvent(Level.TYPES, event, "", event.label(), "no such event"));
        continue;
      }
      RecordedEvent match =
          candidates.stream()
              .filter(other -> sameDetails(event, other))
              .findFirst()
              .orElse(candidates.get(0));
      details(event, match);
      rest.remove(match);
    }
    for (RecordedEvent event : rest) {
      differences.add(Differences.ofEvent(Level.TYPES, event, "", "no such event", event.label()));
    }
  }
}

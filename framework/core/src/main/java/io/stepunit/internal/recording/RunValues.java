package io.stepunit.internal.recording;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The values that a replay made up, which stand for those that AWS made up in the recording. */
final class RunValues {
  private static final Pattern NOTHING = Pattern.compile("(?!)");

  /** An ARN of {@code order} is not the beginning of one of {@code orders}. */
  private static final String END_OF_ARN = "(?![\\w-])";

  private final Pattern pattern;
  private final Set<String> words;
  private final Map<String, String> known;
  private final RecordedIds recorded;
  private final Set<BigDecimal> timesOfObjects;

  private RunValues(
      Pattern pattern,
      Collection<String> words,
      Map<String, String> known,
      RecordedIds recorded,
      Set<BigDecimal> timesOfObjects) {
    this.pattern = pattern;
    this.words = Set.copyOf(words);
    this.known = Map.copyOf(known);
    this.recorded = recorded;
    this.timesOfObjects = Set.copyOf(timesOfObjects);
  }

  /** Words that stand for any text. */
  static RunValues of(Collection<String> words) {
    return new RunValues(
        words.isEmpty() ? NOTHING : Pattern.compile(anyOf(words)),
        words,
        Map.of(),
        RecordedIds.of(List.of()),
        Set.of());
  }

  /**
   * Words that stand for any text, and all UUIDs that the recording does not have, which stand for
   * UUIDs.
   *
   * @param known what some of the words stand for
   * @param timesOfObjects when the objects in the buckets were stored, in seconds since 1970
   */
  static RunValues of(
      Collection<String> words,
      Map<String, String> known,
      RecordedIds recorded,
      Set<BigDecimal> timesOfObjects) {
    Pattern pattern = Pattern.compile(anyOf(words) + "|" + RecordedIds.UUID.pattern());
    return new RunValues(pattern, words, known, recorded, timesOfObjects);
  }

  /** A regular expression that finds the longest of some words. */
  static String anyOf(Collection<String> words) {
    return words.stream()
        .filter(word -> !word.isEmpty())
        .sorted(Comparator.comparingInt(String::length).reversed())
        .map(word -> Pattern.quote(word) + (word.startsWith("arn:") ? END_OF_ARN : ""))
        .collect(Collectors.joining("|"));
  }

  /** Finds the words and UUIDs in a text of the run. */
  Pattern pattern() {
    return pattern;
  }

  /** What words stand for, as far as that is known beforehand. */
  Map<String, String> known() {
    return known;
  }

  /** Whether what {@link #pattern} found stands for UUIDs only. */
  boolean isUuid(String found) {
    return !words.contains(found);
  }

  /** Whether what {@link #pattern} found is the run's own. */
  boolean isMadeUp(String found) {
    return !isUuid(found) || !recorded.has(found);
  }

  /** Whether a UUID of the run may stand for a recorded text. */
  boolean mayStandFor(String value) {
    return recorded.hasMadeUp(value);
  }

  /** Whether a number is the time at which an object was stored. */
  boolean isTimeOfObject(BigDecimal seconds) {
    return timesOfObjects.stream().anyMatch(time -> time.compareTo(seconds) == 0);
  }
}

package io.stepunit.internal.report.gate;

import static java.util.stream.Collectors.joining;

import io.stepunit.internal.coverage.CoveragePoint;
import io.stepunit.internal.coverage.PointKind;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How much of each kind tests have to reach, in per cent of what can be reached.
 *
 * <pre>{@code
 * Thresholds.parse("states=100,choiceRules=80")
 * }</pre>
 *
 * @param percents by kind; a kind that is absent may have any number of holes
 */
public record Thresholds(Map<PointKind, Integer> percents) {
  private static final String ALL_KINDS = "all";
  private static final int MOST = 100;

  /** All of each kind. */
  public static final Thresholds EVERYTHING = of(Map.of(ALL_KINDS, "100"));

  /** None of any kind. */
  public static final Thresholds NOTHING = new Thresholds(Map.of());

  public Thresholds {
    EnumMap<PointKind, Integer> ordered = new EnumMap<>(PointKind.class);
    ordered.putAll(percents);
    percents = Collections.unmodifiableMap(ordered);
  }

  /**
   * Reads thresholds as the command line has them.
   *
   * @param text kinds with percentages, such as {@code states=100,choiceRules=80}
   * @throws IllegalArgumentException if it has an unknown kind or something that is no percentage
   */
  public static Thresholds parse(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String part : text.split(",")) {
      List<String> sides = List.of(part.split("=", 2));
      if (sides.size() < 2) {
        throw new IllegalArgumentException(
            "'%s' is no threshold: write KIND=PERCENT, such as states=100."
                .formatted(part.strip()));
      }
      values.put(sides.get(0).strip(), sides.get(1).strip());
    }
    return of(values);
  }

  /**
   * Reads thresholds as a build file has them.
   *
   * @param values percentages by the plural names of kinds, or by {@code all} for those that are
   *     not named
   * @throws IllegalArgumentException if it has an unknown kind or something that is no percentage
   */
  public static Thresholds of(Map<String, String> values) {
    EnumMap<PointKind, Integer> percents = new EnumMap<>(PointKind.class);
    if (values.containsKey(ALL_KINDS)) {
      int general = percent(ALL_KINDS, values);
      Arrays.stream(PointKind.values()).forEach(kind -> percents.put(kind, general));
    }
    values.keySet().stream()
        .filter(name -> !name.equals(ALL_KINDS))
        .forEach(name -> percents.put(kind(name), percent(name, values)));
    return new Thresholds(percents);
  }

  private static PointKind kind(String name) {
    return Arrays.stream(PointKind.values())
        .filter(kind -> kind.plural().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is no kind of coverage. Kinds: %s, or all for each of them."
                        .formatted(name, kinds())));
  }

  private static String kinds() {
    return Arrays.stream(PointKind.values()).map(PointKind::plural).collect(joining(", "));
  }

  private static int percent(String name, Map<String, String> values) {
    String text = String.valueOf(values.get(name)).strip();
    if (text.matches("\\d{1,3}") && Integer.parseInt(text) <= MOST) {
      return Integer.parseInt(text);
    }
    throw new IllegalArgumentException(
        "The threshold of %s is '%s', and has to be a whole number of per cent from 0 to 100."
            .formatted(name, text));
  }

  /** Whether something is asked of a kind that a point counts for. */
  boolean counts(CoveragePoint point) {
    return percents.keySet().stream().anyMatch(kind -> kind.includes(point));
  }

  /** How many per cent of a kind are asked for; empty if any number will do. */
  public Optional<Integer> of(PointKind kind) {
    return Optional.ofNullable(percents.get(kind));
  }

  /** These, where others ask for nothing else. */
  public Thresholds replacedBy(Thresholds others) {
    EnumMap<PointKind, Integer> merged = new EnumMap<>(PointKind.class);
    merged.putAll(percents);
    merged.putAll(others.percents());
    return new Thresholds(merged);
  }
}

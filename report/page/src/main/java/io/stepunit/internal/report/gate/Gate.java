package io.stepunit.internal.report.gate;

import io.stepunit.internal.coverage.PointKind;
import io.stepunit.internal.report.coverage.DefinitionCoverage;
import io.stepunit.internal.report.data.DefinitionRecord;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Holds coverage to what a team asks for.
 *
 * <pre>{@code
 * new Gate(Thresholds.EVERYTHING, Map.of(), Baseline.read(file)).check(coverage).isPassed()
 * }</pre>
 *
 * @param general what is asked of each definition
 * @param own what is asked of single definitions in place of that, by title, name, file or a
 *     pattern of files
 * @param baseline the points that need not be reached
 */
public record Gate(Thresholds general, Map<String, Thresholds> own, Baseline baseline) {
  public Gate {
    own = Map.copyOf(own);
  }

  /**
   * Compares coverage with what is asked for.
   *
   * @throws IllegalArgumentException if thresholds are for a definition that is not there
   */
  public GateResult check(List<DefinitionCoverage> definitions) {
    if (!definitions.isEmpty()) {
      requireKnown(definitions);
    }
    List<Shortfall> shortfalls =
        definitions.stream().flatMap(definition -> shortfall(definition).stream()).toList();
    return new GateResult(definitions.size(), shortfalls, closed(definitions));
  }

  /** Today's holes of the kinds that something is asked of: what a new baseline has to allow. */
  public Baseline today(List<DefinitionCoverage> definitions) {
    SortedMap<String, SortedSet<String>> holes = new TreeMap<>();
    List<DefinitionRecord> records = records(definitions);
    definitions.forEach(
        definition -> {
          Thresholds thresholds = thresholds(definition);
          String name = Baseline.nameOf(definition.definition(), records);
          SortedSet<String> keys = holes.computeIfAbsent(name, it -> new TreeSet<>());
          definition.points().stream()
              .filter(point -> point.isMissing() && thresholds.counts(point.point()))
              .forEach(point -> keys.add(point.point().key()));
        });
    return new Baseline(holes);
  }

  private static List<DefinitionRecord> records(List<DefinitionCoverage> definitions) {
    return definitions.stream().map(DefinitionCoverage::definition).toList();
  }

  private void requireKnown(List<DefinitionCoverage> definitions) {
    own.keySet().stream()
        .filter(name -> definitions.stream().noneMatch(definition -> isCalled(definition, name)))
        .sorted()
        .findFirst()
        .ifPresent(
            name -> {
              throw new IllegalArgumentException(
                  "There are thresholds for '%s', but no test used a definition of that name. Used: %s."
                      .formatted(
                          name,
                          definitions.stream()
                              .map(DefinitionCoverage::title)
                              .collect(Collectors.joining(", "))));
            });
  }

  private static boolean isCalled(DefinitionCoverage definition, String name) {
    DefinitionRecord record = definition.definition();
    return List.of(definition.title(), record.title(), record.name()).contains(name)
        || record.file().filter(file -> file.equals(name) || matches(name, file)).isPresent();
  }

  private static boolean matches(String pattern, String file) {
    return pattern.contains("*")
        && FileSystems.getDefault().getPathMatcher("glob:" + pattern).matches(Path.of(file));
  }

  private Thresholds thresholds(DefinitionCoverage definition) {
    return own.entrySet().stream()
        .filter(each -> isCalled(definition, each.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .reduce(general, Thresholds::replacedBy);
  }

  private Optional<Shortfall> shortfall(DefinitionCoverage definition) {
    Allowance allowance = new Allowance(definition, baseline);
    List<Shortfall.Kind> kinds =
        thresholds(definition).percents().entrySet().stream()
            .map(
                asked ->
                    new Shortfall.Kind(
                        asked.getKey(), allowance.total(asked.getKey()), asked.getValue()))
            .filter(Shortfall.Kind::isBelow)
            .toList();
    return kinds.isEmpty()
        ? Optional.empty()
        : Optional.of(new Shortfall(definition, kinds, allowance.holes(of(kinds))));
  }

  private static List<PointKind> of(List<Shortfall.Kind> kinds) {
    return kinds.stream().map(Shortfall.Kind::kind).toList();
  }

  /**
   * How many points of the baseline tests have reached by now, or are no longer there. Nobody knows
   * that of definitions that no test used.
   */
  private int closed(List<DefinitionCoverage> definitions) {
    Baseline known = baseline.of(records(definitions));
    SortedMap<String, SortedSet<String>> open = new TreeMap<>();
    for (DefinitionCoverage definition : definitions) {
      Baseline own = known.of(List.of(definition.definition()));
      own.holes()
          .forEach(
              (name, keys) ->
                  definition.points().stream()
                      .filter(point -> point.isMissing() && keys.contains(point.point().key()))
                      .forEach(
                          point ->
                              open.computeIfAbsent(name, it -> new TreeSet<>())
                                  .add(point.point().key())));
    }
    return known.size() - new Baseline(open).size();
  }
}

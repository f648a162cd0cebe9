package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.history.StateVisit;
import io.stepunit.internal.coverage.CoveragePoint;
import io.stepunit.internal.coverage.CoveragePoints;
import io.stepunit.internal.coverage.HitMeter;
import io.stepunit.internal.coverage.Hits;
import io.stepunit.internal.coverage.PointKind;
import io.stepunit.internal.history.ExecutionRecord;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What holds for the coverage of any execution. */
public final class CoverageConsistency {
  private final Execution execution;
  private final CoveragePoints points;
  private final Hits hits;

  private CoverageConsistency(Execution execution) {
    this.execution = execution;
    this.points = CoveragePoints.of(execution.definition());
    this.hits = Hits.of(execution.internal());
  }

  /** What an execution reached. */
  public static Hits hits(Execution execution) {
    return Hits.of(execution.internal());
  }

  public static void holdsFor(Execution execution) {
    CoverageConsistency consistency = new CoverageConsistency(execution);
    consistency.hits_are_of_points();
    consistency.states_are_hit_as_often_as_they_are_visited();
    consistency.catchers_are_hit_as_often_as_they_are_taken();
    consistency.states_are_entered_at_a_start_or_by_a_transition();
    consistency.a_rule_holds_at_least_as_often_as_it_is_followed();
  }

  /** The same is counted where a meter knows executions that went the same way. */
  public static void holdsForAll(List<Execution> executions) {
    HitMeter meter = new HitMeter();
    for (Execution execution : executions) {
      holdsFor(execution);
      List<ExecutionRecord> record = List.of(execution.internal());
      assertThat(meter.of(record)).isEqualTo(Hits.of(record));
      assertThat(meter.of(record)).isEqualTo(Hits.of(record));
    }
  }

  private void hits_are_of_points() {
    assertThat(hits.counts().keySet()).allMatch(key -> points.find(key).isPresent());
  }

  private void states_are_hit_as_often_as_they_are_visited() {
    if (execution.mapRuns().isEmpty()) {
      assertThat(hitStates()).isEqualTo(visits());
    }
  }

  private void catchers_are_hit_as_often_as_they_are_taken() {
    long taken =
        execution.visits().stream().filter(visit -> visit.catcherTaken().isPresent()).count();
    if (execution.mapRuns().isEmpty()) {
      assertThat(sum(PointKind.CATCHER)).isEqualTo(taken);
    }
  }

  /** The first states of an execution and of what runs in Parallels and Maps have no transition. */
  private void states_are_entered_at_a_start_or_by_a_transition() {
    long transitions = sum(PointKind.TRANSITION) + sum(PointKind.CATCHER);

    assertThat(transitions).isLessThanOrEqualTo(sum(PointKind.STATE));
    if (execution.visits().stream().noneMatch(visit -> visit.path().contains("/"))
        && execution.mapRuns().isEmpty()
        && !execution.visits().isEmpty()) {
      assertThat(transitions).isEqualTo(execution.visits().size() - 1L);
    }
  }

  private void a_rule_holds_at_least_as_often_as_it_is_followed() {
    points.all().stream()
        .filter(point -> point.key().endsWith("/Next") && point.key().contains("/Choices/"))
        .map(CoveragePoint::key)
        .forEach(
            next ->
                assertThat(hits.count(next.replaceAll("/Next$", "#true")))
                    .isGreaterThanOrEqualTo(hits.count(next)));
  }

  private long sum(PointKind kind) {
    return points.all().stream()
        .filter(point -> point.kind() == kind)
        .mapToLong(point -> hits.count(point.key()))
        .sum();
  }

  private Map<String, Long> hitStates() {
    Map<String, Long> named = new TreeMap<>();
    for (CoveragePoint point : points.all()) {
      long count = hits.count(point.key());
      if (point.kind() == PointKind.STATE && count > 0) {
        String name = point.key().substring(point.key().lastIndexOf('/') + 1);
        named.put(name.replace("~1", "/").replace("~0", "~"), count);
      }
    }
    return named;
  }

  private Map<String, Long> visits() {
    return execution.visits().stream()
        .collect(Collectors.groupingBy(StateVisit::name, TreeMap::new, Collectors.counting()));
  }
}

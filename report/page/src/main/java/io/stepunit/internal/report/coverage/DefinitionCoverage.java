package io.stepunit.internal.report.coverage;

import io.stepunit.internal.coverage.CoveragePoints;
import io.stepunit.internal.coverage.PointKind;
import io.stepunit.internal.report.data.DefinitionRecord;
import io.stepunit.internal.report.data.RecordedHits;
import io.stepunit.internal.report.data.ReportData;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How far tests covered one definition.
 *
 * @param definition the definition
 * @param title what to call it, unlike that of any other in the report
 * @param executions how many executions there were
 * @param points all points, in the order of the definition
 * @param holes what no test reached, in the order in which it is best dealt with
 */
public record DefinitionCoverage(
    DefinitionRecord definition,
    String title,
    int executions,
    List<CoveredPoint> points,
    List<Hole> holes) {
  public DefinitionCoverage {
    points = List.copyOf(points);
    holes = List.copyOf(holes);
  }

  /** The coverage of all definitions of a report, in its order. */
  public static List<DefinitionCoverage> of(ReportData data) {
    Titles titles = Titles.of(data.definitions());
    return data.definitions().stream()
        .map(definition -> of(definition, titles.of(definition), data.hitsOf(definition)))
        .toList();
  }

  private static DefinitionCoverage of(
      DefinitionRecord definition, String title, RecordedHits hits) {
    List<CoveredPoint> points =
        CoveragePoints.of(definition.asl()).all().stream()
            .map(
                point ->
                    new CoveredPoint(
                        point,
                        definition.lines(point.pointer()),
                        hits.all().count(point.key()),
                        hits.generated().count(point.key())))
            .toList();
    return of(definition, title, hits.all().executions(), points);
  }

  /** The coverage that these points make, with its holes. */
  public static DefinitionCoverage of(
      DefinitionRecord definition, String title, int executions, List<CoveredPoint> points) {
    return new DefinitionCoverage(definition, title, executions, points, Holes.in(points));
  }

  /** The same coverage with more told of its holes. */
  public DefinitionCoverage withHoles(List<Hole> told) {
    return new DefinitionCoverage(definition, title, executions, points, told);
  }

  /** Each kind of which the definition has any, with how many of them were reached. */
  public Map<PointKind, Total> totals() {
    Map<PointKind, Total> totals = new EnumMap<>(PointKind.class);
    for (PointKind kind : PointKind.values()) {
      Total total = total(kind);
      if (total.all() > 0) {
        totals.put(kind, total);
      }
    }
    return totals;
  }

  /**
   * How many of a kind were reached. What can never be reached does not count; a rule was reached
   * if it held and did not.
   */
  public Total total(PointKind kind) {
    Map<String, Boolean> reached =
        points.stream()
            .filter(point -> kind.includes(point.point()) && point.counts())
            .collect(
                Collectors.toMap(
                    point -> item(kind, point), CoveredPoint::isReached, Boolean::logicalAnd));
    return new Total(
        (int) reached.values().stream().filter(Boolean::booleanValue).count(), reached.size());
  }

  private static String item(PointKind kind, CoveredPoint point) {
    return switch (kind) {
      case CHOICE_RULE, OPERAND -> point.point().pointer();
      default -> point.point().key();
    };
  }
}

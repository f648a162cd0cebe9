package io.stepunit.internal.report.gate;

import io.stepunit.internal.coverage.PointKind;
import io.stepunit.internal.report.coverage.CoveredPoint;
import io.stepunit.internal.report.coverage.DefinitionCoverage;
import io.stepunit.internal.report.coverage.Hole;
import io.stepunit.internal.report.coverage.Total;
import java.util.Collection;
import java.util.List;

/** The coverage of a definition, with what the baseline allows taken for reached. */
final class Allowance {
  private final DefinitionCoverage definition;
  private final List<CoveredPoint> points;

  Allowance(DefinitionCoverage definition, Baseline baseline) {
    this.definition = definition;
    this.points =
        definition.points().stream()
            .map(
                point ->
                    point.isMissing()
                            && baseline.allows(definition.definition(), point.point().key())
                        ? new CoveredPoint(point.point(), point.lines(), 1, 0)
                        : point)
            .toList();
  }

  Total total(PointKind kind) {
    return new DefinitionCoverage(
            definition.definition(), definition.title(), definition.executions(), points, List.of())
        .total(kind);
  }

  /** The holes with a point of these kinds that is neither reached nor allowed. */
  List<Hole> holes(Collection<PointKind> kinds) {
    return definition.holes().stream().filter(hole -> concerns(hole, kinds)).toList();
  }

  private boolean concerns(Hole hole, Collection<PointKind> kinds) {
    return points.stream()
        .filter(point -> point.isMissing() && hole.keys().contains(point.point().key()))
        .anyMatch(point -> kinds.stream().anyMatch(kind -> kind.includes(point.point())));
  }
}

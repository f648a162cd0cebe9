package io.stepunit.internal.report.coverage;

import io.stepunit.internal.coverage.CoveragePoint;
import io.stepunit.internal.coverage.PointKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the holes in a definition's coverage: what one test would close together is one hole.
 * States come first, then transitions, Catchers, Retriers, rules and the rest, each in the order of
 * the definition.
 */
final class Holes {
  private static final List<PointKind> ORDER =
      List.of(
          PointKind.STATE,
          PointKind.TRANSITION,
          PointKind.CATCHER,
          PointKind.RETRIER,
          PointKind.EXHAUSTED_RETRIER,
          PointKind.CHOICE_RULE,
          PointKind.OPERAND,
          PointKind.BRANCH,
          PointKind.MAP_ITEMS,
          PointKind.TIMEOUT,
          PointKind.HEARTBEAT);

  private final List<CoveredPoint> missing;
  private final UnreachedStates unreached;

  private Holes(List<CoveredPoint> points) {
    this.missing = points.stream().filter(CoveredPoint::isMissing).toList();
    this.unreached = UnreachedStates.among(missing);
  }

  static List<Hole> in(List<CoveredPoint> points) {
    return new Holes(points).find();
  }

  private List<Hole> find() {
    List<Hole> holes = new ArrayList<>(unreached.holes());
    Map<String, List<CoveredPoint>> byPlace =
        missing.stream()
            .filter(point -> !unreached.covers(point))
            .collect(Collectors.groupingBy(Holes::place, LinkedHashMap::new, Collectors.toList()));
    byPlace.values().stream()
        .map(Holes::hole)
        .sorted(Comparator.comparing(hole -> ORDER.indexOf(hole.kind())))
        .forEach(holes::add);
    return holes;
  }

  /** What is one hole together: a rule with its transition and its operands, for example. */
  private static String place(CoveredPoint missed) {
    CoveragePoint point = missed.point();
    return switch (point.kind()) {
      case CHOICE_RULE, OPERAND, TRANSITION -> Pointers.rule(point);
      case RETRIER, EXHAUSTED_RETRIER -> point.pointer();
      case MAP_ITEMS -> point.pointer() + " items";
      default -> point.key();
    };
  }

  private static Hole hole(List<CoveredPoint> points) {
    // A rule's own outcome names the hole, not the transition that it has beside it.
    CoveredPoint first =
        points.stream()
            .filter(it -> it.point().kind() == PointKind.CHOICE_RULE)
            .findFirst()
            .orElse(points.get(0));
    Set<String> keys = new LinkedHashSet<>();
    keys.add(first.point().key());
    points.forEach(it -> keys.add(it.point().key()));
    return new Hole(
        first.point().kind(),
        List.copyOf(keys),
        first.lines(),
        HoleTitle.of(points.stream().map(CoveredPoint::point).toList()));
  }
}

package io.stepunit.internal.report.export;

import io.stepunit.internal.coverage.PointKind;
import io.stepunit.internal.report.coverage.CoveredPoint;
import io.stepunit.internal.report.coverage.DefinitionCoverage;
import io.stepunit.internal.report.data.LineRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A definition's coverage by the lines of its file, as tools for source code have it. The lines of
 * a state, Choice rule, Retrier or Catcher were hit as often as it was; what else can come of it
 * are branches of its first line.
 *
 * @param lines by their numbers; only those of what can be reached
 */
record LineCoverage(SortedMap<Integer, Line> lines) {

  /**
   * One line.
   *
   * @param hits how often it was hit
   * @param branches how often each of its branches was taken; empty if it has none
   */
  record Line(long hits, List<Long> branches) {
    int taken() {
      return (int) branches.stream().filter(count -> count > 0).count();
    }
  }

  static LineCoverage of(DefinitionCoverage covered) {
    Map<LineRange, List<CoveredPoint>> byRange = new LinkedHashMap<>();
    for (CoveredPoint point : covered.points()) {
      boolean counts = point.isReached() || point.isMissing();
      if (counts && !point.point().state().isEmpty()) {
        point
            .lines()
            .ifPresent(range -> byRange.computeIfAbsent(range, it -> new ArrayList<>()).add(point));
      }
    }
    SortedMap<Integer, Line> lines = new TreeMap<>();
    byRange.entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getKey().first() - entry.getKey().last()))
        .forEach(entry -> add(entry.getKey(), entry.getValue(), lines));
    return new LineCoverage(lines);
  }

  /** Inner things come after those around them, and take their lines. */
  private static void add(
      LineRange range, List<CoveredPoint> points, SortedMap<Integer, Line> lines) {
    Line around = lines.get(range.first());
    List<Long> branches = new ArrayList<>();
    if (around != null) {
      branches.addAll(around.branches());
    }
    branches.addAll(branches(points));
    long hits = hits(points);
    lines.put(range.first(), new Line(hits, List.copyOf(branches)));
    for (int number = range.first() + 1; number <= range.last(); number++) {
      lines.put(number, new Line(hits, List.of()));
    }
  }

  private static long hits(List<CoveredPoint> points) {
    return points.stream()
        .filter(point -> point.point().kind() == PointKind.STATE)
        .map(CoveredPoint::count)
        .max(Comparator.naturalOrder())
        .orElseGet(() -> points.stream().mapToLong(CoveredPoint::count).sum());
  }

  private static List<Long> branches(List<CoveredPoint> points) {
    List<Long> branches =
        points.stream().filter(LineCoverage::isBranch).map(CoveredPoint::count).toList();
    return points.size() > 1 ? branches : List.of();
  }

  /** A rule's transition is no branch of its own: it is taken when the rule holds. */
  private static boolean isBranch(CoveredPoint point) {
    boolean isOfRule =
        point.point().kind() == PointKind.TRANSITION
            && point.point().pointer().startsWith(point.point().state() + "/Choices/");
    return point.point().kind() != PointKind.STATE && !isOfRule;
  }

  int linesHit() {
    return (int) lines.values().stream().filter(line -> line.hits() > 0).count();
  }

  int branchesTaken() {
    return lines.values().stream().mapToInt(Line::taken).sum();
  }

  int branches() {
    return lines.values().stream().mapToInt(line -> line.branches().size()).sum();
  }
}

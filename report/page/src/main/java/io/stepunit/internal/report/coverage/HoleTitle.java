package io.stepunit.internal.report.coverage;

import io.stepunit.internal.coverage.CoveragePoint;
import io.stepunit.internal.coverage.PointKind;
import java.util.List;
import java.util.stream.Collectors;

/** What a hole is called: one line that says what never happens. */
final class HoleTitle {
  private HoleTitle() {}

  /**
   * The title of a hole within states that were reached.
   *
   * @param missed the points that were missed, all of one place
   */
  static String of(List<CoveragePoint> missed) {
    CoveragePoint first =
        missed.stream()
            .filter(point -> point.kind() == PointKind.CHOICE_RULE)
            .findFirst()
            .orElse(missed.get(0));
    String state = Pointers.name(first.state());
    return switch (first.kind()) {
      case STATE -> state + " is never reached";
      case TRANSITION -> state + ": " + transition(first);
      case CHOICE_RULE, OPERAND -> state + ": " + rule(first, missed);
      case RETRIER, CATCHER -> state + ": " + place(first) + " is never used";
      case EXHAUSTED_RETRIER -> state + ": " + place(first) + " is never exhausted";
      case BRANCH -> state + ": " + place(first) + " never begins";
      case MAP_ITEMS ->
          state
              + " never runs with "
              + missed.stream().map(HoleTitle::items).collect(Collectors.joining(" or "));
      case TIMEOUT -> (state.isEmpty() ? "The execution" : state) + " never times out";
      case HEARTBEAT -> state + " never misses a heartbeat";
    };
  }

  /** The title of states that were not reached, in order. */
  static String unreached(List<String> states) {
    List<String> names = states.stream().map(Pointers::name).toList();
    int count = names.size();
    if (count == 1) {
      return names.get(0) + " is never reached";
    }
    boolean all = count <= 3;
    List<String> first = names.subList(0, all ? count - 1 : 2);
    String last = all ? names.get(count - 1) : (count - 2) + " more";
    return String.join(", ", first) + " and " + last + " are never reached";
  }

  private static String place(CoveragePoint point) {
    return Pointers.shown(Pointers.withinState(point));
  }

  private static String transition(CoveragePoint point) {
    String target = point.target().map(Pointers::name).orElse("");
    List<String> parts = Pointers.withinState(point);
    if (parts.size() > 1) {
      return Pointers.shown(parts.subList(0, 2)) + " never leads to " + target;
    }
    return parts.get(0) + " to " + target + " is never taken";
  }

  private static String rule(CoveragePoint first, List<CoveragePoint> missed) {
    List<CoveragePoint> outcomes =
        missed.stream().filter(point -> point.kind() == first.kind()).toList();
    List<String> parts = Pointers.withinState(first);
    String rule = Pointers.shown(parts.subList(0, 2));
    boolean isOne = outcomes.stream().map(CoveragePoint::pointer).distinct().count() == 1;
    if (!isOne) {
      return outcomes.size() + " outcomes within " + rule + " are never seen";
    }
    String what =
        parts.size() == 2 ? rule : Pointers.shown(parts.subList(2, parts.size())) + " in " + rule;
    return what + " is never " + (outcomes.size() > 1 ? "tested" : outcome(first));
  }

  private static String outcome(CoveragePoint point) {
    return point.key().endsWith("#true") ? "true" : "false";
  }

  private static String items(CoveragePoint point) {
    return switch (point.key().substring(point.pointer().length())) {
      case "#none" -> "no items";
      case "#one" -> "one item";
      default -> "several items";
    };
  }
}

package io.stepunit.internal.report.coverage;

import io.stepunit.internal.coverage.CoveragePoint;
import java.util.List;

/** Reads the JSON pointers of points. */
final class Pointers {
  private Pointers() {}

  /** The name of the state that a pointer leads to. */
  static String name(String state) {
    return state.substring(state.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
  }

  /** The parts of a point's pointer behind its state: {@code [Choices, 0, And, 1]}. */
  static List<String> withinState(CoveragePoint point) {
    String rest = point.pointer().substring(point.state().length());
    return rest.isEmpty() ? List.of() : List.of(rest.substring(1).split("/"));
  }

  /**
   * The pointer of the Choice rule that a point is in; that of the point itself outside of rules.
   */
  static String rule(CoveragePoint point) {
    List<String> parts = withinState(point);
    return parts.size() >= 2 && parts.get(0).equals("Choices")
        ? point.state() + "/Choices/" + parts.get(1)
        : point.pointer();
  }

  /** Parts as people write them: {@code Choices[0]}. */
  static String shown(List<String> parts) {
    StringBuilder shown = new StringBuilder();
    for (String part : parts) {
      boolean isIndex = !part.isEmpty() && part.chars().allMatch(Character::isDigit);
      shown.append(isIndex ? "[" + part + "]" : (shown.isEmpty() ? "" : ".") + part);
    }
    return shown.toString();
  }
}

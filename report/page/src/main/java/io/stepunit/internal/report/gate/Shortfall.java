package io.stepunit.internal.report.gate;

import static java.util.stream.Collectors.joining;

import io.stepunit.internal.coverage.PointKind;
import io.stepunit.internal.report.coverage.DefinitionCoverage;
import io.stepunit.internal.report.coverage.Hole;
import io.stepunit.internal.report.coverage.Total;
import java.util.ArrayList;
import java.util.List;

/**
 * A definition whose tests do not reach as much as is asked for.
 *
 * @param kinds the kinds of which too few are reached
 * @param holes what would have to be reached
 */
public record Shortfall(DefinitionCoverage definition, List<Kind> kinds, List<Hole> holes) {
  public Shortfall {
    kinds = List.copyOf(kinds);
    holes = List.copyOf(holes);
  }

  /**
   * A kind of which too few are reached.
   *
   * @param total how many are, with those that the baseline allows
   * @param percent how many should be, in per cent
   */
  public record Kind(PointKind kind, Total total, int percent) {
    /** Without rounding: 199 of 200 are not 100 %. */
    boolean isBelow() {
      return 100L * total.reached() < (long) percent * total.all();
    }

    @Override
    public String toString() {
      return "%s %s (%s %%, and %s %% are asked for)"
          .formatted(kind.plural(), total, total.percent(), percent);
    }
  }

  /** A line for the kinds, and one for each hole with its place, as editors understand it. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        definition.title() + ": " + kinds.stream().map(Kind::toString).collect(joining(", ")));
    holes.forEach(hole -> lines.add("  " + place(hole) + ": " + hole.title()));
    return lines;
  }

  private String place(Hole hole) {
    String file = definition.definition().file().orElse(definition.definition().name());
    return file + hole.lines().map(lines -> ":" + lines.first()).orElse("");
  }
}

package io.stepunit.internal.report.coverage;

import io.stepunit.internal.coverage.PointKind;
import io.stepunit.internal.report.data.LineRange;
import java.util.List;
import java.util.Optional;

/**
 * Something that no test reached.
 *
 * @param kind the kind of its first point
 * @param keys the keys of all points that were missed along with it, first that which it is called
 *     after
 * @param lines where the first is in the definition's file
 * @param title one line: {@code CallOperator and OrderStuck are never reached}
 * @param advice what a test has to do to reach it, where that is known
 * @param test a test to paste, where one is known
 */
public record Hole(
    PointKind kind,
    List<String> keys,
    Optional<LineRange> lines,
    String title,
    Optional<String> advice,
    Optional<String> test) {
  public Hole {
    keys = List.copyOf(keys);
  }

  Hole(PointKind kind, List<String> keys, Optional<LineRange> lines, String title) {
    this(kind, keys, lines, title, Optional.empty(), Optional.empty());
  }

  /** The same hole with what a test has to do to reach it. */
  public Hole advised(String howToReach, Optional<String> source) {
    return new Hole(kind, keys, lines, title, Optional.of(howToReach), source);
  }
}

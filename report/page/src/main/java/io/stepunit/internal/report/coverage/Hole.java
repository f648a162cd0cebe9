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
    Optional<Test> test) {
  /**
   * A test to paste.
   *
   * @param source a method
   * @param reaches the keys of the hole's points that it reaches: it closes the hole if these are
   *     all
   */
  public record Test(String source, List<String> reaches) {
    public Test {
      reaches = List.copyOf(reaches);
    }
  }

  public Hole {
    keys = List.copyOf(keys);
  }

  Hole(PointKind kind, List<String> keys, Optional<LineRange> lines, String title) {
    this(kind, keys, lines, title, Optional.empty(), Optional.empty());
  }

  /** The same hole with what a test has to do to reach it. */
  public Hole advised(String howToReach) {
    return new Hole(kind, keys, lines, title, Optional.of(howToReach), Optional.empty());
  }

  /** The same hole with a test that does it. */
  public Hole advised(String howToReach, Test paste) {
    return new Hole(kind, keys, lines, title, Optional.of(howToReach), Optional.of(paste));
  }
}

package io.stepunit.internal.assertj;

import java.time.Duration;

/**
 * An execution or a visit took another time.
 *
 * @since 0.1.0
 */
public final class ShouldHaveDuration extends ExecutionMessage {

  private ShouldHaveDuration(Evidence evidence, Duration expected, String found) {
    super(
        evidence,
        "Expecting "
            + evidence.subject()
            + " to last "
            + Durations.text(expected)
            + " of virtual time",
        "but it " + found);
  }

  /** The virtual time from start to end is not the expected one. */
  public static ShouldHaveDuration shouldHaveDuration(
      Evidence evidence, Duration expected, Duration found) {
    return new ShouldHaveDuration(evidence, expected, "lasted " + Durations.text(found));
  }

  /** There is no end to measure to. */
  public static ShouldHaveDuration shouldHaveEnded(Evidence evidence, Duration expected) {
    return new ShouldHaveDuration(evidence, expected, "never ended");
  }
}

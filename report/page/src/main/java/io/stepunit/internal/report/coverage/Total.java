package io.stepunit.internal.report.coverage;

/**
 * How many of something were reached.
 *
 * @param reached how many were
 * @param all how many can be
 */
public record Total(int reached, int all) {
  /** Nothing of nothing. */
  public static final Total NONE = new Total(0, 0);

  /** Both together. */
  public Total plus(Total other) {
    return new Total(reached + other.reached(), all + other.all());
  }

  /** What part was reached, in per cent rounded down: 100 only if nothing is missing. */
  public int percent() {
    return all == 0 ? 100 : (int) (100L * reached / all);
  }

  /** {@code 31/33}. */
  @Override
  public String toString() {
    return reached + "/" + all;
  }
}

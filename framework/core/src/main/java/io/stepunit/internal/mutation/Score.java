package io.stepunit.internal.mutation;

import java.util.Locale;

/**
 * How many mutants tests have found.
 *
 * @param all how many there are
 */
public record Score(int found, int all) {
  private static final double HUNDRED = 100;

  /** In per cent; all if there are no mutants. */
  public double percent() {
    return all == 0 ? HUNDRED : HUNDRED * found / all;
  }

  /** Whether tests found so many per cent of the mutants. */
  public boolean reaches(int percent) {
    return (long) found * 100 >= (long) percent * all;
  }

  /** {@code 87.5 %}. A hole is never rounded away. */
  @Override
  public String toString() {
    double shown = Math.floor(percent() * 10) / 10;
    return String.format(Locale.ROOT, "%.1f %%", shown);
  }
}

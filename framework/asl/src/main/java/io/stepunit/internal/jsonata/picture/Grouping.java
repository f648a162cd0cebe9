package io.stepunit.internal.jsonata.picture;

import java.util.List;

/** Where a picture has separators between groups of digits. */
final class Grouping {
  private Grouping() {}

  /** The size of the groups if they are all of one size, and 0 if not. */
  static int interval(List<Integer> positions) {
    int interval = positions.stream().reduce(Grouping::greatestCommonDivisor).orElse(0);
    for (int i = 1; i <= positions.size(); i++) {
      if (!positions.contains(i * interval)) {
        return 0;
      }
    }
    return interval;
  }

  private static int greatestCommonDivisor(int a, int b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }
}

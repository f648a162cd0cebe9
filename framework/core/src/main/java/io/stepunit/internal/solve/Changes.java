package io.stepunit.internal.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Changes of which one set is to be tried after the other.
 *
 * @param ways the sets, the most promising first; empty if nothing is known to help
 */
record Changes(List<List<Change>> ways) {
  /** Each costs an execution. */
  private static final int MOST = 12;

  /** Nothing that is given has anything to do with it. */
  static final Changes IMPOSSIBLE = new Changes(List.of());

  /** Nothing needs to be changed. */
  static final Changes NONE = new Changes(List.of(List.of()));

  Changes {
    ways = ways.stream().distinct().limit(MOST).map(List::copyOf).toList();
  }

  static Changes of(Change change) {
    return new Changes(List.of(List.of(change)));
  }

  Changes and(Changes other) {
    List<List<Change>> both = new ArrayList<>();
    for (List<Change> one : ways) {
      for (List<Change> two : other.ways) {
        both.add(Stream.concat(one.stream(), two.stream()).distinct().toList());
      }
    }
    return new Changes(both);
  }

  Changes or(Changes other) {
    return new Changes(Stream.concat(ways.stream(), other.ways.stream()).toList());
  }
}

package io.stepunit.internal.equivalence;

import java.util.List;

/**
 * A case that both machines were run with.
 *
 * @param differences what the new machine did otherwise; empty if nothing
 */
record Trial(Case given, Course original, Course now, List<CourseDifference> differences) {
  boolean differs() {
    return !differences.isEmpty();
  }

  /** Whether another one differs in what this one does, first of all. */
  boolean isLike(Trial other) {
    return differs()
        && other.differs()
        && differences.get(0).about() == other.differences.get(0).about();
  }
}

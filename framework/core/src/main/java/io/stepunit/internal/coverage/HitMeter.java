package io.stepunit.internal.coverage;

import io.stepunit.internal.history.ExecutionRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts what tests reach of one definition, one test after the other, as {@link Hits} does. What
 * they have in common is made once: the keys of the points, and the hits of all that take the same
 * course.
 */
public final class HitMeter {
  /** Tests that each take a course of their own must not fill the memory. */
  private static final int REMEMBERED = 200;

  private final HitCounter counter = new HitCounter();
  private final Map<Course, Hits> known = new HashMap<>();

  /**
   * What executions reached, with the children of their Map Runs.
   *
   * @param executions of the definition, finished or not
   */
  public synchronized Hits of(Collection<ExecutionRecord> executions) {
    Optional<Course> course = Course.of(executions, counter);
    Hits before = course.map(known::get).orElse(null);
    if (before != null) {
      return before;
    }
    counter.tallies().reset();
    executions.forEach(counter::add);
    Hits hits = new Hits(executions.size(), counter.tallies().counts());
    course.ifPresent(taken -> remember(taken, hits));
    return hits;
  }

  private void remember(Course course, Hits hits) {
    if (known.size() >= REMEMBERED) {
      known.clear();
    }
    known.put(course, hits);
  }
}

package io.stepunit.internal.solve;

import io.stepunit.internal.history.VisitRecord;
import java.util.Optional;

/**
 * What became of the executions that came to a state.
 *
 * @param executions how many there were
 * @param left how many of them left it, by whatever transition
 * @param failure error and cause of the last one that failed without leaving it
 */
public record Stay(int executions, int left, Optional<String> failure) {
  static final Stay NONE = new Stay(0, 0, Optional.empty());

  /** The same with one more execution, or child execution, that came to the state. */
  Stay and(Course course, String state) {
    boolean leaves =
        course.visits().stream()
            .filter(visit -> visit.name().equals(state))
            .map(VisitRecord::output)
            .anyMatch(Optional::isPresent);
    return new Stay(
        executions + 1,
        leaves ? left + 1 : left,
        leaves ? failure : failure(course).or(() -> failure));
  }

  private static Optional<String> failure(Course course) {
    return course
        .run()
        .description()
        .error()
        .map(error -> error + course.run().description().cause().map(": "::concat).orElse(""));
  }
}

package io.stepunit.internal.reach;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A visit of a state as a step of a path.
 *
 * @param type the state's type
 * @param errors the errors of its attempts that failed, in order
 * @param failed whether the last of them ended the visit
 * @param caught the error that a Catcher took
 * @param parts the paths of its branches, iterations or child executions
 */
public record PathStep(
    String state,
    String type,
    List<String> errors,
    boolean failed,
    Optional<String> caught,
    List<List<PathStep>> parts) {
  /** Copies the lists. */
  public PathStep {
    errors = List.copyOf(errors);
    parts = parts.stream().map(List::copyOf).toList();
  }

  /** This step and all inside of it. */
  public Stream<PathStep> all() {
    return Stream.concat(
        Stream.of(this), parts.stream().flatMap(List::stream).flatMap(PathStep::all));
  }

  /** How often a path comes back to a state that it was in, at most. */
  static int loops(List<PathStep> path) {
    Map<String, Integer> seen = new HashMap<>();
    int most = 0;
    for (PathStep step : path) {
      most = Math.max(most, seen.merge(step.state(), 1, Integer::sum) - 1);
      for (List<PathStep> part : step.parts()) {
        most = Math.max(most, loops(part));
      }
    }
    return most;
  }
}

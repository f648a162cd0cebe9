package io.stepunit.internal.reach;

import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.history.ExecutionRecord;
import java.util.Comparator;
import java.util.List;

/**
 * How much a path has in it that readers have to understand: less is better.
 *
 * @param isBroken whether it ends by an error that the definition does not expect
 * @param failures the attempts that fail
 * @param loops how often it comes back to a state at most
 * @param fails whether it ends in a Fail state, or so
 * @param visits the visits of states
 */
public record PathCost(boolean isBroken, int failures, int loops, boolean fails, int visits)
    implements Comparable<PathCost> {
  private static final Comparator<PathCost> ORDER =
      Comparator.comparing(PathCost::isBroken)
          .thenComparing(PathCost::failures)
          .thenComparing(PathCost::loops)
          .thenComparing(PathCost::fails)
          .thenComparing(PathCost::visits);

  static PathCost of(ExecutionRecord run, List<PathStep> path) {
    List<PathStep> all = path.stream().flatMap(PathStep::all).toList();
    boolean succeeds = run.status() == ExecutionStatus.SUCCEEDED;
    boolean isExpected =
        succeeds || !path.isEmpty() && path.get(path.size() - 1).type().equals("Fail");
    return new PathCost(
        !isExpected,
        all.stream().mapToInt(PathCost::failures).sum(),
        PathStep.loops(path),
        !succeeds,
        all.size());
  }

  private static int failures(PathStep step) {
    return step.errors().isEmpty() && step.caught().isPresent() ? 1 : step.errors().size();
  }

  @Override
  public int compareTo(PathCost other) {
    return ORDER.compare(this, other);
  }
}

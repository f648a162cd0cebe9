package io.stepunit.internal.assertj;

import io.stepunit.Execution;
import io.stepunit.MapRun;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A Map in distributed mode did not run, or ran several times.
 *
 * @since 0.1.0
 */
public final class ShouldHaveMapRun extends ExecutionMessage {

  private ShouldHaveMapRun(Execution run, String state, String found) {
    super(
        Evidence.of(run),
        "Expecting " + Evidence.of(run).subject() + " to have one Map Run of '" + state + "'",
        "but it has",
        block(found));
  }

  /** There is another number of Map Runs of the state. */
  public static ShouldHaveMapRun shouldHaveMapRun(
      Execution run, String state, List<MapRun> ofState) {
    List<MapRun> shown = ofState.isEmpty() ? run.mapRuns() : ofState;
    return new ShouldHaveMapRun(
        run,
        state,
        shown.isEmpty()
            ? "none at all"
            : shown.stream().map(MapRun::toString).collect(Collectors.joining("\n")));
  }
}

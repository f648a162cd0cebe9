package io.stepunit.internal.assertj;

import io.stepunit.Execution;
import java.util.List;

/** What an execution did is not what somebody approved. */
public final class ShouldMatchApproved extends ExecutionMessage {
  private ShouldMatchApproved(Execution run, String... lines) {
    super(Evidence.of(run), lines);
  }

  /** Nobody has approved anything yet. */
  public static ShouldMatchApproved shouldBeApproved(
      Execution run, ApprovedFile file, String found) {
    return new ShouldMatchApproved(
        run,
        "Nobody has approved " + file + " yet. This is what was found:",
        block(found),
        "If it is right, run the test once with -D"
            + ApprovedFile.SWITCH
            + ", which writes the file, and commit it");
  }

  /** It has changed. */
  public static ShouldMatchApproved shouldMatchApproved(
      Execution run, ApprovedFile file, List<String> approved, List<String> found) {
    return new ShouldMatchApproved(
        run,
        "Expecting " + Evidence.of(run).subject() + " to match " + file,
        "but there is a difference (- approved, + found)",
        block(Alignment.of(approved, found).lines()),
        "If the change is right, run the test once with -D"
            + ApprovedFile.SWITCH
            + "; what differs from run to run is left out by ignoring(…)");
  }
}

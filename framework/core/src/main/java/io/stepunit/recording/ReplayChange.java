package io.stepunit.recording;

import io.stepunit.recording.ReplayedExecution.Verdict;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A change that showed in replays, with the executions in which it was the first one.
 *
 * @param text what changed: {@code 'Ship' no longer follows 'Charge': 'Refund' does}
 * @param verdict whether it changed the path or only data
 * @param executions the executions, in the order in which they were replayed
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL)
public record ReplayChange(String text, Verdict verdict, List<ReplayedExecution> executions) {
  /** Copies the list. */
  public ReplayChange {
    executions = List.copyOf(executions);
  }

  /** {@code 12 executions: 'Ship' no longer follows 'Charge': 'Refund' does}. */
  @Override
  public String toString() {
    return ReplayReportText.count(executions.size(), "execution") + ": " + text;
  }
}

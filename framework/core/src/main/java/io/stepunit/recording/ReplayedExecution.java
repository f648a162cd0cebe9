package io.stepunit.recording;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * A recorded execution that was replayed.
 *
 * @param name where it comes from: its file, or its name in log records
 * @param verdict how the replay compares with the recording
 * @param change what first became different, in words that are the same for all executions in which
 *     the same thing changed; empty if nothing did
 * @param recorded how it ended on AWS
 * @param replayed how it ended now
 * @param cost what it cost and costs now; empty if it is not known to the end, or started child
 *     executions of a Map Run, of which a history does not tell
 * @param differences the first differences in detail
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL)
public record ReplayedExecution(
    String name,
    Verdict verdict,
    String change,
    ExecutionEnd recorded,
    ExecutionEnd replayed,
    Optional<ReplayCost> cost,
    List<Difference> differences) {
  /** Copies the list. */
  public ReplayedExecution {
    differences = List.copyOf(differences);
  }

  /** How a replay compares with its recording. */
  public enum Verdict {
    /** All is as recorded. */
    SAME,
    /** It took the same path and ended the same way, but with other data. */
    OTHER_DATA,
    /** It took another path, or ended in another way. */
    OTHER_PATH
  }

  /** Whether it took the recorded path and ended as recorded, whatever the data. */
  public boolean wentTheSameWay() {
    return verdict != Verdict.OTHER_PATH;
  }
}

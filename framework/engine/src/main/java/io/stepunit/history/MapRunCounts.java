package io.stepunit.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;

/**
 * How far a {@link MapRun} has come: how many of its items, or of its child executions, are in
 * which state. Where an ItemBatcher makes batches, how many executions are pending is known only at
 * the end.
 *
 * @param pending not begun
 * @param running being worked on
 * @param succeeded done
 * @param failed failed
 * @param timedOut timed out
 * @param aborted stopped, by the Map Run's failure or the parent's end
 * @param failuresNotRedrivable how many of those without success a redrive of the Map Run had to
 *     leave as they are
 * @param pendingRedrive ended without success, to be run again; not among failed, timedOut, aborted
 */
public record MapRunCounts(
    int pending,
    int running,
    int succeeded,
    int failed,
    int timedOut,
    int aborted,
    int failuresNotRedrivable,
    int pendingRedrive) {
  /** The counts of a Map Run that was not redriven. */
  public MapRunCounts(
      int pending, int running, int succeeded, int failed, int timedOut, int aborted) {
    this(pending, running, succeeded, failed, timedOut, aborted, 0, 0);
  }

  /** All of them. */
  public int total() {
    return pending + running + succeeded + failed + timedOut + aborted + pendingRedrive;
  }

  /** How many have a result: AWS counts them as written, with a ResultWriter or without. */
  public int resultsWritten() {
    return succeeded + failed + timedOut + aborted;
  }

  /** The counts as {@code DescribeMapRun} gives them. */
  ObjectNode toJson() {
    ObjectNode json = Json.NODES.objectNode();
    json.put("pending", pending);
    json.put("running", running);
    json.put("succeeded", succeeded);
    json.put("failed", failed);
    json.put("timedOut", timedOut);
    json.put("aborted", aborted);
    json.put("total", total());
    json.put("resultsWritten", resultsWritten());
    json.put("failuresNotRedrivable", failuresNotRedrivable);
    json.put("pendingRedrive", pendingRedrive);
    return json;
  }
}

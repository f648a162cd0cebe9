package io.stepunit.internal.engine.maprun;

import io.stepunit.history.ChildRetention;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.engine.maprun.ChildInputs.ChildInput;
import io.stepunit.internal.history.ExecutionRecord;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The child executions of a Map Run that are kept for the test. */
final class KeptChildren {
  private final ChildRetention retention;
  private final SortedMap<Integer, Child> children = new TreeMap<>();

  /** A child and what it was started with. */
  record Child(ChildInput input, ChildRun run) {
    boolean isUnsuccessful() {
      return run.isEnded() && run.status() != ExecutionStatus.SUCCEEDED;
    }
  }

  KeptChildren(ChildRetention retention) {
    this.retention = retention;
  }

  void started(ChildInput input, ChildRun child) {
    if (retention.keeps(input.index(), true) || children.containsKey(input.index())) {
      children.put(input.index(), new Child(input, child));
    }
  }

  /** A child has ended; tells whether it is kept. */
  boolean ended(ChildInput input, ChildRun child) {
    boolean keeps = retention.keeps(input.index(), child.status() == ExecutionStatus.SUCCEEDED);
    if (keeps) {
      children.put(input.index(), new Child(input, child));
    } else {
      children.remove(input.index());
    }
    return keeps;
  }

  /** Those that failed, timed out or were aborted, by index. */
  List<Child> unsuccessful() {
    return children.values().stream().filter(Child::isUnsuccessful).toList();
  }

  SortedMap<Integer, ExecutionRecord> snapshots() {
    SortedMap<Integer, ExecutionRecord> snapshots = new TreeMap<>();
    children.forEach((index, child) -> snapshots.put(index, child.run().snapshot()));
    return snapshots;
  }
}

package io.stepunit.engine;

import io.stepunit.history.ChildRetention;
import io.stepunit.history.Execution;
import io.stepunit.history.ExecutionStatus;
import java.util.SortedMap;
import java.util.TreeMap;

/** The child executions of a Map Run that a test can look into. */
final class KeptChildren {
  private final ChildRetention retention;
  private final SortedMap<Integer, ExecutionRun> children = new TreeMap<>();

  KeptChildren(ChildRetention retention) {
    this.retention = retention;
  }

  void started(int index, ExecutionRun child) {
    if (retention.keeps(index, true)) {
      children.put(index, child);
    }
  }

  void ended(int index, ExecutionRun child) {
    if (retention.keeps(index, child.status() == ExecutionStatus.SUCCEEDED)) {
      children.put(index, child);
    }
  }

  SortedMap<Integer, Execution> snapshots() {
    SortedMap<Integer, Execution> snapshots = new TreeMap<>();
    children.forEach((index, child) -> snapshots.put(index, child.snapshot()));
    return snapshots;
  }
}

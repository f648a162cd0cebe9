package io.stepunit.internal.api;

import io.stepunit.internal.engine.ExecutionRun;
import io.stepunit.internal.spi.Job;
import java.util.List;

/**
 * An Express execution that a Task runs by {@code aws-sdk:sfn:startSyncExecution}. However it ends,
 * the call succeeds and tells its status; "StartSyncExecution" in the AWS Step Functions API
 * reference.
 */
record SyncChild(ExecutionRun child) implements Job {
  @Override
  public void begin(Completion completion) {
    child.whenEnded(
        () -> completion.succeed(ServiceJson.asResult(ServiceJson.synced(child.snapshot()))));
  }

  /** Nothing can stop an Express execution: it continues, and its end is not reported. */
  @Override
  public void abort() {}

  @Override
  public List<String> waitsFor() {
    return child.waitsFor().stream().map(line -> child.name() + ": " + line).toList();
  }
}

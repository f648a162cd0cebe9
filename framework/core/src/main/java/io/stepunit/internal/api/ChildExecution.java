package io.stepunit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.engine.ExecutionRun;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.Resource.Pattern;
import io.stepunit.internal.spi.Job;
import java.util.List;

/**
 * A child execution that a Task waits for by {@code .sync} or {@code .sync:2}; "Start workflow
 * executions from a task state" in the AWS Step Functions Developer Guide. A Task that is cut off
 * stops its child.
 *
 * @param child the execution that was started
 * @param parentArn the execution whose Task waits
 * @param pattern how the Task waits: as text or as JSON it gets the child's input and output
 */
record ChildExecution(ExecutionRun child, String parentArn, Pattern pattern) implements Job {
  private static final List<String> DATA = List.of("Input", "Output");

  @Override
  public void begin(Completion completion) {
    child.whenEnded(
        () -> {
          ObjectNode description = ServiceJson.asOptimizedResult(ServiceJson.described(child));
          if (child.status() == ExecutionStatus.SUCCEEDED) {
            completion.succeed(result(description));
          } else {
            completion.fail("States.TaskFailed", Json.text(description));
          }
        });
  }

  private JsonNode result(ObjectNode description) {
    if (pattern == Pattern.SYNC_2) {
      for (String member : DATA) {
        description.set(member, Json.parseData(description.get(member).textValue()));
      }
    }
    return description;
  }

  @Override
  public void abort() {
    child.stop(
        null,
        "The Task state in AWS Step Functions execution ["
            + parentArn
            + "] which was managing this resource was aborted");
  }

  @Override
  public List<String> waitsFor() {
    return child.waitsFor().stream().map(line -> child.name() + ": " + line).toList();
  }
}

package io.stepunit.internal.engine.maprun;

import io.stepunit.asl.SourceLocation;
import io.stepunit.asl.WorkflowType;

/**
 * Which Map Run it is, and what its child executions run.
 *
 * @param arn its ARN
 * @param id the last part of the ARN
 * @param executionArn the execution that the Map is in
 * @param state the name of the Map
 * @param location where the Map stands
 * @param childMachineArn what its child executions run
 * @param childType how they run
 */
public record MapRunIdentity(
    String arn,
    String id,
    String executionArn,
    String state,
    SourceLocation location,
    String childMachineArn,
    WorkflowType childType) {
  boolean hasExpressChildren() {
    return childType == WorkflowType.EXPRESS;
  }
}

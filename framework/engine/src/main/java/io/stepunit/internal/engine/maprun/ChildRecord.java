package io.stepunit.internal.engine.maprun;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.engine.limit.RedriveStatus;
import io.stepunit.internal.engine.state.StatesError;
import io.stepunit.internal.json.Json;

/** The description of one child execution in a Map Run's results, its keys in AWS's order. */
final class ChildRecord {
  private ChildRecord() {}

  static JsonNode of(ChildRun child) {
    ObjectNode json = Json.NODES.objectNode();
    StatesError error = child.error();
    if (error != null && error.cause() != null) {
      json.put("Cause", error.cause());
    }
    if (error != null && error.name() != null) {
      json.put("Error", error.name());
    }
    json.put("ExecutionArn", child.arn());
    input(json, child.input());
    json.put("Name", child.name());
    JsonNode output = child.output();
    if (output != null) {
      json.put("Output", Json.text(output));
    }
    // As recorded, of children without an output too.
    included(json, "OutputDetails");
    json.put("RedriveCount", child.redriveCount());
    child.redrivenAt().ifPresent(time -> json.put("RedriveDate", time.toString()));
    if (child.type() == WorkflowType.STANDARD) {
      RedriveStatus redrive = child.redriveStatus();
      json.put("RedriveStatus", redrive.name());
      redrive.reason().ifPresent(reason -> json.put("RedriveStatusReason", reason));
    }
    json.put("StartDate", child.startedAt().toString());
    json.put("StateMachineArn", child.machineArn());
    json.put("Status", child.status().name());
    child.stoppedAt().ifPresent(stopped -> json.put("StopDate", stopped.toString()));
    return json;
  }

  /** A child that was never started. */
  static JsonNode pending(JsonNode input) {
    ObjectNode json = Json.NODES.objectNode();
    input(json, input);
    json.put("Status", "PENDING");
    return json;
  }

  private static void input(ObjectNode json, JsonNode input) {
    json.put("Input", Json.text(input));
    included(json, "InputDetails");
  }

  private static void included(ObjectNode json, String details) {
    json.putObject(details).put("Included", true);
  }
}

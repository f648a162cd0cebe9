package io.stepunit.internal.engine.maprun;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.asl.WorkflowType;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.engine.state.StatesError;
import io.stepunit.internal.json.Json;
import org.jspecify.annotations.Nullable;

/** What the results of a Map Run tell of one child execution, its keys in AWS's order. */
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
    data(json, "Input", child.input());
    json.put("Name", child.name());
    data(json, "Output", child.output());
    if (child.type() == WorkflowType.STANDARD) {
      redrive(json, child);
    }
    json.put("StartDate", child.startedAt().toString());
    json.put("StateMachineArn", child.machineArn());
    json.put("Status", child.status().name());
    child.stoppedAt().ifPresent(stopped -> json.put("StopDate", stopped.toString()));
    return json;
  }

  /** A child that was never started. */
  static JsonNode pending(JsonNode input, String machineArn) {
    ObjectNode json = Json.NODES.objectNode();
    data(json, "Input", input);
    json.put("StateMachineArn", machineArn);
    json.put("Status", "PENDING");
    return json;
  }

  private static void data(ObjectNode json, String name, @Nullable JsonNode value) {
    if (value != null) {
      json.put(name, Json.text(value));
      json.putObject(name + "Details").put("Included", true);
    }
  }

  private static void redrive(ObjectNode json, ChildRun child) {
    json.put("RedriveCount", child.redriveCount());
    if (child.status() == ExecutionStatus.SUCCEEDED) {
      json.put("RedriveStatus", "NOT_REDRIVABLE");
      json.put("RedriveStatusReason", "Execution is SUCCEEDED and cannot be redriven");
    } else {
      json.put("RedriveStatus", "REDRIVABLE_BY_MAP_RUN");
    }
  }
}

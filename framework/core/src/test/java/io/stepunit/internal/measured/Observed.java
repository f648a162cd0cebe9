package io.stepunit.internal.measured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.Execution;
import io.stepunit.TestStateMachine;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.json.Json;
import java.util.List;
import java.util.Map;

/** Compares all that can be seen of a case's execution after its end. */
final class Observed {
  private static final List<String> DATA =
      List.of(
          "input",
          "inputDetails",
          "output",
          "outputDetails",
          "assignedVariables",
          "assignedVariablesDetails");

  private final CaseWorld world;
  private final TestStateMachine machine;
  private final JsonNode expected;

  Observed(CaseWorld world, TestStateMachine machine) {
    this.world = world;
    this.machine = machine;
    this.expected = world.json().path("expected");
  }

  void compare() {
    if (world.type() == WorkflowType.STANDARD) {
      new MapRunLook(world).bind();
    }
    ExpectedExecution execution = new ExpectedExecution(world, expected);
    execution.compareEnd(described());
    if (expected.has("events") || expected.has("lastEvents") || expected.has("parametersOf")) {
      execution.compareHistory(history());
    }
    if (world.json().path("withoutData").asBoolean()) {
      compareWithoutData();
    }
    new Monitored(world, machine).compare(expected);
    if (expected.path("children").isArray()) {
      new StartedChildren(world).compare(expected.get("children"));
    }
    if (expected.has("describeMapRun") || expected.path("children").isObject()) {
      new MapRunLook(world).compareEnd(expected);
    }
    new ResultFiles(world).compare(expected);
    SentOut sent = new SentOut(world);
    sent.compare();
    sent.compareStored();
  }

  /** An Express execution cannot be described: what its record has in the form of an answer. */
  private JsonNode described() {
    if (world.type() == WorkflowType.STANDARD) {
      return world.calls().call("DescribeExecution", Map.of("executionArn", world.executionArn()));
    }
    Execution execution = machine.execution();
    ObjectNode json = Json.NODES.objectNode().put("status", execution.status().name());
    execution.output().ifPresent(output -> json.put("output", Json.text(output)));
    execution.error().ifPresent(error -> json.put("error", error));
    execution.cause().ifPresent(cause -> json.put("cause", cause));
    execution.stoppedAt().ifPresent(stopped -> json.put("stopDate", stopped.toString()));
    return json;
  }

  /** The same events without what they carry; error and cause stay. */
  private void compareWithoutData() {
    ObjectNode request =
        Json.NODES
            .objectNode()
            .put("executionArn", world.executionArn())
            .put("includeExecutionData", false);
    JsonNode found = world.calls().call("GetExecutionHistory", request).get("events");
    ArrayNode measured = expected.get("events").deepCopy();
    for (JsonNode event : measured) {
      ObjectNode details = Json.NODES.objectNode();
      event
          .path("details")
          .properties()
          .forEach(member -> details.set(member.getKey(), member.getValue()));
      details.remove(DATA);
      ArrayNode absent = Json.NODES.arrayNode();
      details.path("absent").forEach(absent::add);
      DATA.forEach(absent::add);
      details.set("absent", absent);
      ((ObjectNode) event).set("details", details);
    }
    world.histories().inOrder("events without data", measured, found);
  }

  private JsonNode history() {
    if (world.type() == WorkflowType.EXPRESS) {
      return Json.parse(machine.execution().historyJson()).path("events");
    }
    return world.calls().history(world.executionArn());
  }
}

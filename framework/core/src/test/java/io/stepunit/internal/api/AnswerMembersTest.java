package io.stepunit.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.awsmodel.ServiceModel;
import io.stepunit.internal.awsmodel.ServiceModels;
import io.stepunit.internal.awsmodel.Shape;
import io.stepunit.internal.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Answers have only members that AWS's model of the service has. */
class AnswerMembersTest {
  private static final ServiceModel MODEL = ServiceModels.of("sfn").orElseThrow();
  private static final String ROLE = "arn:aws:iam::123456789012:role/run";
  private static final String PASS =
      """
      {"QueryLanguage": "JSONata", "StartAt": "P", "States": {
        "P": {"Type": "Pass", "Assign": {"one": 1}, "Next": "Q"},
        "Q": {"Type": "Pass", "Output": "{% $one %}", "End": true}}}""";
  private static final String ROWS =
      """
      {"StartAt": "Rows", "States": {"Rows": {"Type": "Map", "Label": "Rows", "End": true,
        "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
          "StartAt": "Desk", "States": {"Desk": {"Type": "Task", "End": true,
            "Resource": "arn:aws:states:us-east-1:123456789012:activity:desk"}}}}}}""";
  private static final String KEY =
      "{\"type\": \"CUSTOMER_MANAGED_KMS_KEY\", \"kmsKeyId\": \"key\"}";

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final Set<String> called = new TreeSet<>();
  private final List<String> unknown = new ArrayList<>();

  private JsonNode call(String operation, String request, Object... values) {
    JsonNode answer = env.api().call(operation, request.replace('\'', '"').formatted(values));
    String action = operation.substring(0, 1).toLowerCase(Locale.ROOT) + operation.substring(1);
    called.add(action);
    compare(operation, MODEL.operation(action).orElseThrow().output(), answer);
    return answer;
  }

  private void compare(String where, Shape shape, JsonNode answer) {
    if (shape instanceof Shape.Items items) {
      answer.forEach(item -> compare(where, items.item().get(), item));
    } else if (shape instanceof Shape.Structure structure) {
      for (Map.Entry<String, JsonNode> member : answer.properties()) {
        String name =
            Character.toUpperCase(member.getKey().charAt(0)) + member.getKey().substring(1);
        if (structure.fields().containsKey(name)) {
          compare(where + "." + name, structure.fields().get(name).get(), member.getValue());
        } else {
          unknown.add(where + "." + name);
        }
      }
    }
  }

  private static String text(JsonNode answer, String member) {
    return answer.get(member).textValue();
  }

  private static String quoted(String text) {
    return Json.text(Json.NODES.textNode(text)).replace('\'', ' ');
  }

  @Test
  void of_all_operations() {
    String machine = machinesAndVersions();
    executions(machine);
    String mapRun = mapRuns();
    activitiesAndTags(machine, mapRun);
    call("DeleteStateMachine", "{'stateMachineArn': '%s'}", machine);

    assertThat(unknown).isEmpty();
    assertThat(called).containsExactlyInAnyOrderElementsOf(RequestModel.operations());
  }

  private String machinesAndVersions() {
    String machine =
        text(
            call(
                "CreateStateMachine",
                "{'name': 'm', 'roleArn': '%s', 'publish': true, 'encryptionConfiguration': "
                    + KEY
                    + ", 'definition': %s}",
                ROLE,
                quoted(PASS)),
            "stateMachineArn");
    String arn = "{'stateMachineArn': '" + machine + "'}";
    call("UpdateStateMachine", "{'stateMachineArn': '%s', 'roleArn': '%s'}", machine, ROLE + "2");
    call("PublishStateMachineVersion", "{'stateMachineArn': '%s', 'description': 'd'}", machine);
    call("DescribeStateMachine", arn);
    call("DescribeStateMachine", "{'stateMachineArn': '%s:2'}", machine);
    call("ListStateMachines", "{'maxResults': 1}");
    call("ListStateMachineVersions", arn);
    String route = "'routingConfiguration': [{'stateMachineVersionArn': '%s:2', 'weight': 100}]";
    call("CreateStateMachineAlias", "{'name': 'live', " + route + "}", machine);
    String alias = "'stateMachineAliasArn': '" + machine + ":live'";
    call("UpdateStateMachineAlias", "{" + alias + ", 'description': 'd'}");
    call("DescribeStateMachineAlias", "{" + alias + "}");
    call("ListStateMachineAliases", arn);
    call("ValidateStateMachineDefinition", "{'definition': '{}'}");
    call(
        "TestState",
        "{'definition': %s, 'inspectionLevel': 'DEBUG'}",
        quoted("{\"Type\": \"Pass\", \"End\": true}"));
    return machine;
  }

  private void executions(String machine) {
    String run =
        text(
            call("StartExecution", "{'stateMachineArn': '%s:live', 'traceHeader': ''}", machine),
            "executionArn");
    String execution = "{'executionArn': '" + run + "'}";
    call("DescribeExecution", execution);
    call("DescribeStateMachineForExecution", execution);
    call("GetExecutionHistory", execution);
    call("ListExecutions", "{'stateMachineArn': '%s'}", machine);
    call("DeleteStateMachineAlias", "{'stateMachineAliasArn': '%s:live'}", machine);
    call("DeleteStateMachineVersion", "{'stateMachineVersionArn': '%s:2'}", machine);
    String quick = env.define("quick", PASS, WorkflowType.EXPRESS).arn();
    call("StartSyncExecution", "{'stateMachineArn': '%s'}", quick);
  }

  private String mapRuns() {
    call("CreateActivity", "{'name': 'desk', 'encryptionConfiguration': " + KEY + "}");
    TestStateMachine rows = env.define("rows", ROWS);
    String run =
        text(
            call("StartExecution", "{'stateMachineArn': '%s', 'input': '[1, 2, 3]'}", rows.arn()),
            "executionArn");
    JsonNode runs = call("ListMapRuns", "{'executionArn': '%s'}", run);
    String mapRun = runs.get("mapRuns").get(0).get("mapRunArn").textValue();
    String arn = "{'mapRunArn': '" + mapRun + "'}";
    call("UpdateMapRun", "{'mapRunArn': '%s', 'toleratedFailureCount': 1}", mapRun);
    call("DescribeMapRun", arn);
    JsonNode children = call("ListExecutions", arn);
    String child = children.get("executions").get(0).get("executionArn").textValue();
    call("DescribeExecution", "{'executionArn': '%s'}", child);
    call("DescribeStateMachineForExecution", "{'executionArn': '%s'}", child);
    return run;
  }

  private void activitiesAndTags(String machine, String run) {
    String desk = "'activityArn': 'arn:aws:states:us-east-1:123456789012:activity:desk'";
    String token = text(call("GetActivityTask", "{" + desk + "}"), "taskToken");
    call("SendTaskHeartbeat", "{'taskToken': '%s'}", token);
    call("SendTaskSuccess", "{'taskToken': '%s', 'output': '1'}", token);
    String other = text(call("GetActivityTask", "{" + desk + "}"), "taskToken");
    call("SendTaskFailure", "{'taskToken': '%s', 'error': 'E', 'cause': 'c'}", other);
    call("StopExecution", "{'executionArn': '%s'}", run);
    call("RedriveExecution", "{'executionArn': '%s'}", run);
    call("DescribeExecution", "{'executionArn': '%s'}", run);
    call("DescribeActivity", "{" + desk + "}");
    call("ListActivities", "{}");
    call("DeleteActivity", "{" + desk + "}");
    call("TagResource", "{'resourceArn': '%s', 'tags': [{'key': 'k', 'value': 'v'}]}", machine);
    call("ListTagsForResource", "{'resourceArn': '%s'}", machine);
    call("UntagResource", "{'resourceArn': '%s', 'tagKeys': ['k']}", machine);
  }
}

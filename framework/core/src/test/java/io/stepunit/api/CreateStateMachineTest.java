package io.stepunit.api;

import static io.stepunit.api.ApiCalls.ARN;
import static io.stepunit.api.ApiCalls.FIRST;
import static io.stepunit.api.ApiCalls.ROLE;
import static io.stepunit.api.ApiCalls.SECOND;
import static io.stepunit.api.ApiCalls.assertRefused;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreateStateMachineTest {
  private static final String CHARGE =
      """
      {"StartAt": "Charge", "States": {"Charge": {"Type": "Task", "End": true,
        "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge"}}}""";

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final ApiCalls calls = new ApiCalls(env);

  @Test
  void makes_a_machine_that_runs_and_whose_tasks_can_be_mocked() {
    calls.create(CHARGE);

    TestStateMachine orders = env.machines().get(0);
    orders.mock("Charge").returns(Map.of("paid", true));
    JsonNode started = calls.call("StartExecution", "stateMachineArn", ARN);
    env.runToEnd();

    assertThat(orders.arn()).isEqualTo(ARN);
    assertThat(env.api().describeExecution(started.get("executionArn").textValue()).output())
        .hasValue(Json.parse("{\"paid\": true}"));
  }

  @Test
  void answers_with_the_arn_and_the_time_and_describes_the_machine_as_it_was_sent() {
    env.advance(ofSeconds(5));

    JsonNode created =
        calls.create(
            " " + FIRST + "\n",
            "type",
            "EXPRESS",
            "tracingConfiguration",
            Map.of("enabled", true),
            "loggingConfiguration",
            Map.of(
                "level",
                "ERROR",
                "destinations",
                List.of(
                    Map.of("cloudWatchLogsLogGroup", Map.of("logGroupArn", "arn:aws:logs:g")))));

    assertThat(created)
        .isEqualTo(ApiCalls.json("stateMachineArn", ARN, "creationDate", "2026-01-01T00:00:05Z"));
    JsonNode described = calls.describe(ARN);
    assertThat(described.get("definition").textValue()).isEqualTo(" " + FIRST + "\n");
    assertThat(described.get("roleArn").textValue()).isEqualTo(ROLE);
    assertThat(described.get("type").textValue()).isEqualTo("EXPRESS");
    assertThat(described.get("status").textValue()).isEqualTo("ACTIVE");
    assertThat(described.get("tracingConfiguration").toString()).isEqualTo("{\"enabled\":true}");
    assertThat(described.get("loggingConfiguration"))
        .isEqualTo(
            Json.parse(
                """
                {"level": "ERROR", "includeExecutionData": false, "destinations":
                  [{"cloudWatchLogsLogGroup": {"logGroupArn": "arn:aws:logs:g"}}]}"""));
    assertThat(described.has("revisionId")).isFalse();
  }

  @Test
  void gives_the_same_answer_for_the_same_call_again() {
    JsonNode created = calls.create(FIRST);
    env.advance(ofSeconds(5));

    assertThat(calls.create(FIRST, "roleArn", ROLE + "2", "tags", List.of())).isEqualTo(created);
    assertThat(calls.describe(ARN).get("roleArn").textValue()).isEqualTo(ROLE);
    assertThat(env.machines()).hasSize(1);
  }

  @Test
  void knows_a_machine_of_the_test_by_its_definition() {
    env.define("orders", FIRST);

    calls.create(FIRST);

    assertRefused(
        "StateMachineAlreadyExists: State Machine Already Exists: '" + ARN + "'",
        () -> calls.create(SECOND));
    assertRefused(
        "StateMachineAlreadyExists: State Machine Already Exists: '" + ARN + "'",
        () -> calls.create(FIRST, "type", "EXPRESS"));
  }

  @Test
  void compares_publication_and_description_with_the_first_version() {
    calls.create(FIRST, "publish", true, "versionDescription", "one");

    assertThat(calls.create(FIRST, "publish", true, "versionDescription", "one"))
        .isEqualTo(
            ApiCalls.json(
                "stateMachineArn",
                ARN,
                "creationDate",
                "2026-01-01T00:00:00Z",
                "stateMachineVersionArn",
                ARN + ":1"));
    assertRefused(
        "StateMachineAlreadyExists: State Machine Already Exists: This state machine was already created with a published version using a different description.",
        () -> calls.create(FIRST, "publish", true));
    assertRefused(
        "StateMachineAlreadyExists: State Machine Already Exists: This state machine was already created with a published version.",
        () -> calls.create(FIRST));
  }

  @Test
  void refuses_a_definition_in_the_words_of_aws() {
    assertRefused(
        "InvalidDefinition: Invalid State Machine Definition: 'MISSING_TRANSITION_TARGET: Missing 'Next' target: Gone at /States/P/Next, MISSING_END_STATE: Workflow has no terminal state at null'",
        () -> calls.create(FIRST.replace("\"End\": true", "\"Next\": \"Gone\"")));
    assertThat(env.machines()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"StartAt: P\nStates: {P: {Type: Pass, End: true}}", "{", "[]"})
  void refuses_what_is_no_definition_in_json(String definition) {
    assertThat(thrownBy(() -> calls.create(definition)).error()).isEqualTo("InvalidDefinition");
  }

  private static StepFunctionsException thrownBy(Runnable call) {
    try {
      call.run();
    } catch (StepFunctionsException e) {
      return e;
    }
    throw new AssertionError("nothing was refused");
  }

  @Test
  void refuses_an_express_machine_that_waits_for_a_token() {
    String callback =
        CHARGE.replace(
            "arn:aws:lambda:us-east-1:123456789012:function:charge",
            "arn:aws:states:us-east-1:123456789012:activity:charge");

    assertThat(thrownBy(() -> calls.create(callback, "type", "EXPRESS")).error())
        .isEqualTo("InvalidDefinition");
  }

  @Test
  void refuses_names_roles_logs_keys_and_descriptions_that_cannot_be() {
    assertRefused("InvalidName: Invalid Name: 'a b'", () -> calls.create(FIRST, "name", "a b"));
    assertRefused(
        "InvalidArn: Invalid Role Arn: 'run'", () -> calls.create(FIRST, "roleArn", "run"));
    assertRefused(
        "InvalidLoggingConfiguration: Invalid Logging Configuration: Must specify exactly one Log Destination.",
        () -> calls.create(FIRST, "loggingConfiguration", Map.of("level", "ALL")));
    assertRefused(
        "InvalidEncryptionConfiguration: Invalid Encryption Configuration: Must set a valid kmsKeyId.",
        () ->
            calls.create(
                FIRST, "encryptionConfiguration", Map.of("type", "CUSTOMER_MANAGED_KMS_KEY")));
    assertRefused(
        "ValidationException: Version description can only be set when publish is true",
        () -> calls.create(FIRST, "versionDescription", "one"));
    assertThat(env.machines()).isEmpty();
  }

  @Test
  void can_take_the_place_of_a_machine_that_was_deleted() {
    calls.create(FIRST);
    calls.call("DeleteStateMachine", "stateMachineArn", ARN);

    assertRefused(
        "StateMachineDeleting: State Machine is being deleted: '" + ARN + "'",
        () -> calls.create(SECOND));
    env.advance(ofSeconds(60));

    assertThat(calls.create(SECOND).get("creationDate").textValue())
        .isEqualTo("2026-01-01T00:01:00Z");
    assertThat(calls.describe(ARN).get("definition").textValue()).isEqualTo(SECOND);
  }

  @Test
  void of_another_name_makes_another_machine_and_all_are_listed_by_name() {
    calls.create(FIRST);
    calls.create(FIRST, "name", "cancel", "type", "EXPRESS");
    env.define("refund", FIRST, WorkflowType.STANDARD);

    JsonNode first = calls.call("ListStateMachines", "maxResults", 2);
    JsonNode second =
        calls.call(
            "ListStateMachines", "maxResults", 2, "nextToken", first.get("nextToken").textValue());

    assertThat(ApiCalls.texts(first.get("stateMachines"), "name"))
        .containsExactly("cancel", "orders");
    assertThat(ApiCalls.texts(first.get("stateMachines"), "type"))
        .containsExactly("EXPRESS", "STANDARD");
    assertThat(ApiCalls.texts(second.get("stateMachines"), "name")).containsExactly("refund");
    assertThat(second.has("nextToken")).isFalse();
  }

  @Test
  void is_what_an_sdk_task_calls_too() {
    TestStateMachine deploy =
        env.define(
            "deploy",
            """
            {"StartAt": "Create", "States": {"Create": {"Type": "Task", "End": true,
              "Resource": "arn:aws:states:::aws-sdk:sfn:createStateMachine", "Parameters": {
                "Name": "orders", "RoleArn": "%s", "Definition.$": "$.definition",
                "TracingConfiguration": {"Enabled": true},
                "Tags": [{"Key": "Owner", "Value": "team"}]}}}}"""
                .formatted(ROLE));

    JsonNode output = deploy.run(Map.of("definition", FIRST)).output().orElseThrow();

    assertThat(output.get("StateMachineArn").textValue()).isEqualTo(ARN);
    assertThat(calls.describe(ARN).at("/tracingConfiguration/enabled").booleanValue()).isTrue();
    assertThat(calls.call("ListTagsForResource", "resourceArn", ARN).toString())
        .isEqualTo("{\"tags\":[{\"key\":\"Owner\",\"value\":\"team\"}]}");
  }
}

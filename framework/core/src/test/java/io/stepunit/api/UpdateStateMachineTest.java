package io.stepunit.api;

import static io.stepunit.api.ApiCalls.ARN;
import static io.stepunit.api.ApiCalls.FIRST;
import static io.stepunit.api.ApiCalls.ROLE;
import static io.stepunit.api.ApiCalls.SECOND;
import static io.stepunit.api.ApiCalls.assertRefused;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.Execution;
import io.stepunit.RunningExecution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.history.LogLevel;
import io.stepunit.internal.json.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpdateStateMachineTest {
  private static final String CHARGE =
      """
      {"StartAt": "Pause", "States": {"Pause": {"Type": "Wait", "Seconds": 10, "Next": "Charge"},
        "Charge": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge",
          "ResultPath": "$.charge", "Next": "End"},
        "End": {"Type": "Pass", "Result": "first", "ResultPath": "$.end", "End": true}}}""";
  private static final String REFUND =
      CHARGE.replace("Charge\"", "Refund\"").replace("\"first\"", "\"second\"");

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final ApiCalls calls = new ApiCalls(env);

  @Test
  void makes_a_revision_that_executions_run_which_start_from_then_on() {
    TestStateMachine orders = env.define("orders", FIRST);
    env.advance(ofSeconds(5));

    JsonNode updated = calls.update("definition", SECOND);

    assertThat(updated.get("updateDate").textValue()).isEqualTo("2026-01-01T00:00:05Z");
    assertThat(calls.describe(ARN).get("revisionId")).isEqualTo(updated.get("revisionId"));
    assertThat(calls.describe(ARN).get("creationDate").textValue())
        .isEqualTo("2026-01-01T00:00:00Z");
    assertThat(orders.run().output()).hasValue(Json.parse("2"));
    assertThat(orders.definition().source().at("/States/P/Result").asInt()).isEqualTo(2);
  }

  @Test
  void leaves_running_executions_on_the_definition_and_role_of_their_start() {
    TestStateMachine orders = env.define("orders", CHARGE).role(ROLE);
    orders.mock("Charge").returns(1);
    RunningExecution running = orders.start("{}");
    running.advance(ofSeconds(1));

    calls.update("definition", REFUND, "roleArn", ROLE + "2");
    orders.mock("Refund").returns(2);
    Execution second = orders.run("{}");
    Execution first = running.finish();

    assertThat(first.output()).hasValue(Json.parse("{\"charge\": 1, \"end\": \"first\"}"));
    assertThat(second.output()).hasValue(Json.parse("{\"charge\": 2, \"end\": \"second\"}"));
    assertThat(roleOf(first)).isEqualTo(ROLE);
    assertThat(roleOf(second)).isEqualTo(ROLE + "2");
    env.verifyMocksUsed();
  }

  private JsonNode ofExecution(Execution execution) {
    return calls.call("DescribeStateMachineForExecution", "executionArn", execution.arn());
  }

  private String roleOf(Execution execution) {
    return ofExecution(execution).get("roleArn").textValue();
  }

  @Test
  void keeps_the_mocks_of_tasks_that_stay() {
    TestStateMachine orders = env.define("orders", CHARGE);
    orders.mock("Charge").returns(1);

    calls.update("definition", CHARGE.replace("\"first\"", "\"second\""));

    assertThat(orders.run("{}").output())
        .hasValue(Json.parse("{\"charge\": 1, \"end\": \"second\"}"));
  }

  @Test
  void shows_each_execution_the_machine_of_its_start() {
    TestStateMachine orders = env.define("orders", FIRST);
    Execution first = orders.run();
    env.advance(ofSeconds(5));
    JsonNode updated = calls.update("definition", SECOND);
    Execution second = orders.run();

    assertThat(ofExecution(first).get("definition").textValue()).isEqualTo(FIRST);
    assertThat(ofExecution(first).get("updateDate").textValue()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(ofExecution(first).has("revisionId")).isFalse();
    assertThat(ofExecution(second).get("definition").textValue()).isEqualTo(SECOND);
    assertThat(ofExecution(second).get("updateDate").textValue()).isEqualTo("2026-01-01T00:00:05Z");
    assertThat(ofExecution(second).get("revisionId")).isEqualTo(updated.get("revisionId"));
  }

  @Test
  void that_changes_nothing_makes_no_revision() {
    calls.create(FIRST);
    JsonNode initial = calls.update("definition", FIRST, "roleArn", ROLE);
    JsonNode first = calls.update("roleArn", ROLE + "2");
    env.advance(ofSeconds(5));

    assertThat(initial.toString()).isEqualTo("{\"updateDate\":\"2026-01-01T00:00:00Z\"}");
    assertThat(first.has("revisionId")).isTrue();
    assertThat(calls.update("roleArn", ROLE + "2")).isEqualTo(first);
    assertThat(calls.update("tracingConfiguration", Map.of("enabled", true)).get("revisionId"))
        .isNotEqualTo(first.get("revisionId"));
  }

  @Test
  void with_the_key_of_a_customer_makes_a_revision_of_the_same_definition() {
    Map<String, String> key = Map.of("type", "CUSTOMER_MANAGED_KMS_KEY", "kmsKeyId", "key-1");
    calls.create(FIRST, "encryptionConfiguration", key);

    JsonNode first = calls.update("definition", FIRST);
    JsonNode second = calls.update("definition", FIRST);

    assertThat(second.get("revisionId")).isNotEqualTo(first.get("revisionId"));
    assertThat(calls.describe(ARN).get("encryptionConfiguration").toString())
        .isEqualTo(
            "{\"type\":\"CUSTOMER_MANAGED_KMS_KEY\",\"kmsKeyId\":\"key-1\",\"kmsDataKeyReusePeriodSeconds\":300}");
  }

  @Test
  void without_a_change_is_refused() {
    calls.create(FIRST);

    assertRefused(
        "MissingRequiredParameter: Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified",
        () -> calls.update("versionDescription", "one"));
    assertRefused(
        "MissingRequiredParameter: The definition must be specified when updating the EncryptionConfiguration",
        () -> calls.update("encryptionConfiguration", Map.of("type", "AWS_OWNED_KEY")));
    assertRefused(
        "ValidationException: Version description can only be set when publish is true",
        () -> calls.update("definition", SECOND, "versionDescription", "two"));
    assertRefused(
        "StateMachineDoesNotExist: State Machine Does Not Exist: '" + ARN + ":1'",
        () -> calls.call("UpdateStateMachine", "stateMachineArn", ARN + ":1", "roleArn", ROLE));
  }

  @Test
  void that_is_refused_changes_nothing() {
    calls.create(FIRST);
    JsonNode before = calls.describe(ARN);

    assertRefused(
        "InvalidDefinition: Invalid State Machine Definition: 'MISSING_TRANSITION_TARGET: Missing 'Next' target: Gone at /StartAt, MISSING_TRANSITION_TARGET: State \"P\" is not reachable. at /States/P'",
        () ->
            calls.update(
                "definition", FIRST.replace("\"StartAt\": \"P\"", "\"StartAt\": \"Gone\"")));

    assertThat(calls.describe(ARN)).isEqualTo(before);
  }

  @Test
  void can_publish_what_it_makes() {
    calls.create(FIRST, "publish", true, "versionDescription", "one");

    JsonNode updated =
        calls.update("definition", SECOND, "publish", true, "versionDescription", "two");

    assertThat(updated.get("stateMachineVersionArn").textValue()).isEqualTo(ARN + ":2");
    assertThat(calls.describe(ARN + ":2").get("description").textValue()).isEqualTo("two");
    assertThat(calls.describe(ARN + ":1").get("definition").textValue()).isEqualTo(FIRST);
    assertThat(calls.describe(ARN).has("description")).isFalse();
  }

  @Test
  void and_the_handle_of_the_test_set_the_same_logging_configuration() {
    TestStateMachine orders = env.define("orders", FIRST).logging(LogLevel.ALL, true);
    orders.run();

    assertThat(calls.describe(ARN).at("/loggingConfiguration/level").textValue()).isEqualTo("ALL");
    assertThat(orders.logRecords()).isNotEmpty();
    calls.update("loggingConfiguration", Map.of("level", "OFF"));
    assertThat(orders.logRecords()).isEmpty();
  }

  @Test
  void of_a_machine_that_is_being_deleted_is_refused() {
    calls.create(FIRST);
    calls.call("DeleteStateMachine", "stateMachineArn", ARN);

    assertRefused(
        "StateMachineDeleting: State Machine is being deleted: '" + ARN + "'",
        () -> calls.update("roleArn", ROLE + "2"));
  }
}

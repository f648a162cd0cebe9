package io.stepunit.api;

import static io.stepunit.api.ApiCalls.ARN;
import static io.stepunit.api.ApiCalls.FIRST;
import static io.stepunit.api.ApiCalls.ROLE;
import static io.stepunit.api.ApiCalls.SECOND;
import static io.stepunit.api.ApiCalls.json;
import static io.stepunit.api.ApiCalls.texts;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.internal.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class VersionsAndAliasesTest {
  private static final String LIVE = ARN + ":live";

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final ApiCalls calls = new ApiCalls(env);

  /** Version 1 gives 1, version 2 gives 2. */
  private void publishTwo() {
    calls.create(FIRST, "publish", true, "versionDescription", "one");
    env.advance(ofSeconds(1));
    calls.update("definition", SECOND, "publish", true);
  }

  private JsonNode publish(Object... members) {
    return env.api().call("PublishStateMachineVersion", json(members).put("stateMachineArn", ARN));
  }

  private static List<Map<String, Object>> route(Object... arnsAndWeights) {
    List<Map<String, Object>> route = new ArrayList<>();
    for (int i = 0; i < arnsAndWeights.length; i += 2) {
      route.add(
          Map.of("stateMachineVersionArn", arnsAndWeights[i], "weight", arnsAndWeights[i + 1]));
    }
    return route;
  }

  private JsonNode alias(String name, Object... arnsAndWeights) {
    return calls.call(
        "CreateStateMachineAlias", "name", name, "routingConfiguration", route(arnsAndWeights));
  }

  private Execution start(String arn) {
    String execution =
        calls.call("StartExecution", "stateMachineArn", arn).get("executionArn").textValue();
    return env.api().describeExecution(execution);
  }

  private JsonNode describe(Execution execution) {
    return calls.call("DescribeExecution", "executionArn", execution.arn());
  }

  @Nested
  class Versions {
    @Test
    void are_counted_and_listed_latest_first() {
      publishTwo();

      JsonNode list =
          calls
              .call("ListStateMachineVersions", "stateMachineArn", ARN)
              .get("stateMachineVersions");

      assertThat(texts(list, "stateMachineVersionArn")).containsExactly(ARN + ":2", ARN + ":1");
      assertThat(texts(list, "creationDate"))
          .containsExactly("2026-01-01T00:00:01Z", "2026-01-01T00:00:00Z");
    }

    @Test
    void of_a_published_revision_are_not_made_again() {
      publishTwo();
      env.advance(ofSeconds(1));

      JsonNode again = publish("description", "other");

      assertThat(again.get("stateMachineVersionArn").textValue()).isEqualTo(ARN + ":2");
      assertThat(again.get("creationDate").textValue()).isEqualTo("2026-01-01T00:00:01Z");
      assertThat(calls.describe(ARN + ":2").has("description")).isFalse();
    }

    @Test
    void are_made_of_the_present_revision_alone() {
      calls.create(FIRST);

      assertThat(publish("revisionId", "INITIAL").get("stateMachineVersionArn").textValue())
          .isEqualTo(ARN + ":1");
      String present = calls.update("definition", SECOND).get("revisionId").textValue();

      ApiCalls.assertRefused(
          "ConflictException: Failed to publish the State Machine version for revision INITIAL. The current State Machine revision is "
              + present
              + ".",
          () -> publish("revisionId", "INITIAL"));
      assertThat(publish("revisionId", present).get("stateMachineVersionArn").textValue())
          .isEqualTo(ARN + ":2");
    }

    @Test
    void can_be_started_and_are_shown() {
      publishTwo();

      Execution first = start(ARN + ":1");
      Execution present = start(ARN);

      assertThat(first.output()).hasValue(Json.parse("1"));
      assertThat(present.output()).hasValue(Json.parse("2"));
      assertThat(describe(first).get("stateMachineArn").textValue()).isEqualTo(ARN);
      assertThat(describe(first).get("stateMachineVersionArn").textValue()).isEqualTo(ARN + ":1");
      assertThat(describe(first).has("stateMachineAliasArn")).isFalse();
      assertThat(describe(present).has("stateMachineVersionArn")).isFalse();
      assertThat(first.historyJson()).contains("\"stateMachineVersionArn\": \"" + ARN + ":1\"");
      assertThat(env.statusEvents().get(0).json().at("/detail/stateMachineVersionArn").textValue())
          .isEqualTo(ARN + ":1");
    }

    @Test
    void that_are_deleted_can_be_listed_by_but_not_started() {
      publishTwo();
      Execution first = start(ARN + ":1");
      for (int i = 0; i < 2; i++) {
        calls.call("DeleteStateMachineVersion", "stateMachineVersionArn", ARN + ":1");
      }

      assertThat(
              texts(
                  calls.call("ListExecutions", "stateMachineArn", ARN + ":1").get("executions"),
                  "executionArn"))
          .containsExactly(first.arn());
      for (String operation : List.of("StartExecution", "DescribeStateMachine")) {
        calls.assertRefused(
            "StateMachineDoesNotExist: State Machine Version Does Not Exist: '" + ARN + ":1'",
            operation,
            "stateMachineArn",
            ARN + ":1");
      }
      calls.assertRefused(
          "StateMachineDoesNotExist: State Machine Version Does Not Exist: '" + ARN + ":9'",
          "ListExecutions",
          "stateMachineArn",
          ARN + ":9");
      calls.update("roleArn", ROLE + "2");
      assertThat(publish().get("stateMachineVersionArn").textValue()).isEqualTo(ARN + ":3");
    }

    @Test
    void of_an_alias_are_not_deleted() {
      publishTwo();
      alias("live", ARN + ":1", 50, ARN + ":2", 50);

      calls.assertRefused(
          "ConflictException: Version to be deleted must not be referenced by an alias. Current list of aliases referencing this version: [live]",
          "DeleteStateMachineVersion",
          "stateMachineVersionArn",
          ARN + ":2");
      calls.assertRefused(
          "InvalidArn: Invalid Arn: 'ARN is not in correct format: " + ARN + "'",
          "DeleteStateMachineVersion",
          "stateMachineVersionArn",
          ARN);
    }

    @Test
    void are_a_thousand_at_most() {
      calls.create(FIRST, "publish", true);
      for (int i = 2; i <= 1000; i++) {
        calls.update("roleArn", ROLE + i, "publish", true);
      }

      calls.update("roleArn", ROLE);
      assertThatExceptionOfType(StepFunctionsException.class)
          .isThrownBy(() -> publish())
          .matches(refused -> refused.error().equals("ServiceQuotaExceededException"));
    }
  }

  @Nested
  class Aliases {
    @Test
    void lead_to_a_version_which_the_execution_keeps() {
      publishTwo();
      alias("live", ARN + ":1", 100);
      Execution first = start(LIVE);

      calls.call(
          "UpdateStateMachineAlias",
          "stateMachineAliasArn",
          LIVE,
          "routingConfiguration",
          route(ARN + ":2", 100));
      Execution second = start(LIVE);
      calls.call("DeleteStateMachineAlias", "stateMachineAliasArn", LIVE);

      assertThat(first.output()).hasValue(Json.parse("1"));
      assertThat(second.output()).hasValue(Json.parse("2"));
      assertThat(describe(first).get("stateMachineVersionArn").textValue()).isEqualTo(ARN + ":1");
      assertThat(describe(second).get("stateMachineVersionArn").textValue()).isEqualTo(ARN + ":2");
      assertThat(describe(second).get("stateMachineAliasArn").textValue()).isEqualTo(LIVE);
      calls.assertRefused(
          "StateMachineDoesNotExist: State Machine Does Not Exist: '" + LIVE + "'",
          "StartExecution",
          "stateMachineArn",
          LIVE);
    }

    @Test
    void choose_by_their_weights_and_the_seed() {
      List<String> chosen = chosenBy(7);

      assertThat(chosen).isEqualTo(chosenBy(7)).isNotEqualTo(chosenBy(8));
      assertThat(chosen.stream().filter("1"::equals).count()).isBetween(10L, 35L);
    }

    private List<String> chosenBy(long seed) {
      StepFunctionsEnvironment seeded = StepFunctionsEnvironment.builder().seed(seed).build();
      ApiCalls api = new ApiCalls(seeded);
      api.create(FIRST, "publish", true);
      api.update("definition", SECOND, "publish", true);
      api.call(
          "CreateStateMachineAlias",
          "name",
          "live",
          "routingConfiguration",
          route(ARN + ":1", 20, ARN + ":2", 80));
      for (int i = 0; i < 100; i++) {
        api.call("StartExecution", "stateMachineArn", LIVE);
      }
      return seeded.executions().stream().map(run -> run.output().orElseThrow().asText()).toList();
    }

    @Test
    void with_a_weight_of_0_never_lead_there() {
      publishTwo();
      alias("live", ARN + ":1", 0, ARN + ":2", 100);

      for (int i = 0; i < 50; i++) {
        assertThat(start(LIVE).output()).hasValue(Json.parse("2"));
      }
    }

    @Test
    void are_described_listed_and_updated_in_part() {
      publishTwo();
      alias("live", ARN + ":1", 100);
      alias("canary", ARN + ":1", 90, ARN + ":2", 10);
      env.advance(ofSeconds(4));

      calls.call("UpdateStateMachineAlias", "stateMachineAliasArn", LIVE, "description", "for all");

      assertThat(calls.call("DescribeStateMachineAlias", "stateMachineAliasArn", LIVE))
          .isEqualTo(
              json(
                  "stateMachineAliasArn",
                  LIVE,
                  "name",
                  "live",
                  "description",
                  "for all",
                  "routingConfiguration",
                  route(ARN + ":1", 100),
                  "creationDate",
                  "2026-01-01T00:00:01Z",
                  "updateDate",
                  "2026-01-01T00:00:05Z"));
      assertThat(listed(ARN)).containsExactly(ARN + ":canary", LIVE);
      assertThat(listed(ARN + ":2")).containsExactly(ARN + ":canary");
    }

    private List<String> listed(String arn) {
      return texts(
          calls.call("ListStateMachineAliases", "stateMachineArn", arn).get("stateMachineAliases"),
          "stateMachineAliasArn");
    }

    @Test
    void with_a_wrong_route_are_refused_with_a_reason() {
      publishTwo();

      assertThatExceptionOfType(StepFunctionsException.class)
          .isThrownBy(() -> alias("live", ARN + ":1", 60, ARN + ":2", 60))
          .withMessage(
              "ValidationException: Sum of routing configuration weights must equal 100. Received: [60, 60]")
          .matches(
              refused ->
                  refused.validationReason().orElseThrow().equals("INVALID_ROUTING_CONFIGURATION"));
      ApiCalls.assertRefused(
          "ResourceNotFound: Resource not found: '" + ARN + ":3'",
          () -> alias("live", ARN + ":3", 100));
      calls.assertRefused(
          "ResourceNotFound: Resource not found: '" + LIVE + "'",
          "DescribeStateMachineAlias",
          "stateMachineAliasArn",
          LIVE);
    }

    @Test
    void are_a_hundred_at_most() {
      publishTwo();
      for (int i = 1; i <= 100; i++) {
        alias("a" + i, ARN + ":1", 100);
      }

      assertThatExceptionOfType(StepFunctionsException.class)
          .isThrownBy(() -> alias("a101", ARN + ":1", 100))
          .matches(refused -> refused.error().equals("ServiceQuotaExceededException"));
    }
  }

  @Nested
  class Tasks {
    private TestStateMachine caller(String arn) {
      return env.define(
          "caller",
          """
          {"StartAt": "Call", "States": {"Call": {"Type": "Task", "End": true,
            "Resource": "arn:aws:states:::states:startExecution.sync:2",
            "Parameters": {"StateMachineArn": "%s"}}}}"""
              .formatted(arn));
    }

    @Test
    void start_the_version_that_they_name() {
      publishTwo();
      alias("live", ARN + ":1", 100);

      JsonNode output = caller(LIVE).run().output().orElseThrow();

      assertThat(output.get("Output").asInt()).isEqualTo(1);
      assertThat(output.get("StateMachineVersionArn").textValue()).isEqualTo(ARN + ":1");
      assertThat(output.get("StateMachineAliasArn").textValue()).isEqualTo(LIVE);
    }

    @Test
    void may_name_an_alias_as_long_as_nothing_is_published() {
      env.define("orders", FIRST);

      assertThat(caller(LIVE).run().output().orElseThrow().get("Output").asInt()).isEqualTo(1);
    }

    @Test
    void may_not_name_one_that_is_not_there_once_something_is_published() {
      publishTwo();

      assertThat(caller(LIVE).run().error())
          .hasValue("StepFunctions.StateMachineDoesNotExistException");
    }
  }
}

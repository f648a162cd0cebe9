package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.history.EventType;
import io.stepunit.history.HistoryEvent;
import io.stepunit.internal.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What single services do in their own way. */
class ServiceIntegrationsTest {
  private static TestStateMachine machine(String resource, String fields) {
    return StepFunctionsEnvironment.create()
        .define(
            "calls",
            """
            {"StartAt": "Call", "States": {"Call": {"Type": "Task",
              "Resource": "arn:aws:states:::%s", %s "End": true}}}
            """
                .formatted(resource, fields));
  }

  @Nested
  class Ecs {
    private static final String TASK =
        "\"Parameters\": {\"TaskDefinition\": \"good:1\", \"Cluster.$\": \"$.cluster\"},";

    private String parameters(String resource) {
      TestStateMachine machine = machine(resource, TASK);
      machine.mock("Call").returns("{\"TaskArn\": \"arn:task\"}");

      return Json.text(machine.run("{\"cluster\": \"c\"}").calls("Call").get(0).input());
    }

    @Test
    void a_container_that_is_waited_for_tells_who_started_it() {
      assertThat(parameters("ecs:runTask.sync"))
          .isEqualTo(
              "{\"TaskDefinition\":\"good:1\",\"Cluster\":\"c\",\"StartedBy\":\"AWS Step Functions\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ecs:runTask", "ecs:runTask.waitForTaskToken"})
    void a_container_that_is_only_started_does_not(String resource) {
      assertThat(parameters(resource))
          .isEqualTo("{\"TaskDefinition\":\"good:1\",\"Cluster\":\"c\"}");
    }

    @Test
    void a_container_may_say_who_started_it_as_Step_Functions_does() {
      assertThat(
              machine(
                  "ecs:runTask.sync",
                  "\"Parameters\": {\"TaskDefinition\": \"t\", \"StartedBy\": \"AWS Step Functions\"},"))
          .isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
          "\"Parameters\": {\"TaskDefinition\": \"t\", \"Count\": 1} | Count | Parameters",
          "\"Parameters\": {\"TaskDefinition\": \"t\", \"Count.$\": \"$.n\"} | Count | Parameters",
          "\"Parameters\": {\"TaskDefinition\": \"t\", \"StartedBy\": \"me\"} | StartedBy | Parameters",
          "\"QueryLanguage\": \"JSONata\", \"Arguments\": {\"TaskDefinition\": \"t\", \"Count\": \"{% 2 %}\"} | Count |"
              + " Arguments"
        })
    void a_container_that_is_waited_for_is_one(String fields, String refused, String place) {
      assertThatExceptionOfType(InvalidDefinitionException.class)
          .isThrownBy(() -> machine("ecs:runTask.sync", fields + ","))
          .withMessageContaining(
              "The field '%s' is not supported by Step Functions".formatted(refused))
          .withMessageContaining("/States/Call/" + place);
      assertThat(machine("ecs:runTask", fields + ",")).isNotNull();
    }
  }

  @Nested
  class AgentCore {
    private static final String HARNESS = "bedrockagentcore:invokeHarness";

    @Test
    void a_harness_answers_in_its_own_shape() {
      TestStateMachine machine = machine(HARNESS, "");
      machine
          .mock("Call")
          .returns(
              """
              {
                "Output": {"Message": {"Role": "assistant", "Content": [{"Text": "done"}]}},
                "StopReason": "end_turn",
                "Usage": {"InputTokens": 1, "OutputTokens": 2, "TotalTokens": 3},
                "Metrics": {"LatencyMs": 4}
              }
              """);

      assertThat(machine.run(Map.of()).outputAt("$.Output.Message.Content[0].Text"))
          .contains(Json.parse("\"done\""));
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> machine.mock("Call").returns("{\"Output\": {\"Message\": {\"Content\": {}}}}"))
          .withMessageContaining("Field 'Output.Message.Content' must be an array");
    }

    @ParameterizedTest
    @CsvSource({"'', 900", "'\"TimeoutSeconds\": 1800,', 900", "'\"TimeoutSeconds\": 60,', 60"})
    void a_harness_is_given_up_after_15_minutes(String timeout, int seconds) {
      TestStateMachine machine = machine(HARNESS, timeout);
      machine.mock("Call").neverAnswers();

      Execution run = machine.run(Map.of());

      assertThat(run.error()).contains("States.Timeout");
      assertThat(run.duration()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "bedrock-agentcore:invokeHarness",
          "bedrockagentcore:invokeHarness.sync",
          "bedrockagentcore:invokeHarness.waitForTaskToken"
        })
    void there_is_no_other_way_to_call_it(String resource) {
      assertThatExceptionOfType(InvalidDefinitionException.class)
          .isThrownBy(() -> machine(resource, ""))
          .withMessageContaining("bedrockagentcore:invokeHarness");
    }
  }

  @Nested
  class Refused_permission {
    @Test
    void an_HTTP_Task_tells_the_endpoint() {
      TestStateMachine machine =
          machine(
              "http:invoke",
              """
              "Parameters": {"ApiEndpoint": "https://api.example.com/echo", "Method": "GET",
                "Authentication": {"ConnectionArn": "arn"}},
              """);
      machine.mock("Call").returns("{}").lenient();
      machine.faults().on("Call").refusesPermission();

      Execution run = machine.run(Map.of());

      assertThat(run.error()).contains("States.Http.AccessDenied");
      assertThat(run.cause())
          .contains(
              "AWS Step Functions is not authorized to perform states:InvokeHTTPEndpoint on API"
                  + " Endpoint https://api.example.com/echo. Ensure that the StateMachine role"
                  + " contains the states:InvokeHTTPEndpoint permission for the given API"
                  + " Endpoint");
      assertThat(run.events()).extracting(HistoryEvent::type).contains(EventType.TASK_FAILED);
    }

    @ParameterizedTest
    @CsvSource({"s3:getObject, S3.AccessDeniedException", "sqs:sendMessage, Sqs.SqsException"})
    void services_have_their_own_names(String action, String error) {
      TestStateMachine machine = machine("aws-sdk:" + action, "");
      machine.mock("Call").returns("{}").lenient();
      machine.faults().on("Call").refusesPermission();

      Execution run = machine.run(Map.of());

      assertThat(run.error()).contains(error);
      assertThat(run.cause().orElseThrow()).endsWith(" (SDK Attempt Count: 1)");
    }
  }

  @Test
  void the_throttling_of_an_agent_has_its_prefix() {
    TestStateMachine machine = machine("bedrockagentcore:invokeHarness", "");
    machine.mock("Call").returns("{}").lenient();
    machine.faults().on("Call").throttled();

    assertThat(List.of(machine.run(Map.of()).error().orElseThrow()))
        .containsExactly("BedrockAgentCore.ThrottlingException");
  }
}

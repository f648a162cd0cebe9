package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every field of a state that takes JSONata, computed. */
class JsonataFieldsTest {
  private static final String LAMBDA = "\"Resource\": \"arn:aws:states:::lambda:invoke\"";

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  /** A machine of the given states that starts with {@code A}. */
  private TestStateMachine machine(String states) {
    return env.define(
        "computed",
        "{\"QueryLanguage\": \"JSONata\", \"StartAt\": \"A\", \"States\": {" + states + "}}");
  }

  private static JsonNode output(Execution run) {
    return run.output().orElseThrow(() -> new AssertionError(run.error() + ": " + run.cause()));
  }

  private static JsonNode json(String text) {
    return Json.parse(text);
  }

  @Nested
  class Data {
    @Test
    void arguments_are_what_a_task_is_called_with() {
      TestStateMachine machine =
          machine(
              """
              "A": {"Type": "Task", %s, "End": true, "Arguments": {
                "FunctionName": "f", "Payload": {"sum": "{%% $sum($states.input.prices) %%}",
                  "who": ["{%% $states.context.StateMachine.Name %%}", 1, null]}}}
              """
                  .formatted(LAMBDA));
      List<JsonNode> asked = new ArrayList<>();
      machine
          .mock("A")
          .answers(
              call -> {
                asked.add(call.input());
                return "{}";
              });

      machine.run("{\"prices\": [1, 2.5]}");

      assertThat(asked)
          .extracting(JsonNode::toString)
          .containsExactly(
              "{\"FunctionName\":\"f\",\"Payload\":{\"sum\":3.5,\"who\":[\"computed\",1,null]}}");
    }

    @Test
    void arguments_can_be_one_expression() {
      TestStateMachine machine =
          machine(
              """
              "A": {"Type": "Parallel", "Arguments": "{% $states.input.inner %}", "End": true,
                "Branches": [{"StartAt": "B", "States": {"B": {"Type": "Succeed"}}}]}
              """);

      assertThat(output(machine.run("{\"inner\": {\"n\": 1}}"))).isEqualTo(json("[{\"n\": 1}]"));
    }

    @Test
    void output_and_assign_see_the_result_and_the_variables_from_before() {
      TestStateMachine machine =
          machine(
              """
              "A": {"Type": "Pass", "Assign": {"n": 1, "m": 2}, "Next": "B"},
              "B": {"Type": "Task", %s, "Arguments": {"FunctionName": "f"},
                "Assign": {"n": "{%% $m %%}", "m": "{%% $n + $states.result.Payload %%}"},
                "Output": {"n": "{%% $n %%}", "result": "{%% $states.result.Payload %%}"},
                "Next": "C"},
              "C": {"Type": "Succeed",
                "Output": {"before": "{%% $states.input %%}", "n": "{%% $n %%}", "m": "{%% $m %%}"}}
              """
                  .formatted(LAMBDA));
      machine.mock("B").returnsPayload("10");

      assertThat(output(machine.run("{}")))
          .isEqualTo(json("{\"before\": {\"n\": 1, \"result\": 10}, \"n\": 2, \"m\": 11}"));
    }

    @Test
    void assign_of_a_rule_counts_instead_of_that_of_the_choice() {
      TestStateMachine machine =
          machine(
              """
              "A": {"Type": "Choice", "Default": "B",
                "Assign": {"way": "default"}, "Output": "from the state",
                "Choices": [{"Condition": "{% $states.input > 1 %}", "Next": "B",
                  "Assign": {"way": "{% 'rule ' & $states.input %}"}, "Output": "from the rule"}]},
              "B": {"Type": "Succeed", "Output": ["{% $way %}", "{% $states.input %}"]}
              """);

      assertThat(output(machine.run("2"))).isEqualTo(json("[\"rule 2\", \"from the rule\"]"));
      assertThat(output(machine.run("1"))).isEqualTo(json("[\"default\", \"from the state\"]"));
    }

    @Test
    void a_catchers_output_and_assign_see_the_error_output() {
      TestStateMachine machine =
          machine(
              """
              "A": {"Type": "Task", %s, "Arguments": {"FunctionName": "f"}, "End": true,
                "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "B",
                  "Assign": {"error": "{%% $states.errorOutput.Error %%}"},
                  "Output": {"input": "{%% $states.input %%}",
                    "cause": "{%% $states.errorOutput.Cause %%}"}}]},
              "B": {"Type": "Succeed", "Output": ["{%% $error %%}", "{%% $states.input %%}"]}
              """
                  .formatted(LAMBDA));
      machine.mock("A").fails("Boom", "why");

      assertThat(output(machine.run("7")))
          .isEqualTo(json("[\"Boom\", {\"input\": 7, \"cause\": \"why\"}]"));
    }

    @Test
    void strings_that_only_look_like_expressions_are_copied() {
      TestStateMachine machine =
          machine(
              """
              "A": {"Type": "Pass", "End": true, "Output": {
                "blank": " {% 1 %} ", "path.$": "$.x", "call": "States.UUID()", "{% 1 %}": 2}}
              """);

      assertThat(output(machine.run("{}")))
          .isEqualTo(
              json(
                  """
                  {"blank": " {% 1 %} ", "path.$": "$.x", "call": "States.UUID()", "{% 1 %}": 2}
                  """));
    }
  }

  @Nested
  class Maps {
    private static final String ITEMS =
        """
        "A": {"Type": "Map", "End": true, "Items": %s, "ItemSelector": {
            "i": "{%% $states.context.Map.Item.Index %%}",
            "v": "{%% $states.context.Map.Item.Value %%}", "of": "{%% $states.input.name %%}"},
          "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Pass", "End": true}}}}
        """;

    @Test
    void items_are_computed_and_the_selector_sees_item_and_input() {
      TestStateMachine machine = machine(ITEMS.formatted("\"{% $states.input.list[$ > 1] %}\""));

      assertThat(output(machine.run("{\"list\": [1, 2, 3], \"name\": \"x\"}")))
          .isEqualTo(
              json("[{\"i\": 0, \"v\": 2, \"of\": \"x\"}, {\"i\": 1, \"v\": 3, \"of\": \"x\"}]"));
    }

    @Test
    void items_can_be_an_array_with_expressions_in_it() {
      TestStateMachine machine = machine(ITEMS.formatted("[1, \"{% $states.input.name %}\"]"));

      assertThat(output(machine.run("{\"name\": \"x\"}")).findValuesAsText("v"))
          .containsExactly("1", "x");
    }

    @Test
    void without_items_a_map_goes_over_its_input() {
      TestStateMachine machine =
          machine(
              """
              "A": {"Type": "Map", "End": true, "ItemProcessor": {"StartAt": "B", "States": {
                "B": {"Type": "Pass", "Output": "{% $states.input * 2 %}", "End": true}}}}
              """);

      assertThat(output(machine.run("[1, 2]"))).isEqualTo(json("[2, 4]"));
    }

    @ParameterizedTest
    @CsvSource({"1, 6", "2, 3", "0, 1"})
    void max_concurrency_is_computed(int concurrency, int seconds) {
      TestStateMachine machine =
          machine(
              """
              "A": {"Type": "Map", "End": true, "Items": "{% [1..6] %}",
                "MaxConcurrency": "{% $states.input %}",
                "ItemProcessor": {"StartAt": "B", "States": {
                  "B": {"Type": "Wait", "Seconds": 1, "End": true}}}}
              """);

      assertThat(machine.run(concurrency).duration()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "0, 50"})
    void tolerances_are_computed(int count, double percentage) {
      TestStateMachine machine =
          machine(
              """
              "A": {"Type": "Map", "End": true, "Items": "{% $states.input.items %}",
                "ToleratedFailureCount": "{% $states.input.count %}",
                "ToleratedFailurePercentage": "{% $states.input.percentage %}",
                "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Pass", "End": true}}}}
              """);

      Execution run =
          machine.run(
              "{\"items\": [1, 2], \"count\": %s, \"percentage\": %s}"
                  .formatted(count, percentage));

      assertThat(output(run)).isEqualTo(json("[1, 2]"));
    }
  }

  @Nested
  class Times {
    @Test
    void seconds_are_computed() {
      TestStateMachine machine =
          machine(
              "\"A\": {\"Type\": \"Wait\", \"Seconds\": \"{% $states.input * 60 %}\", \"End\":"
                  + " true}");

      assertThat(machine.run("3").duration()).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void a_timestamp_is_computed() {
      TestStateMachine machine =
          machine(
              """
              "A": {"Type": "Wait", "End": true,
                "Timestamp": "{% $fromMillis($toMillis($states.context.State.EnteredTime) + 5000) %}"}
              """);

      assertThat(machine.run("{}").duration()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void timeout_seconds_are_computed() {
      TestStateMachine machine =
          machine(
              """
              "A": {"Type": "Task", %s, "Arguments": {"FunctionName": "f"}, "End": true,
                "TimeoutSeconds": "{%% $states.input.limit %%}"}
              """
                  .formatted(LAMBDA));
      machine.mock("A").neverAnswers();

      Execution run = machine.run("{\"limit\": 9}");

      assertThat(run.error()).contains("States.Timeout");
      assertThat(run.duration()).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void heartbeat_seconds_are_computed() {
      TestStateMachine machine =
          machine(
              """
              "A": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                "Arguments": {"QueueUrl": "q", "MessageBody": "{% $states.context.Task.Token %}"},
                "HeartbeatSeconds": "{% $states.input %}", "End": true}
              """);

      Execution run = machine.start("20").runUntilParked().advance(Duration.ofHours(1)).finish();

      assertThat(run.error()).contains("States.Timeout");
      assertThat(run.duration()).isEqualTo(Duration.ofSeconds(20));
    }
  }

  @Nested
  class Others {
    @Test
    void the_first_condition_that_is_true_decides() {
      TestStateMachine machine =
          machine(
              """
              "A": {"Type": "Choice", "Default": "None", "Choices": [
                {"Condition": "{% $states.input > 10 %}", "Next": "Big"},
                {"Condition": "{% $states.input > 5 %}", "Next": "Middle"},
                {"Condition": false, "Next": "None"},
                {"Condition": true, "Next": "Small"}]},
              "Big": {"Type": "Succeed"}, "Middle": {"Type": "Succeed"},
              "Small": {"Type": "Succeed"}, "None": {"Type": "Succeed"}
              """);

      assertThat(machine.run("11").path()).containsExactly("A", "Big");
      assertThat(machine.run("7").path()).containsExactly("A", "Middle");
      assertThat(machine.run("1").path()).containsExactly("A", "Small");
    }

    @Test
    void error_and_cause_of_a_fail_state_are_computed() {
      TestStateMachine machine =
          machine(
              """
              "A": {"Type": "Fail", "Error": "{% 'Order.' & $states.input.kind %}",
                "Cause": "{% $string($states.input) %}"}
              """);

      Execution run = machine.run("{\"kind\": \"Late\"}");

      assertThat(run.status()).isEqualTo(ExecutionStatus.FAILED);
      assertThat(run.error()).contains("Order.Late");
      assertThat(run.cause()).contains("{\"kind\":\"Late\"}");
    }

    @Test
    void the_role_of_a_tasks_credentials_is_computed() {
      TestStateMachine machine =
          machine(
              """
              "A": {"Type": "Task", %s, "Arguments": {"FunctionName": "f"}, "End": true,
                "Credentials": {"RoleArn": "{%% $states.input.role %%}"}}
              """
                  .formatted(LAMBDA));
      machine.mock("A").returns("{}");

      Execution run = machine.run("{\"role\": \"arn:aws:iam::123456789012:role/r\"}");

      assertThat(json(run.historyJson()).findValue("taskCredentials"))
          .isEqualTo(json("{\"roleArn\": \"arn:aws:iam::123456789012:role/r\"}"));
    }
  }

  @Nested
  class Mixed_machines {
    @Test
    void a_state_of_a_jsonpath_machine_can_be_in_jsonata() {
      TestStateMachine machine =
          env.define(
              "mixed",
              """
              {"StartAt": "A", "States": {
                "A": {"Type": "Pass", "Assign": {"n.$": "$.n"}, "Next": "B"},
                "B": {"Type": "Pass", "QueryLanguage": "JSONata", "Assign": {"m": "{% $n + 1 %}"},
                  "Output": {"n": "{% $n %}", "in": "{% $states.input.n %}"}, "Next": "C"},
                "C": {"Type": "Pass", "Parameters": {"m.$": "$m", "n.$": "$.n",
                  "text": "{% $m %}"}, "End": true}}}
              """);

      assertThat(output(machine.run("{\"n\": 1}")))
          .isEqualTo(json("{\"m\": 2, \"n\": 1, \"text\": \"{% $m %}\"}"));
    }

    @Test
    void a_maps_language_is_not_that_of_its_states() {
      TestStateMachine machine =
          env.define(
              "mixed",
              """
              {"StartAt": "A", "States": {
                "A": {"Type": "Map", "QueryLanguage": "JSONata", "Items": "{% $states.input.list %}",
                  "End": true, "ItemProcessor": {"StartAt": "B", "States": {
                    "B": {"Type": "Pass", "Parameters": {"v.$": "$"}, "End": true}}}}}}
              """);

      assertThat(output(machine.run("{\"list\": [1]}"))).isEqualTo(json("[{\"v\": 1}]"));
    }
  }
}

package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.internal.json.Json;
import io.stepunit.internal.spi.AttemptReply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code Assign} in JSONPath states: what its {@code $} is, and who sees the variables. */
class JsonPathVariablesTest {
  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  /** Runs a state that assigns {@code v}, then shows the variable. */
  private Execution run(String state, String input) {
    String definition =
        """
        {"StartAt": "S", "States": {
          "S": {%s},
          "Show": {"Type": "Pass", "Parameters": {"v.$": "$v"}, "OutputPath": "$.v", "End": true}}}
        """;
    TestStateMachine machine =
        StepFunctionsEnvironment.create().define("assign", definition.formatted(state));
    return machine
        .start(
            input,
            null,
            request ->
                request.state().equals("Failing")
                    ? AttemptReply.fails("Boom", "why")
                    : AttemptReply.succeeds(Json.parse("{\"result\": 5}")))
        .finish();
  }

  private static String shown(Execution run) {
    assertThat(run.cause()).isEmpty();
    return Json.text(run.output().orElseThrow());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"Type\": \"Pass\", \"Parameters\": {\"p.$\": \"$.a\"}  | {\"p\":1}",
        "\"Type\": \"Pass\", \"Result\": [2]                     | [2]",
        "\"Type\": \"Pass\", \"InputPath\": \"$.a\"              | 1",
        "\"Type\": \"Wait\", \"Seconds\": 1, \"InputPath\": \"$.a\" | 1",
        "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::sqs:sendMessage\","
            + " \"ResultSelector\": {\"x\": 1}, \"ResultPath\": null | {\"result\":5}",
        "\"Type\": \"Parallel\", \"Branches\": [{\"StartAt\": \"P\", \"States\": {\"P\":"
            + " {\"Type\": \"Pass\", \"InputPath\": \"$.a\", \"End\": true}}}] | [1]",
        "\"Type\": \"Map\", \"ItemsPath\": \"$.items\", \"ItemProcessor\": {\"StartAt\": \"P\","
            + " \"States\": {\"P\": {\"Type\": \"Pass\", \"End\": true}}} | [7,8]"
      })
  void the_root_is_what_the_state_gives(String state, String value) {
    Execution run =
        run(
            state + ", \"Assign\": {\"v.$\": \"$\"}, \"Next\": \"Show\"",
            "{\"a\": 1, \"items\": [7, 8]}");

    assertThat(shown(run)).isEqualTo(value);
  }

  @Test
  void values_are_templates() {
    Execution run =
        run(
            """
            "Type": "Pass", "Next": "Show", "Assign": {"v": {"literal": "$.a", "path.$": "$.a",
              "call.$": "States.MathAdd($.a, 1)", "context.$": "$$.State.Name", "list": [{"x.$": "$"}]}}
            """,
            "{\"a\": 1}");

    assertThat(shown(run))
        .isEqualTo(
            "{\"literal\":\"$.a\",\"list\":[{\"x\":{\"a\":1}}],\"call\":2,\"path\":1,\"context\":\"S\"}");
    assertThat(run.historyJson()).contains("\"assignedVariables\"");
  }

  @Test
  void a_choice_assigns_by_the_rule_that_holds_or_by_the_default() {
    String choice =
        """
        "Type": "Choice", "Default": "Show", "Assign": {"v": "default"},
        "Choices": [
          {"Variable": "$.n", "NumericEquals": 1, "Assign": {"v.$": "$.n"}, "Next": "Show"},
          {"Variable": "$.n", "NumericEquals": 2, "Next": "Show"}]
        """;

    assertThat(shown(run(choice, "{\"n\": 1}"))).isEqualTo("1");
    assertThat(shown(run(choice, "{\"n\": 3}"))).isEqualTo("\"default\"");
    assertThat(run(choice, "{\"n\": 2}").cause().orElseThrow()).contains("'$v'");
  }

  @Test
  void a_catcher_assigns_from_the_error_output_and_the_state_then_assigns_nothing() {
    Execution run =
        run(
            """
            "Type": "Parallel", "Assign": {"v": "of the state"}, "End": true,
            "Catch": [{"ErrorEquals": ["Boom"], "Assign": {"v.$": "$.Cause"}, "Next": "Show"}],
            "Branches": [{"StartAt": "Failing", "States": {"Failing": {"Type": "Task",
              "Resource": "arn:aws:states:::sqs:sendMessage", "End": true}}}]
            """,
            "{}");

    assertThat(shown(run)).isEqualTo("\"why\"");
  }

  @Test
  void a_state_sees_the_values_from_before_it() {
    Execution run =
        env.define(
                "before",
                """
                {"StartAt": "A", "States": {
                  "A": {"Type": "Pass", "Assign": {"v": 1}, "Next": "B"},
                  "B": {"Type": "Pass", "Assign": {"v": 2, "w.$": "$v"}, "OutputPath": "$v",
                    "Next": "C"},
                  "C": {"Type": "Pass", "Parameters": {"b.$": "$", "v.$": "$v", "w.$": "$w"},
                    "End": true}}}
                """)
            .run("{}");

    assertThat(shown(run)).isEqualTo("{\"b\":1,\"v\":2,\"w\":1}");
  }

  @Test
  void branches_and_iterations_see_the_variables_around_them_and_keep_their_own() {
    Execution run =
        env.define(
                "scopes",
                """
                {"StartAt": "A", "States": {
                  "A": {"Type": "Pass", "Assign": {"out": 1}, "Next": "M"},
                  "M": {"Type": "Map", "MaxConcurrency": 1, "Next": "P",
                    "ItemProcessor": {"StartAt": "In", "States": {
                      "In": {"Type": "Pass", "Assign": {"own.$": "States.MathAdd($, $out)"},
                        "Next": "Use"},
                      "Use": {"Type": "Pass", "InputPath": "$own", "End": true}}}},
                  "P": {"Type": "Parallel", "Next": "After", "Branches": [
                    {"StartAt": "L", "States": {"L": {"Type": "Pass", "Assign": {"own": "left"},
                      "Next": "UseL"}, "UseL": {"Type": "Pass", "InputPath": "$own", "End": true}}},
                    {"StartAt": "R", "States": {"R": {"Type": "Pass", "Assign": {"own": "right"},
                      "Next": "UseR"}, "UseR": {"Type": "Pass", "InputPath": "$own",
                      "End": true}}}]},
                  "After": {"Type": "Pass", "Parameters": {"own.$": "$own"}, "End": true}}}
                """)
            .run("[10, 20]");

    assertThat(run.visits("M").get(0).output().orElseThrow()).hasToString("[11,21]");
    assertThat(run.visits("P").get(0).output().orElseThrow()).hasToString("[\"left\",\"right\"]");
    assertThat(run.error()).contains("States.Runtime");
    assertThat(run.cause().orElseThrow()).contains("state 'After'").contains("'$own'");
  }

  @Test
  void a_retried_map_starts_with_the_variables_from_before_it() {
    TestStateMachine machine =
        env.define(
            "retry",
            """
            {"StartAt": "A", "States": {
              "A": {"Type": "Pass", "Assign": {"n": 1}, "Next": "M"},
              "M": {"Type": "Map", "End": true, "Retry": [{"ErrorEquals": ["Boom"]}],
                "ItemProcessor": {"StartAt": "In", "States": {
                  "In": {"Type": "Pass", "Assign": {"m.$": "States.MathAdd($n, 1)"}, "Next": "T"},
                  "T": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
                    "Parameters": {"QueueUrl": "q", "MessageBody.$": "$m"}, "End": true}}}}}}
            """);
    machine.mock("T").fails("Boom").thenAnswers(call -> call.input());

    assertThat(shown(machine.run("[0]"))).isEqualTo("[{\"QueueUrl\":\"q\",\"MessageBody\":2}]");
  }
}

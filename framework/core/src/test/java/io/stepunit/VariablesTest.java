package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.history.StateVisit;
import io.stepunit.internal.json.Json;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariablesTest {
  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  private static String output(Execution run) {
    return Json.text(run.output().orElseThrow());
  }

  @Test
  void variables_are_assigned_from_the_values_before_so_that_two_can_be_swapped() {
    Execution run =
        env.define(
                "swap",
                """
                {"QueryLanguage": "JSONata", "StartAt": "Set", "States": {
                  "Set": {"Type": "Pass", "Assign": {"a": 1, "b": 2}, "Next": "Swap"},
                  "Swap": {"Type": "Pass", "Assign": {"a": "{% $b %}", "b": "{% $a %}"},
                    "Output": "{% [$a, $b] %}", "Next": "Show"},
                  "Show": {"Type": "Pass", "Output": "{% [$states.input, $a, $b] %}", "End": true}}}
                """)
            .run("{}");

    assertThat(output(run)).isEqualTo("[1,2,2,1]");
    assertThat(run.visits("Swap").get(0).assignedVariables())
        .isEqualTo(Map.of("a", Json.parse("2"), "b", Json.parse("1")));
  }

  @Test
  void pass_from_one_query_language_to_the_other() {
    Execution run =
        env.define(
                "mixed",
                """
                {"StartAt": "Jsonata", "States": {
                  "Jsonata": {"Type": "Pass", "QueryLanguage": "JSONata",
                    "Assign": {"order": {"id": "{% 3 + 4 %}"}}, "Next": "JsonPath"},
                  "JsonPath": {"Type": "Pass", "Parameters": {"id.$": "$order.id",
                    "text.$": "States.Format('order {}', $order.id)"}, "End": true}}}
                """)
            .run("{}");

    assertThat(output(run)).isEqualTo("{\"id\":7,\"text\":\"order 7\"}");
  }

  @Nested
  class Of_an_outer_scope {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"Type\": \"Parallel\", \"End\": true, \"Branches\": [%s]}",
          "{\"Type\": \"Map\", \"Items\": [1], \"End\": true, \"ItemProcessor\": %s}"
        })
    void variables_of_an_outer_scope_are_read_inside_and_what_is_assigned_inside_is_gone_outside(
        String state) {
      String inner =
          """
          {"StartAt": "In", "States": {
            "In": {"Type": "Pass", "Assign": {"inner": "{% $outer + 1 %}"}, "Next": "Use"},
            "Use": {"Type": "Pass", "Output": "{% $inner %}", "End": true}}}
          """;
      String definition =
          """
          {"QueryLanguage": "JSONata", "StartAt": "Set", "States": {
            "Set": {"Type": "Pass", "Assign": {"outer": 1}, "Next": "Inside"},
            "Inside": %s,
            "After": {"Type": "Pass", "Output": "{%% $exists($inner) %%}", "End": true}}}
          """
              .formatted(
                  state
                      .formatted(inner)
                      .replace("\"End\": true, \"Branches\"", "\"Next\": \"After\", \"Branches\"")
                      .replace("\"End\": true, \"ItemP", "\"Next\": \"After\", \"ItemP"));

      Execution run = env.define("scopes", definition).run("{}");

      StateVisit inside = run.visits("Inside").get(0);
      assertThat(inside.output().orElseThrow()).hasToString("[2]");
      assertThat(output(run)).isEqualTo("false");
    }

    @Test
    void cannot_be_assigned_inside() {
      assertThatThrownBy(
              () ->
                  env.define(
                      "order.asl.json",
                      """
                      {"QueryLanguage": "JSONata", "StartAt": "Set", "States": {
                        "Set": {"Type": "Pass", "Assign": {"total": 1}, "Next": "All"},
                        "All": {"Type": "Parallel", "End": true, "Branches": [
                          {"StartAt": "In", "States": {
                            "In": {"Type": "Pass", "Assign": {"total": 2}, "End": true}}}]}}}
                      """))
          .isInstanceOf(InvalidDefinitionException.class)
          .hasMessageContaining("order.asl.json:5")
          .hasMessageContaining("The variable name 'total' was already defined in a parent scope.")
          .hasMessageContaining("it is assigned at order.asl.json:2");
    }

    @Test
    void variables_of_an_outer_scope_are_assigned_by_the_catcher_of_a_parallel() {
      Execution run =
          env.define(
                  "catcher",
                  """
                  {"QueryLanguage": "JSONata", "StartAt": "All", "States": {
                    "All": {"Type": "Parallel", "End": true,
                      "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "After",
                        "Assign": {"why": "{% $states.errorOutput.Error %}"}}],
                      "Branches": [{"StartAt": "F", "States": {
                        "F": {"Type": "Fail", "Error": "Boom"}}}]},
                    "After": {"Type": "Pass", "Output": "{% $why %}", "End": true}}}
                  """)
              .run("{}");

      assertThat(output(run)).isEqualTo("\"Boom\"");
    }
  }

  @Test
  void variables_of_a_choice_rule_count_only_when_the_rule_holds() {
    TestStateMachine machine =
        env.define(
            "choice",
            """
            {"QueryLanguage": "JSONata", "StartAt": "C", "States": {
              "C": {"Type": "Choice", "Default": "Show", "Assign": {"by": "default"},
                "Choices": [{"Condition": "{% $states.input.n > 1 %}", "Next": "Show",
                  "Assign": {"by": "rule"}, "Output": "{% 'big' %}"}]},
              "Show": {"Type": "Pass", "Output": "{% [$by, $states.input] %}", "End": true}}}
            """);

    assertThat(output(machine.run("{\"n\": 2}"))).isEqualTo("[\"rule\",\"big\"]");
    assertThat(output(machine.run("{\"n\": 1}"))).isEqualTo("[\"default\",{\"n\":1}]");
  }

  @Test
  void variables_that_are_too_large_fail_the_execution() {
    TestStateMachine machine =
        env.define(
            "large",
            """
            {"StartAt": "P", "States": {"P": {"Type": "Pass", "ResultPath": null,
              "Assign": {"a.$": "$.text", "b.$": "$.text"}, "End": true}}}
            """);

    Execution small = machine.run(Map.of("text", "x".repeat(130_000)));
    Execution large = machine.run(Map.of("text", "x".repeat(131_100)));

    assertThat(small.error()).isEmpty();
    assertThat(large.error()).contains("States.DataLimitExceeded");
  }

  @Test
  void variables_that_a_state_reads_are_told_by_the_definition() {
    TestStateMachine machine =
        env.define(
            "references",
            """
            {"StartAt": "Set", "States": {
              "Set": {"Type": "Pass", "Assign": {"a": 1, "b": 2}, "Next": "C"},
              "C": {"Type": "Choice", "Default": "J", "Choices": [{"Next": "J", "And": [
                {"Variable": "$a", "NumericEqualsPath": "$b"},
                {"Not": {"Variable": "$.x", "IsPresent": true}}]}]},
              "J": {"Type": "Pass", "QueryLanguage": "JSONata",
                "Output": {"sum": "{% $a + $b %}", "of": ["{% $map([1], function($c) {$c}) %}"]},
                "End": true}}}
            """);

    assertThat(machine.definition().variableReferences()).hasToString("{C=[a, b], J=[a, b]}");
  }
}

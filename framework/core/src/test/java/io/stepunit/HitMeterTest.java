package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.internal.coverage.HitMeter;
import io.stepunit.internal.coverage.Hits;
import io.stepunit.internal.history.ExecutionRecord;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A meter counts as {@link Hits} does, whatever it has counted before. */
class HitMeterTest {
  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final HitMeter meter = new HitMeter();

  private void isMetered(Execution... executions) {
    List<ExecutionRecord> records = Stream.of(executions).map(Execution::internal).toList();

    assertThat(meter.of(records)).isEqualTo(Hits.of(records));
  }

  @Test
  void executions_of_one_course_have_the_same_hits() {
    TestStateMachine machine =
        env.define(
            "pass",
            """
            {"StartAt": "A", "States": {
              "A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Succeed"}}}
            """);

    Hits first = meter.of(List.of(machine.run("{}").internal()));

    assertThat(meter.of(List.of(machine.run("[1]").internal()))).isSameAs(first);
  }

  @Test
  void operands_turn_out_by_data_where_the_rule_does_not_tell() {
    TestStateMachine machine =
        env.define(
            "choice",
            """
            {"StartAt": "A", "States": {
              "A": {"Type": "Choice", "Default": "B", "Choices": [{"Next": "C", "Or": [
                {"Variable": "$.x", "BooleanEquals": true},
                {"Variable": "$.y", "BooleanEquals": true}]}]},
              "B": {"Type": "Succeed"}, "C": {"Type": "Succeed"}}}
            """);

    isMetered(machine.run("{\"x\": true, \"y\": false}"));
    isMetered(machine.run("{\"x\": false, \"y\": true}"));
    isMetered(machine.run("{\"x\": false, \"y\": false}"));
  }

  @Test
  void loops_take_their_rules_in_an_order() {
    TestStateMachine machine =
        env.define(
            "loop",
            """
            {"StartAt": "A", "States": {
              "A": {"Type": "Choice", "Default": "C", "Choices": [
                {"Next": "B", "Variable": "$.left[0]", "NumericEquals": 1},
                {"Next": "B", "Variable": "$.left[0]", "NumericEquals": 2}]},
              "B": {"Type": "Pass", "Next": "A",
                "Parameters": {"left.$": "$.left[1:]"}},
              "C": {"Type": "Succeed"}}}
            """);

    isMetered(machine.run("{\"left\": [1, 2, 0]}"));
    isMetered(machine.run("{\"left\": [1, 1, 0]}"));
    isMetered(machine.run("{\"left\": [2, 2, 0]}"));
  }

  @Test
  void maps_have_no_one_and_many_items() {
    TestStateMachine machine =
        env.define(
            "map",
            """
            {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true, "ItemProcessor": {
              "StartAt": "One", "States": {"One": {"Type": "Pass", "End": true}}}}}}
            """);

    for (String input : List.of("[]", "[1]", "[1, 2]", "[1, 2, 3]", "[]")) {
      isMetered(machine.run(input));
    }
  }

  @Test
  void retries_and_catchers_are_told_apart() {
    TestStateMachine machine =
        env.define(
            "task",
            """
            {"StartAt": "A", "States": {
              "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Next": "C",
                "Retry": [
                  {"ErrorEquals": ["Once"], "MaxAttempts": 1},
                  {"ErrorEquals": ["Twice"], "MaxAttempts": 2}],
                "Catch": [
                  {"ErrorEquals": ["Once"], "Next": "C"},
                  {"ErrorEquals": ["States.ALL"], "Next": "B"}]},
              "B": {"Type": "Succeed"}, "C": {"Type": "Succeed"}}}
            """);

    machine.mock("A").fails("Once").times(1).thenReturnsPayload(Map.of());
    isMetered(machine.run("{}"));
    for (String error : List.of("Once", "Twice", "Other")) {
      machine.mock("A").fails(error);
      isMetered(machine.run("{}"));
    }
    isMetered(machine.run("{}"), machine.run("{}"));
  }
}

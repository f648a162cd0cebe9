package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.spi.AttemptReply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What states see as {@code $$}: limits-and-cost of the specification, "context object". */
class ContextObjectTest {
  private final StepFunctionsEnvironment env =
      StepFunctionsEnvironment.builder()
          .startTime(Instant.parse("2026-01-01T00:00:00.250Z"))
          .build();

  private Execution run(String states, String input) {
    TestStateMachine machine =
        env.define("order", "{\"StartAt\": \"S\", \"States\": {" + states + "}}");
    return machine.start(input, null, request -> AttemptReply.succeeds(request.input())).finish();
  }

  private static String output(Execution run) {
    return Json.text(run.output().orElseThrow());
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void context_object_has_the_fields_in_the_order_of_the_service() {
    Execution run =
        run("\"S\": {\"Type\": \"Pass\", \"InputPath\": \"$$\", \"End\": true}", "{\"id\": 7}");

    String name = run.name();
    assertThat(output(run))
        .isEqualTo(
            """
            {"Execution":{"Id":"arn:aws:states:us-east-1:123456789012:execution:order:%s",\
            "Input":{"id":7},"StartTime":"2026-01-01T00:00:00.250Z","Name":"%s",\
            "RoleArn":"arn:aws:iam::123456789012:role/order","RedriveCount":0},\
            "StateMachine":{"Id":"arn:aws:states:us-east-1:123456789012:stateMachine:order",\
            "Name":"order"},"State":{"Name":"S","EnteredTime":"2026-01-01T00:00:00.250Z"}}\
            """
                .formatted(name, name));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::sqs:sendMessage\" |"
            + " Name,EnteredTime,RetryCount | false",
        "\"Type\": \"Task\", \"Resource\": \"arn:aws:lambda:us-east-1:123456789012:function:f\" |"
            + " Name,EnteredTime,RetryCount | false",
        "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::sqs:sendMessage.waitForTaskToken\" |"
            + " Name,EnteredTime,RetryCount | true",
        "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::states:startExecution.sync\" |"
            + " Name,EnteredTime,RetryCount | true",
        "\"Type\": \"Parallel\", \"Branches\": [{\"StartAt\": \"In\", \"States\": {\"In\":"
            + " {\"Type\": \"Succeed\"}}}] | Name,EnteredTime,RetryCount | false",
        "\"Type\": \"Pass\" | Name,EnteredTime | false"
      })
  void tells_the_retries_of_states_that_have_them_and_a_token_where_a_call_waits(
      String state, String fields, boolean token) {
    String whole = "{\"c.$\": \"$$\"}";
    String parameters =
        state.contains("sqs:")
            ? "{\"QueueUrl\": \"q\", \"MessageBody\": " + whole + "}"
            : state.contains("startExecution")
                ? "{\"StateMachineArn\": \"a\", \"Input\": " + whole + "}"
                : whole;
    Execution run =
        run("\"S\": {" + state + ", \"Parameters\": " + parameters + ", \"End\": true}", "{}");

    JsonNode output = run.output().orElseThrow();
    JsonNode context = output.findValue("c");
    assertThat(String.join(",", names(context.get("State")))).isEqualTo(fields);
    assertThat(context.has("Task")).isEqualTo(token);
    assertThat(context.path("State").path("Name").textValue()).isEqualTo("S");
  }

  @Test
  void leaves_zeros_at_the_end_of_a_time_out() {
    TestStateMachine machine =
        env.define(
            "later",
            """
            {"StartAt": "W", "States": {
              "W": {"Type": "Wait", "Seconds": 1, "Next": "S"},
              "S": {"Type": "Pass", "InputPath": "$$.State.EnteredTime", "End": true}}}
            """);

    env.advance(Duration.ofMillis(750));

    assertThat(output(machine.run("{}"))).isEqualTo("\"2026-01-01T00:00:02Z\"");
  }

  @Test
  void tells_the_item_in_the_selector_and_in_all_states_of_the_iteration() {
    Execution run =
        run(
            """
            "S": {"Type": "Map", "ItemsPath": "$.items", "End": true,
              "ItemSelector": {"selected.$": "$$.Map.Item", "of.$": "$.k", "state.$": "$$.State.Name"},
              "ItemProcessor": {"StartAt": "Both", "States": {
                "Both": {"Type": "Parallel", "End": true, "Branches": [
                  {"StartAt": "In", "States": {"In": {"Type": "Pass", "End": true,
                    "Parameters": {"in.$": "$", "item.$": "$$.Map.Item",
                      "state.$": "$$.State.Name"}}}}]}}}}
            """,
            "{\"items\": [7], \"k\": 1}");

    assertThat(output(run))
        .isEqualTo(
            "[[{\"item\":{\"Index\":0,\"Value\":7},"
                + "\"in\":{\"of\":1,\"state\":\"S\",\"selected\":{\"Index\":0,\"Value\":7}},"
                + "\"state\":\"In\"}]]");
  }

  @Test
  void tells_the_inner_item_in_a_nested_map_and_the_outer_one_outside_of_it() {
    Execution run =
        run(
            """
            "S": {"Type": "Map", "End": true, "ItemProcessor": {"StartAt": "Inner", "States": {
              "Inner": {"Type": "Map", "Next": "After", "ItemProcessor": {
                "StartAt": "In", "States": {
                  "In": {"Type": "Pass", "InputPath": "$$.Map.Item.Value", "End": true}}}},
              "After": {"Type": "Pass", "Parameters": {"inner.$": "$", "outer.$":
                "$$.Map.Item.Index"}, "End": true}}}}
            """,
            "[[1, 2], [3]]");

    assertThat(output(run))
        .isEqualTo("[{\"outer\":0,\"inner\":[1,2]},{\"outer\":1,\"inner\":[3]}]");
  }

  @Test
  void context_object_is_read_by_every_field_that_takes_a_path() {
    Execution run =
        run(
            """
            "S": {"Type": "Choice", "OutputPath": "$$.Execution.Input",
              "Choices": [{"Variable": "$$.Execution.Input.n", "NumericEqualsPath":
                "$$.Execution.Input.n", "Next": "T"}]},
            "T": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
              "TimeoutSecondsPath": "$$.Execution.Input.n",
              "ResultSelector": {"r.$": "$$.State.Name"}, "ResultPath": "$.t", "Next": "W"},
            "W": {"Type": "Wait", "SecondsPath": "$$.Execution.Input.n", "Next": "M"},
            "M": {"Type": "Map", "ItemsPath": "$$.Execution.Input.items", "ResultPath": "$.m",
              "ItemProcessor": {"StartAt": "In", "States": {"In": {"Type": "Pass", "End": true}}},
              "Next": "P"},
            "P": {"Type": "Pass", "ResultPath": "$.p", "Parameters": {"f.$":
              "States.Format('{}', $$.State.Name)"}, "Assign": {"v.$": "$$.State.Name"}, "Next": "V"},
            "V": {"Type": "Pass", "ResultPath": "$.v", "InputPath": "$v", "End": true}
            """,
            "{\"n\": 3, \"items\": [1]}");

    assertThat(output(run))
        .isEqualTo(
            "{\"n\":3,\"items\":[1],\"t\":{\"r\":\"T\"},\"m\":[1],\"p\":{\"f\":\"P\"},\"v\":\"P\"}");
  }

  @Test
  void context_object_that_lacks_a_field_fails_and_is_shown() {
    Execution run =
        run(
            "\"S\": {\"Type\": \"Pass\", \"Parameters\": {\"t.$\": \"$$.Task.Token\"}, \"End\":"
                + " true}",
            "{}");

    assertThat(run.error()).contains("States.Runtime");
    assertThat(run.cause().orElseThrow())
        .contains(
            "The JSONPath '$$.Task.Token' specified for the field 't.$' could not be found in the"
                + " input '{\"Execution\":{\"Id\":");
  }
}

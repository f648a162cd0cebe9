package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.history.HistoryEvent;
import io.stepunit.internal.history.HistoryJson;
import io.stepunit.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nothing changes keeps the text that it was sent as. */
class SentTextTest {
  private static final String SENT = "{\"case\": \"a\",  \"n\" : [1.50, 1e2, \"\\u00e9\"]}";
  private static final String COMPACT = "{\"case\":\"a\",\"n\":[1.50,1E+2,\"é\"]}";

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  /** The texts of inputs and outputs in the history, in their order. */
  private static List<String> texts(Execution run) {
    return run.events().stream().flatMap(SentTextTest::texts).toList();
  }

  private static Stream<String> texts(HistoryEvent event) {
    JsonNode json = Json.parse(HistoryJson.text(List.of(event))).at("/events/0");
    return json.findValues("input").isEmpty()
        ? json.findValues("output").stream().map(JsonNode::textValue)
        : json.findValues("input").stream().map(JsonNode::textValue);
  }

  private Execution run(String states) {
    return env.define("m", "{\"StartAt\": \"A\", \"States\": {" + states + "}}").run(SENT);
  }

  @Test
  void through_states_that_hand_it_on() {
    Execution run =
        run(
            """
            "A": {"Type": "Choice", "Default": "B", "Choices": [
              {"Variable": "$.case", "StringEquals": "z", "Next": "B"}]},
            "B": {"Type": "Wait", "Seconds": 1, "Next": "C"},
            "C": {"Type": "Pass", "Result": null, "Next": "D"},
            "D": {"Type": "Pass", "Assign": {"v.$": "$.n"}, "Next": "E"},
            "E": {"Type": "Pass", "Result": 1, "ResultPath": null, "Next": "F"},
            "F": {"Type": "Pass", "QueryLanguage": "JSONata", "Next": "G"},
            "G": {"Type": "Succeed"}
            """);

    assertThat(texts(run)).hasSize(16).containsOnly(SENT);
    JsonNode answer = env.api().call("DescribeExecution", Map.of("executionArn", run.arn()));
    assertThat(answer.get("input").textValue()).isEqualTo(SENT);
    assertThat(answer.get("output").textValue()).isEqualTo(SENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"Type\": \"Pass\", \"InputPath\": \"$\"",
        "\"Type\": \"Pass\", \"OutputPath\": \"$\"",
        "\"Type\": \"Pass\", \"InputPath\": \"$$.Execution.Input\"",
        "\"Type\": \"Pass\", \"QueryLanguage\": \"JSONata\", \"Output\": \"{% $states.input %}\"",
        "\"Type\": \"Pass\", \"QueryLanguage\": \"JSONata\", \"Output\": \"{% $merge([$states.input]) %}\""
      })
  void a_path_or_an_expression_makes_a_new_text(String fields) {
    Execution run = run("\"A\": {" + fields + ", \"End\": true}");

    assertThat(texts(run).subList(0, 2)).containsOnly(SENT);
    assertThat(texts(run).subList(2, 4)).allMatch(text -> !text.contains(" "));
  }

  @Test
  void what_is_put_into_another_value_has_that_value_s_text() {
    Execution run =
        run(
            """
            "A": {"Type": "Parallel", "Branches": [
              {"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 1, "End": true}}}],
              "Next": "M"},
            "M": {"Type": "Map", "End": true, "ItemProcessor": {
              "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}}
            """);

    assertThat(texts(run))
        .startsWith(SENT, SENT, SENT, SENT)
        .endsWith("[" + COMPACT + "]", COMPACT, COMPACT, "[" + COMPACT + "]", "[" + COMPACT + "]");
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:lambda:us-east-1:123456789012:function:f, true",
    "arn:aws:states:us-east-1:123456789012:activity:a, true",
    "arn:aws:states:::sqs:sendMessage.waitForTaskToken, true",
    "arn:aws:states:::lambda:invoke, false",
    "arn:aws:states:::aws-sdk:sqs:receiveMessage, false"
  })
  void an_answer_keeps_its_text_unless_it_is_that_of_a_service(String resource, boolean keeps) {
    TestStateMachine machine =
        env.define(
            "task",
            """
            {"StartAt": "T", "States": {"T": {"Type": "Task", "Resource": "%s", "End": true}}}
            """
                .formatted(resource));
    machine.mock("T").returns("{\"Payload\": []}");

    Execution run = machine.run("{}");

    String text = keeps ? "{\"Payload\": []}" : "{\"Payload\":[]}";
    assertThat(texts(run)).endsWith(text, text, text);
  }

  @Test
  void what_a_handler_writes_keeps_its_text() {
    TestStateMachine machine =
        env.define(
            "handler",
            """
            {"StartAt": "T", "States": {"T": {"Type": "Task", "End": true,
              "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f"}}}
            """);
    RequestStreamHandler handler =
        (in, out, context) -> out.write(SENT.getBytes(StandardCharsets.UTF_8));
    machine.lambda("f").handledBy(handler);

    assertThat(texts(machine.run("{}"))).endsWith(SENT, SENT, SENT);
  }

  @Test
  void through_the_api() {
    TestStateMachine machine =
        env.define(
            "api",
            """
            {"StartAt": "T", "States": {"T": {"Type": "Task", "End": true,
              "Resource": "arn:aws:states:us-east-1:123456789012:activity:a"}}}
            """);
    env.activity("a");
    String arn = env.api().startExecution(machine.arn(), SENT);
    JsonNode task =
        env.api()
            .call(
                "GetActivityTask",
                Map.of("activityArn", "arn:aws:states:us-east-1:123456789012:activity:a"));
    env.api()
        .call(
            "SendTaskSuccess",
            Map.of("taskToken", task.get("taskToken").textValue(), "output", "[ 1 ]"));
    env.advance(Duration.ofSeconds(1));

    assertThat(task.get("input").textValue()).isEqualTo(SENT);
    assertThat(
            env.api()
                .call("DescribeExecution", Map.of("executionArn", arn))
                .get("output")
                .textValue())
        .isEqualTo("[ 1 ]");
  }
}

package io.stepunit.api;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.Execution;
import io.stepunit.RunningExecution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.asl.WorkflowType;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.history.HistoryEvent;
import io.stepunit.internal.json.Json;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepFunctionsApiTest {
  private static final String WAIT =
      """
      {"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 60, "End": true}}}
      """;
  private static final String APPROVAL =
      """
      {"StartAt": "Approve", "States": {"Approve": {"Type": "Task", "End": true,
        "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken"}}}
      """;
  private static final String OTHER = "arn:aws:states:us-east-1:123456789012:execution:slow:other";

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final StepFunctionsApi api = env.api();
  private final TestStateMachine slow = env.define("slow", WAIT);

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatExceptionOfType(StepFunctionsException.class)
        .isThrownBy(call)
        .withMessageStartingWith(message)
        .satisfies(
            refused -> assertThat(refused.error() + ": " + refused.reason()).isEqualTo(message));
  }

  @Nested
  class Start_execution {
    @Test
    void starts_what_runs_when_time_goes_on() {
      String arn = api.startExecution(slow.arn(), "one", Map.of("a", 1));

      assertThat(arn).isEqualTo(OTHER.replace("other", "one"));
      assertThat(api.describeExecution(arn).status()).isEqualTo(ExecutionStatus.RUNNING);
      env.advance(ofSeconds(60));
      assertThat(api.describeExecution(arn).output()).hasValue(Json.parse("{\"a\": 1}"));
    }

    @Test
    void makes_up_a_name() {
      String one = api.startExecution(slow.arn(), "{}");
      String two = api.startExecution(slow.arn(), "{}");

      assertThat(one).isNotEqualTo(two).startsWith(OTHER.replace("other", ""));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "slow | InvalidArn: Invalid Arn: 'Invalid ARN prefix: slow'",
          "arn:aws:states:us-east-1:123456789012:execution:slow:one | InvalidArn: Invalid Arn:"
              + " 'Resource type not valid in this context: execution'",
          "arn:aws:states | InvalidArn: Invalid Arn: 'ARN is not in correct format:"
              + " arn:aws:states'",
          "arn:aws:states:us-east-1:123456789012:stateMachine:none | StateMachineDoesNotExist:"
              + " State Machine Does Not Exist:"
              + " 'arn:aws:states:us-east-1:123456789012:stateMachine:none'"
        })
    void start_execution_of_what_is_no_machine_is_refused(String arn, String message) {
      assertRefused(() -> api.startExecution(arn, "{}"), message);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
          "oops | Unrecognized token 'oops': was expecting (JSON String, Number, Array, Object or"
              + " token 'null', 'true' or 'false')",
          "{'a': 1} | Unexpected character (''' (code 39)): was expecting double-quote to start"
              + " field name",
          "~~ | Invalid execution input.",
          "~ \n~ | Invalid execution input."
        })
    void with_input_that_is_no_json_is_refused_without_its_place(String input, String problem) {
      for (WorkflowType type : WorkflowType.values()) {
        String arn = env.define("of-" + type, WAIT, type).arn();
        String operation = type == WorkflowType.STANDARD ? "StartExecution" : "StartSyncExecution";

        assertRefused(
            () -> api.call(operation, Map.of("stateMachineArn", arn, "input", input)),
            "InvalidExecutionInput: Invalid State Machine Execution Input: '" + problem + "'");
      }
      assertThat(env.executions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "\"some words\"", "null", "[true]"})
    void with_any_json_value_as_input_is_accepted(String input) {
      JsonNode answer =
          api.call("StartExecution", Map.of("stateMachineArn", slow.arn(), "input", input));

      assertThat(api.describeExecution(answer.get("executionArn").textValue()).input())
          .isEqualTo(Json.parse(input));
    }

    @Test
    void with_input_of_too_many_bytes_is_refused() {
      String large = "\"" + "é".repeat(131_072) + "\"";

      assertThatThrownBy(() -> api.startExecution(slow.arn(), large))
          .hasMessageStartingWith("InvalidExecutionInput: ");
      assertThat(env.executions()).isEmpty();
    }

    @Test
    void of_a_version_or_alias_that_nobody_published_is_refused() {
      assertRefused(
          () -> api.startExecution(slow.arn() + ":3", "{}"),
          "StateMachineDoesNotExist: State Machine Version Does Not Exist: '" + slow.arn() + ":3'");
      assertRefused(
          () -> api.startExecution(slow.arn() + ":live", "{}"),
          "StateMachineDoesNotExist: State Machine Does Not Exist: '" + slow.arn() + ":live'");
    }

    @Test
    void without_a_machine_is_refused() {
      assertRefused(
          () -> api.call("StartExecution", Map.of()),
          "ValidationException: 1 validation error detected: Value null at 'stateMachineArn' failed"
              + " to satisfy constraint: Member must not be null");
    }
  }

  @Nested
  class An_execution {
    @ParameterizedTest
    @ValueSource(strings = {"DescribeExecution", "GetExecutionHistory", "StopExecution"})
    void an_execution_that_is_not_there_is_told(String operation) {
      assertRefused(
          () -> api.call(operation, Map.of("executionArn", OTHER)),
          "ExecutionDoesNotExist: Execution Does Not Exist: '" + OTHER + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DescribeExecution", "GetExecutionHistory", "StopExecution"})
    void an_execution_of_an_express_machine_is_none_of_this_context(String operation) {
      env.define("quick", WAIT, WorkflowType.EXPRESS);
      String arn = api.startExecution(slow.arn().replace(":slow", ":quick"), "one", Map.of());

      assertRefused(
          () -> api.call(operation, Map.of("executionArn", arn)),
          "InvalidArn: Invalid Arn: 'Resource type not valid in this context: express'");
    }

    @Test
    void an_execution_is_described_as_its_machine_was() {
      String arn = api.startExecution(slow.arn(), "one", Map.of());

      JsonNode machine = api.call("DescribeStateMachineForExecution", Map.of("executionArn", arn));

      assertThat(Json.parse(machine.get("definition").textValue())).isEqualTo(Json.parse(WAIT));
      assertThat(machine.get("name").textValue()).isEqualTo("slow");
      assertThat(api.describeStateMachineForExecution(arn)).isEqualTo(slow.definition());
    }

    @Test
    void an_execution_is_described_without_its_data_where_asked_to() {
      String arn = api.startExecution(slow.arn(), "one", Map.of("a", 1));
      Map<String, String> request = Map.of("executionArn", arn, "includedData", "METADATA_ONLY");

      JsonNode execution = api.call("DescribeExecution", request);
      JsonNode machine = api.call("DescribeStateMachineForExecution", request);

      assertThat(execution.has("input")).isFalse();
      assertThat(execution.at("/inputDetails/included").booleanValue()).isFalse();
      assertThat(machine.get("definition").textValue()).isEqualTo("{}");
    }

    @Test
    void an_execution_whose_caller_waits_is_answered_without_its_data_where_asked_to() {
      String quick = env.define("quick", WAIT, WorkflowType.EXPRESS).arn();

      JsonNode answer =
          api.call(
              "StartSyncExecution",
              Map.of("stateMachineArn", quick, "includedData", "METADATA_ONLY"));

      assertThat(answer.has("output")).isFalse();
      assertThat(answer.at("/outputDetails/included").booleanValue()).isFalse();
      assertThat(answer.get("status").textValue()).isEqualTo("SUCCEEDED");
    }

    @Test
    void an_execution_that_runs_is_not_redrivable() {
      String arn = api.startExecution(slow.arn(), "one", Map.of());

      JsonNode answer = api.call("DescribeExecution", Map.of("executionArn", arn));

      assertThat(answer.get("redriveStatus").textValue()).isEqualTo("NOT_REDRIVABLE");
      assertThat(answer.get("redriveStatusReason").textValue())
          .isEqualTo("Execution is RUNNING and cannot be redriven");
      assertThat(answer.has("stopDate")).isFalse();
    }

    @Test
    void an_execution_is_stopped_with_error_and_cause() {
      String arn = api.startExecution(slow.arn(), "one", Map.of());
      env.advance(ofSeconds(10));

      api.stopExecution(arn, "Enough", "no more");

      Execution stopped = api.describeExecution(arn);
      assertThat(stopped.status()).isEqualTo(ExecutionStatus.ABORTED);
      assertThat(stopped.error()).hasValue("Enough");
      assertThat(stopped.duration()).isEqualTo(ofSeconds(10));
      assertThatCode(() -> api.stopExecution(arn, "Again", "x")).doesNotThrowAnyException();
      assertThat(api.describeExecution(arn).error()).hasValue("Enough");
    }
  }

  @Nested
  class A_machine {
    @Test
    void a_machine_is_described_with_its_role_and_key() {
      JsonNode machine = api.call("DescribeStateMachine", Map.of("stateMachineArn", slow.arn()));

      assertThat(machine.get("status").textValue()).isEqualTo("ACTIVE");
      assertThat(machine.get("roleArn").textValue())
          .isEqualTo("arn:aws:iam::123456789012:role/slow");
      assertThat(machine.get("encryptionConfiguration"))
          .hasToString("{\"type\":\"AWS_OWNED_KEY\"}");
      assertThat(machine.has("variableReferences")).isFalse();
    }

    @Test
    void a_machine_shows_the_role_that_the_test_gives_it_everywhere() {
      String role = "arn:aws:iam::123456789012:role/shared/orders";
      String definition =
          """
          {"StartAt": "P", "States": {"P": {"Type": "Pass", "End": true,
            "Parameters": {"role.$": "$$.Execution.RoleArn"}}}}
          """;
      TestStateMachine order = env.define("order", definition).boundTo("${Order}").role(role);

      String arn = api.startExecution("${Order}", "{}");
      env.runToEnd();

      JsonNode history = api.call("GetExecutionHistory", Map.of("executionArn", arn));
      assertThat(history.at("/events/0/executionStartedEventDetails/roleArn").asText())
          .isEqualTo(role);
      assertThat(order.run("{}").outputAt("$.role").orElseThrow().asText()).isEqualTo(role);
      assertThat(
              api.call("DescribeStateMachine", Map.of("stateMachineArn", order.arn()))
                  .get("roleArn")
                  .asText())
          .isEqualTo(role);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> order.role("orders"))
          .withMessage("A role is given by its ARN, such as " + role + ", but found 'orders'.");
    }

    @Test
    void a_machine_is_described_to_the_letter_if_it_is_written_in_json() {
      String json =
          " \n{\r\n  \"Comment\": \"kept \\u03bb\",\r\n  \"StartAt\": \"P\", \"States\":"
              + " {\"P\": {\"Type\": \"Pass\", \"Result\": 1.00, \"End\": true}}}\n ";
      String yaml = "StartAt: P\nStates:\n  P: {Type: Pass, End: true}\n";

      assertThat(definitionOf(env.define("json", json))).isEqualTo(json);
      assertThat(definitionOf(env.define("yaml", yaml)))
          .isEqualTo("{\"StartAt\":\"P\",\"States\":{\"P\":{\"Type\":\"Pass\",\"End\":true}}}");
    }

    private String definitionOf(TestStateMachine machine) {
      return api.call("DescribeStateMachine", Map.of("stateMachineArn", machine.arn()))
          .get("definition")
          .textValue();
    }

    @Test
    void a_machine_is_described_with_the_variables_that_its_states_read() {
      String definition =
          """
          {"QueryLanguage": "JSONata", "StartAt": "Set", "States": {
            "Set": {"Type": "Pass", "Assign": {"a": 1, "b": [2]}, "Next": "Each"},
            "Each": {"Type": "Map", "Items": "{% $b %}", "End": true, "ItemProcessor": {
              "StartAt": "One", "States": {
                "One": {"Type": "Pass", "End": true,
                  "Output": {"second": "{% $b %}", "first": "{% $a & $b %}"}}}}}}}
          """;
      String arn = env.define("reads", definition).run("{}").arn();

      JsonNode machine = api.call("DescribeStateMachineForExecution", Map.of("executionArn", arn));

      assertThat(machine.get("variableReferences"))
          .hasToString("{\"Each\":[\"b\"],\"One\":[\"b\",\"a\"]}");
    }
  }

  @Nested
  class Lists {
    @Test
    void lists_of_executions_have_the_latest_first_and_filter_by_status() {
      String one = api.startExecution(slow.arn(), "one", Map.of());
      env.advance(ofSeconds(30));
      String two = api.startExecution(slow.arn(), "two", Map.of());
      env.advance(ofSeconds(30));

      assertThat(api.listExecutions(slow.arn()))
          .extracting(run -> run.arn())
          .containsExactly(two, one);
      JsonNode running =
          api.call(
              "ListExecutions", Map.of("stateMachineArn", slow.arn(), "statusFilter", "RUNNING"));
      assertThat(running.get("executions")).hasSize(1);
      assertThat(running.at("/executions/0/name").textValue()).isEqualTo("two");
    }

    @Test
    void lists_of_events_come_in_pages_and_in_both_orders() {
      String arn = api.startExecution(slow.arn(), "one", Map.of());
      env.runToEnd();

      JsonNode first =
          api.call("GetExecutionHistory", Map.of("executionArn", arn, "maxResults", 3));
      JsonNode second =
          api.call(
              "GetExecutionHistory",
              Map.of(
                  "executionArn",
                  arn,
                  "maxResults",
                  3,
                  "nextToken",
                  first.get("nextToken").textValue()));
      JsonNode reversed =
          api.call("GetExecutionHistory", Map.of("executionArn", arn, "reverseOrder", true));

      assertThat(first.get("events")).hasSize(3);
      assertThat(second.get("events")).hasSize(1);
      assertThat(second.has("nextToken")).isFalse();
      assertThat(reversed.at("/events/0/type").textValue()).isEqualTo("ExecutionSucceeded");
      assertThat(api.getExecutionHistory(arn))
          .extracting(HistoryEvent::id)
          .containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void lists_of_executions_show_how_often_each_was_redriven() {
      String arn = api.startExecution(slow.arn(), "one", Map.of());
      api.stopExecution(arn, "Enough", "no more");

      assertThat(redriveCounts()).containsExactly(0);
      api.redriveExecution(arn);
      assertThat(redriveCounts()).containsExactly(1);
    }

    private List<Integer> redriveCounts() {
      JsonNode answer = api.call("ListExecutions", Map.of("stateMachineArn", slow.arn()));
      return answer.findValues("redriveCount").stream().map(JsonNode::intValue).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100})
    void lists_have_a_hundred_entries_a_page_unless_asked_for_another_number(int asked) {
      for (int i = 0; i < 101; i++) {
        api.startExecution(slow.arn(), Map.of());
      }

      JsonNode page =
          api.call("ListExecutions", Map.of("stateMachineArn", slow.arn(), "maxResults", asked));
      JsonNode byDefault = api.call("ListExecutions", Map.of("stateMachineArn", slow.arn()));

      assertThat(page.get("executions")).hasSize(100);
      assertThat(page.has("nextToken")).isTrue();
      assertThat(byDefault).isEqualTo(page);
    }

    @Test
    void lists_of_events_leave_out_data_where_asked_to() {
      String arn = api.startExecution(slow.arn(), "one", Map.of("card", "4111"));
      env.runToEnd();

      JsonNode history =
          api.call(
              "GetExecutionHistory", Map.of("executionArn", arn, "includeExecutionData", false));

      assertThat(history.toString()).doesNotContain("4111");
      assertThat(history.at("/events/0/executionStartedEventDetails"))
          .hasToString("{\"roleArn\":\"arn:aws:iam::123456789012:role/slow\"}");
      assertThat(history.at("/events/1/stateEnteredEventDetails")).hasToString("{\"name\":\"W\"}");
      assertThat(history.at("/events/3/executionSucceededEventDetails")).hasToString("{}");
    }

    @Test
    void lists_of_events_leave_out_variables_with_the_data_but_not_the_failure() {
      TestStateMachine assigns =
          env.define(
              "assigns",
              """
              {"StartAt": "P", "States": {
                "P": {"Type": "Pass", "Assign": {"x": 1}, "Next": "F"},
                "F": {"Type": "Fail", "Error": "Boom", "Cause": "why"}}}
              """);
      String arn = assigns.run("{}").arn();

      JsonNode history =
          api.call(
              "GetExecutionHistory", Map.of("executionArn", arn, "includeExecutionData", false));

      assertThat(history.at("/events/2/stateExitedEventDetails")).hasToString("{\"name\":\"P\"}");
      assertThat(history.at("/events/4/executionFailedEventDetails"))
          .hasToString("{\"error\":\"Boom\",\"cause\":\"why\"}");
    }

    @Test
    void lists_do_not_go_on_from_a_token_that_nobody_gave() {
      assertRefused(
          () ->
              api.call(
                  "ListExecutions",
                  Map.of("stateMachineArn", slow.arn(), "nextToken", "elsewhere")),
          "InvalidToken: Invalid Token: 'elsewhere'");
    }
  }

  @Nested
  class Task_tokens {
    private final RunningExecution run =
        env.define("approval", APPROVAL).start("{}").runUntilParked();
    private final String token = run.token("Approve").value();

    private void send(String operation, Map<String, ?> request) {
      api.call(operation, request);
    }

    @Test
    void end_their_task_at_once() {
      send("SendTaskSuccess", Map.of("taskToken", token, "output", "{\"by\": \"kim\"}"));

      assertThat(run.snapshot().output()).hasValue(Json.parse("{\"by\": \"kim\"}"));
    }

    @Test
    void end_their_task_with_a_failure_that_may_have_no_name() {
      send("SendTaskFailure", Map.of("taskToken", token));

      assertThat(run.snapshot().status()).isEqualTo(ExecutionStatus.FAILED);
      assertThat(run.snapshot().error()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SendTaskSuccess", "SendTaskFailure", "SendTaskHeartbeat"})
    void task_tokens_are_refused_when_nobody_gave_them_out(String operation) {
      assertRefused(
          () -> send(operation, Map.of("taskToken", "made-up", "output", "{}")),
          "InvalidToken: Invalid Token: 'Invalid token'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SendTaskSuccess", "SendTaskFailure", "SendTaskHeartbeat"})
    void task_tokens_are_refused_when_they_were_used(String operation) {
      send("SendTaskSuccess", Map.of("taskToken", token, "output", "{}"));

      assertRefused(
          () -> send(operation, Map.of("taskToken", token, "output", "{}")),
          "TaskTimedOut: Task Timed Out: 'Provided task does not exist anymore'");
    }

    @Test
    void task_tokens_are_refused_when_their_execution_has_ended() {
      run.stop();

      assertRefused(
          () -> send("SendTaskSuccess", Map.of("taskToken", token, "output", "{}")),
          "TaskTimedOut: Task Timed Out: 'Provided task does not exist anymore'");
    }

    @Test
    void stay_good_when_what_was_sent_is_no_json() {
      assertThatThrownBy(() -> send("SendTaskSuccess", Map.of("taskToken", token, "output", "yes")))
          .isInstanceOf(StepFunctionsException.class)
          .hasMessageStartingWith("InvalidOutput: Invalid Output: '");

      send("SendTaskSuccess", Map.of("taskToken", token, "output", "{}"));
      assertThat(run.snapshot().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void task_tokens_are_refused_the_second_time_within_one_event() {
      String sends =
          """
          {"StartAt": "Twice", "States": {"Twice": {"Type": "Parallel", "End": true, "Branches": [
            {"StartAt": "A", "States": {"A": {"Type": "Task", "End": true,
              "Resource": "arn:aws:states:::aws-sdk:sfn:sendTaskSuccess",
              "Parameters": {"TaskToken": "%1$s", "Output": "{}"}}}},
            {"StartAt": "B", "States": {"B": {"Type": "Task", "End": true,
              "Resource": "arn:aws:states:::aws-sdk:sfn:sendTaskSuccess",
              "Parameters": {"TaskToken": "%1$s", "Output": "{}"}}}}]}}}
          """;

      Execution sender = env.define("sender", sends.formatted(token)).run("{}");

      assertThat(sender.error()).hasValue("Sfn.TaskTimedOutException");
    }
  }

  @Nested
  class A_task {
    private Execution run(String action, String parameters) {
      return env.define(
              "caller",
              """
              {"StartAt": "Call", "States": {"Call": {"Type": "Task", "End": true,
                "Resource": "arn:aws:states:::aws-sdk:sfn:%s", "Parameters": %s}}}
              """
                  .formatted(action, parameters))
          .run("{}");
    }

    @Test
    void describes_an_execution_with_dates_as_text() {
      String arn = api.startExecution(slow.arn(), "one", Map.of());

      Execution caller = run("describeExecution", "{\"ExecutionArn\": \"" + arn + "\"}");

      assertThat(caller.outputAt("$.Status").orElseThrow().textValue()).isEqualTo("RUNNING");
      assertThat(caller.outputAt("$.StartDate").orElseThrow().textValue())
          .isEqualTo("2026-01-01T00:00:00Z");
      assertThat(caller.outputAt("$.InputDetails.Included").orElseThrow().booleanValue()).isTrue();
    }

    @Test
    void lists_executions_of_a_machine() {
      api.startExecution(slow.arn(), "one", Map.of());

      Execution caller =
          run(
              "listExecutions",
              "{\"StateMachineArn\": \"%s\", \"StatusFilter\": \"RUNNING\"}".formatted(slow.arn()));

      assertThat(caller.outputAt("$.Executions[0].Name").orElseThrow().textValue())
          .isEqualTo("one");
    }

    @Test
    void stops_an_execution() {
      String arn = api.startExecution(slow.arn(), "one", Map.of());

      run("stopExecution", "{\"ExecutionArn\": \"%s\", \"Error\": \"Enough\"}".formatted(arn));

      assertThat(api.describeExecution(arn).error()).hasValue("Enough");
    }

    @Test
    void a_task_is_refused_by_the_sdk_s_name_of_the_error() {
      Execution caller = run("describeExecution", "{\"ExecutionArn\": \"" + OTHER + "\"}");

      assertThat(caller.error()).hasValue("Sfn.ExecutionDoesNotExistException");
      assertThat(caller.cause().orElseThrow())
          .matches(
              "Execution Does Not Exist: '%s' \\(Service: Sfn, Status Code: 400, Request ID: [-0-9a-f]+\\) \\(SDK Attempt Count: 1\\)"
                  .formatted(OTHER));
    }

    @Test
    void a_task_that_sends_an_unknown_token_is_refused_as_recorded() {
      Execution caller =
          run("sendTaskSuccess", "{\"TaskToken\": \"NoSuchTaskToken\", \"Output\": \"{}\"}");

      assertThat(caller.error()).hasValue("Sfn.InvalidTokenException");
      assertThat(caller.cause().orElseThrow()).startsWith("Invalid Token: 'Invalid token' (");
    }

    @Test
    void a_task_that_starts_a_name_again_is_refused() {
      api.startExecution(slow.arn(), "one", Map.of("a", 1));

      Execution caller =
          run(
              "startExecution",
              "{\"StateMachineArn\": \"%s\", \"Name\": \"one\", \"Input\": {}}"
                  .formatted(slow.arn()));

      assertThat(caller.error()).hasValue("Sfn.ExecutionAlreadyExistsException");
    }
  }

  @Test
  void an_operation_that_there_is_not_is_told_with_the_nearest() {
    assertThatThrownBy(() -> api.call("DescribeExecutions", Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "'DescribeExecutions' is not an operation of the API. Did you mean 'describeExecution'? There are: ")
        .hasMessageContaining("startExecution");
  }
}

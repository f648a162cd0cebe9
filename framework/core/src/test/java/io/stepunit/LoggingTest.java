package io.stepunit;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.asl.WorkflowType;
import io.stepunit.history.LogLevel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LoggingTest {
  private static final String FAILING =
      """
      {"StartAt": "W", "States": {
        "W": {"Type": "Wait", "SecondsPath": "$.s", "Next": "F"},
        "F": {"Type": "Fail", "Error": "Boom", "Cause": "why"}}}
      """;

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  private static List<String> types(TestStateMachine machine) {
    return machine.logRecords().stream().map(one -> one.path("type").asText()).toList();
  }

  @ParameterizedTest
  @EnumSource(WorkflowType.class)
  void sends_events_by_level(WorkflowType type) {
    TestStateMachine machine = env.define("pay", FAILING, type);
    machine.run("{\"s\": 1}");

    assertThat(types(machine.logging(LogLevel.ALL, false)))
        .containsExactly(
            "ExecutionStarted",
            "WaitStateEntered",
            "WaitStateExited",
            "FailStateEntered",
            "ExecutionFailed");
    assertThat(types(machine.logging(LogLevel.ERROR, false)))
        .containsExactly("FailStateEntered", "ExecutionFailed");
    assertThat(types(machine.logging(LogLevel.FATAL, false))).containsExactly("ExecutionFailed");
    assertThat(types(machine.logging(LogLevel.OFF, false))).isEmpty();
  }

  @Test
  void logging_is_off_unless_the_test_says_otherwise() {
    TestStateMachine machine = env.define("pay", FAILING);
    machine.run("{\"s\": 1}");

    assertThat(machine.logRecords()).isEmpty();
  }

  @Test
  void sends_inputs_and_outputs_only_where_asked_to() {
    TestStateMachine machine = env.define("pay", FAILING, WorkflowType.EXPRESS);
    machine.run("{\"s\": 1, \"card\": \"4111\"}");

    assertThat(machine.logging(LogLevel.ALL, true).logRecords().toString()).contains("4111");
    assertThat(machine.logging(LogLevel.ALL, false).logRecords().toString()).doesNotContain("4111");
  }

  @Test
  void shows_the_express_execution_in_each_record() {
    TestStateMachine machine = env.define("pay", FAILING, WorkflowType.EXPRESS);
    RunningExecution run = machine.logging(LogLevel.FATAL, true).start("{\"s\": 1}", "run-1");
    run.finish();

    JsonNode record = machine.logRecords().get(0);

    assertThat(record)
        .hasToString(
            "{\"details\":{\"cause\":\"why\",\"error\":\"Boom\"},\"redrive_count\":\"0\",\"id\":\"5\","
                + "\"type\":\"ExecutionFailed\",\"previous_event_id\":\"4\","
                + "\"event_timestamp\":\"1767225601000\",\"execution_arn\":\""
                + run.arn()
                + "\"}");
  }

  @Test
  void writes_the_members_of_details_in_alphabetical_order() {
    TestStateMachine machine = env.define("pay", FAILING).logging(LogLevel.ALL, true);
    machine.run("{\"s\": 1}");

    assertThat(machine.logRecords())
        .extracting(
            one ->
                String.join(
                    ",", one.get("details").properties().stream().map(Map.Entry::getKey).toList()))
        .containsExactly(
            "input,inputDetails,roleArn",
            "input,inputDetails,name",
            "name,output,outputDetails",
            "input,inputDetails,name",
            "cause,error");
  }

  @Test
  void leaves_out_values_of_variables_with_the_data() {
    TestStateMachine machine =
        env.define(
            "pay",
            """
            {"QueryLanguage": "JSONata", "StartAt": "P", "States": {
              "P": {"Type": "Pass", "Assign": {"card": "4111"}, "End": true}}}
            """);
    machine.run("{}");

    assertThat(machine.logging(LogLevel.ALL, true).logRecords().toString()).contains("4111");
    assertThat(machine.logging(LogLevel.ALL, false).logRecords().toString()).doesNotContain("4111");
  }

  @Test
  void sends_the_records_of_all_executions_of_the_machine_in_the_order_of_time() {
    TestStateMachine machine = env.define("pay", FAILING).logging(LogLevel.FATAL, false);
    TestStateMachine other = env.define("other", FAILING).logging(LogLevel.FATAL, false);
    RunningExecution slow = machine.start("{\"s\": 60}");
    RunningExecution fast = machine.start("{\"s\": 30}");
    other.start("{\"s\": 45}");
    env.advance(ofMinutes(2));

    assertThat(machine.logRecords())
        .extracting(one -> one.path("execution_arn").asText())
        .containsExactly(fast.arn(), slow.arn());
    assertThat(other.logRecords()).hasSize(1);
  }
}

package io.stepunit;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.asl.Diagnostic;
import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.asl.WorkflowType;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.load.DefinitionSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkflowTypesTest {
  private static final String CONTEXT =
      """
      {"StartAt": "P", "States": {
        "P": {"Type": "Pass", "Parameters": {"execution.$": "$$.Execution"}, "End": true}}}
      """;
  private static final String WAIT =
      """
      {"StartAt": "W", "States": {
        "W": {"Type": "Wait", "SecondsPath": "$.s", "End": true}}}
      """;
  private static final String TASK =
      """
      {"StartAt": "T", "States": {
        "T": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f",
          "End": true}}}
      """;
  private static final String FORTY_ONE = "[" + "1, ".repeat(40) + "1]";

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  private TestStateMachine express(String definition) {
    return env.define("quote", definition, WorkflowType.EXPRESS);
  }

  @Nested
  class An_execution {
    @Test
    void an_execution_is_a_standard_one_unless_said_otherwise() {
      TestStateMachine machine = env.define("quote", CONTEXT);

      Execution run = machine.run("{}");

      assertThat(machine.type()).isEqualTo(WorkflowType.STANDARD);
      assertThat(run.type()).isEqualTo(WorkflowType.STANDARD);
      assertThat(run.arn())
          .isEqualTo("arn:aws:states:us-east-1:123456789012:execution:quote:" + run.name());
      assertThat(run.outputAt("$.execution.RedriveCount")).isPresent();
    }

    @Test
    void an_execution_of_an_express_machine_has_an_arn_of_its_own_kind() {
      TestStateMachine machine = express(CONTEXT);

      Execution run = machine.start("{}", "first").finish();

      assertThat(machine.type()).isEqualTo(WorkflowType.EXPRESS);
      assertThat(run.type()).isEqualTo(WorkflowType.EXPRESS);
      assertThat(run.arn())
          .matches(
              "arn:aws:states:us-east-1:123456789012:express:quote:first:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
      assertThat(run.outputAt("$.execution.Id").orElseThrow().asText()).isEqualTo(run.arn());
      assertThat(run.outputAt("$.execution.RedriveCount").orElseThrow().intValue()).isZero();
    }

    @Test
    void an_execution_whose_caller_waits_has_no_redrive_count() {
      TestStateMachine machine = express(CONTEXT);

      Execution run = machine.startSync("{}").execution();
      JsonNode answer =
          env.api().call("StartSyncExecution", Map.of("stateMachineArn", machine.arn()));

      assertThat(run.outputAt("$.execution.Name")).isPresent();
      assertThat(run.outputAt("$.execution.RedriveCount")).isEmpty();
      assertThat(answer.get("output").textValue())
          .contains("\"RoleArn\"")
          .doesNotContain("RedriveCount");
    }

    @Test
    void an_execution_of_an_express_machine_may_have_the_name_of_another_one() {
      TestStateMachine machine = express(CONTEXT);

      Execution first = machine.start("{}", "same").finish();
      Execution second = machine.start("{\"a\": 1}", "same").finish();

      assertThat(second.name()).isEqualTo(first.name());
      assertThat(second.arn()).isNotEqualTo(first.arn());
    }

    @Test
    void an_execution_of_an_express_machine_cannot_be_stopped() {
      RunningExecution run = express(WAIT).start("{\"s\": 60}");

      assertThatExceptionOfType(StepFunctionsException.class)
          .isThrownBy(() -> run.stop("Error", "cause"))
          .withMessage(
              "InvalidArn: Invalid Arn: 'Resource type not valid in this context: express'")
          .satisfies(refused -> assertThat(refused.error()).isEqualTo("InvalidArn"));
      assertThatExceptionOfType(StepFunctionsException.class).isThrownBy(run::stop);
      assertThat(run.finish().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }
  }

  @Nested
  class Five_minutes {
    @Test
    void five_minutes_are_the_most_that_an_express_execution_takes() {
      Execution run = express(WAIT).run("{\"s\": 301}");

      assertThat(run.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
      assertThat(run.duration()).isEqualTo(ofMinutes(5));
      assertThat(HistoryLines.of(run)).endsWith("WaitStateEntered<-0", "ExecutionTimedOut<-0");
    }

    @Test
    void five_minutes_to_the_instant_are_not_too_many() {
      assertThat(express(WAIT).run("{\"s\": 300}").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void end_an_execution_whose_task_never_answers() {
      TestStateMachine machine = express(TASK);
      machine.mock("T").neverAnswers();

      Execution run = machine.run("{}");

      assertThat(run.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
      assertThat(run.duration()).isEqualTo(ofMinutes(5));
    }

    @Test
    void stand_above_a_longer_timeout_of_the_machine() {
      String longer = WAIT.replaceFirst("\\{", "{\"TimeoutSeconds\": 3600, ");
      String shorter = WAIT.replaceFirst("\\{", "{\"TimeoutSeconds\": 30, ");

      assertThat(express(longer).run("{\"s\": 900}").duration()).isEqualTo(ofMinutes(5));
      assertThat(
              env.define("shorter", shorter, WorkflowType.EXPRESS).run("{\"s\": 900}").duration())
          .isEqualTo(ofSeconds(30));
    }

    @Test
    void can_be_lifted() {
      StepFunctionsEnvironment unlimited =
          StepFunctionsEnvironment.builder()
              .withoutLimits(ServiceLimit.EXPRESS_EXECUTION_TIME)
              .build();

      Execution run = unlimited.define("slow", WAIT, WorkflowType.EXPRESS).run("{\"s\": 3600}");

      assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void end_a_loop_in_which_no_virtual_time_passes() {
      Execution run =
          express(
                  """
                  {"StartAt": "A", "States": {
                    "A": {"Type": "Pass", "Next": "B"},
                    "B": {"Type": "Choice", "Default": "A", "Choices": [
                      {"Variable": "$.stop", "IsPresent": true, "Next": "C"}]},
                    "C": {"Type": "Succeed"}}}
                  """)
              .run("{}");

      assertThat(run.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
      assertThat(run.duration()).isEqualTo(ofMinutes(5));
    }
  }

  @Nested
  class Limits_of_numbers {
    /** 8,000 iterations of two states make some 48,000 events. */
    private static final String MAP =
        """
        {"StartAt": "M", "States": {"M": {"Type": "Map", "End": true, "ItemProcessor": {
          "StartAt": "A", "States": {
            "A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Pass", "End": true}}}}}}
        """;

    private static final String SLOW_MAP =
        """
        {"StartAt": "M", "States": {"M": {"Type": "Map", "End": true, "ItemProcessor": {
          "StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 10, "End": true}}}}}}
        """;

    @Test
    void an_express_execution_may_have_more_events_than_a_standard_one() {
      String items = "[" + "1, ".repeat(7_999) + "1]";

      Execution standard = env.define("each", MAP).run(items);
      Execution express = express(MAP).run(items);

      assertThat(standard.events()).hasSize(25_000);
      assertThat(standard.status()).isEqualTo(ExecutionStatus.FAILED);
      assertThat(express.events()).hasSizeGreaterThan(40_000);
      assertThat(express.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void forty_iterations_of_an_inline_map_run_at_once() {
      assertThat(express(SLOW_MAP).run(FORTY_ONE).duration()).isEqualTo(ofSeconds(20));
    }

    @Test
    void more_do_where_the_limit_is_lifted() {
      StepFunctionsEnvironment unlimited =
          StepFunctionsEnvironment.builder()
              .withoutLimits(ServiceLimit.INLINE_MAP_CONCURRENCY)
              .build();

      Execution run = unlimited.define("each", SLOW_MAP).run(FORTY_ONE);

      assertThat(run.duration()).isEqualTo(ofSeconds(10));
    }
  }

  @Nested
  class An_express_machine {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '"',
        value = {
          "arn:aws:states:us-east-1:123456789012:activity:pack | Activity ARN at",
          "arn:aws:states:::ecs:runTask.sync | '.sync' service integration at",
          "arn:aws:states:::states:startExecution.sync:2 | '.sync' service integration at",
          "arn:aws:states:::sqs:sendMessage.waitForTaskToken | '.waitForTaskToken' service"
              + " integration  at"
        })
    void cannot_wait_for_others(String resource, String refused) {
      String definition =
          """
          {"StartAt": "All", "States": {"All": {"Type": "Parallel", "End": true, "Branches": [
            {"StartAt": "T", "States": {
              "T": {"Type": "Task", "Resource": "%s", "End": true}}}]}}}
          """
              .formatted(resource);

      assertThatExceptionOfType(InvalidDefinitionException.class)
          .isThrownBy(() -> express(definition))
          .withMessageContaining("quote:3 /States/All/Branches/0/States/T/Resource: Express")
          .withMessageContaining("use a Standard workflow")
          .satisfies(
              e ->
                  assertThat(e.serviceMessage())
                      .isEqualTo(
                          "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: Express"
                              + " state machine does not support "
                              + refused
                              + " /States/All/Branches[0]/States/T/Resource'"));
      assertThat(env.define("standard", definition).type()).isEqualTo(WorkflowType.STANDARD);
    }

    @Test
    void cannot_wait_for_others_as_a_child_of_a_distributed_map_either() {
      String definition =
          """
          {"StartAt": "M", "States": {"M": {"Type": "Map", "End": true, "ItemProcessor": {
            "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "%s"},
            "StartAt": "T", "States": {
              "T": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "End": true}}}}}}
          """;

      assertThatExceptionOfType(InvalidDefinitionException.class)
          .isThrownBy(() -> env.define("import", definition.formatted("EXPRESS")))
          .withMessageContaining("import:4 /States/M/ItemProcessor/States/T/Resource: Express")
          .withMessageContaining("child executions: ExecutionType STANDARD");
      assertThat(env.define("standard", definition.formatted("STANDARD")).type())
          .isEqualTo(WorkflowType.STANDARD);
    }

    @Test
    void cannot_have_a_distributed_map() {
      String definition =
          """
          {"StartAt": "M", "States": {"M": {"Type": "Map", "End": true, "ItemProcessor": {
            "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"},
            "StartAt": "S", "States": {"S": {"Type": "Succeed"}}}}}}
          """;

      assertThatExceptionOfType(InvalidDefinitionException.class)
          .isThrownBy(() -> express(definition))
          .satisfies(
              e ->
                  assertThat(e.diagnostics())
                      .extracting(Diagnostic::message)
                      .isEqualTo(
                          List.of(
                              "Express state machine does not support a Map in distributed mode")));
    }

    @Test
    void an_express_machine_is_loaded_from_a_file_too(@TempDir Path folder) throws IOException {
      Path file = folder.resolve("rate.asl.json");
      Files.writeString(file, CONTEXT);

      TestStateMachine byPath = env.load(DefinitionSource.file(file).type(WorkflowType.EXPRESS));
      TestStateMachine byName =
          StepFunctionsEnvironment.create().load(file.toString(), WorkflowType.EXPRESS);

      assertThat(byPath.type()).isEqualTo(WorkflowType.EXPRESS);
      assertThat(byName.type()).isEqualTo(WorkflowType.EXPRESS);
      assertThat(byName.name()).isEqualTo("rate");
    }
  }
}

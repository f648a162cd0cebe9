package io.stepunit;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.asl.WorkflowType;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.mock.UnmockedTaskError;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientTimeTest {
  private static final String PICK = "arn:aws:states:us-east-1:123456789012:activity:pick";

  private static final String HOUR =
      """
      {"StartAt": "Hour", "States": {"Hour": {"Type": "Wait", "Seconds": 3600, "End": true}}}
      """;

  private static final String APPROVAL =
      """
      {"StartAt": "Approve", "States": {"Approve": {
        "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
        "Parameters": {"QueueUrl": "q", "MessageBody": {"token.$": "$$.Task.Token"}},
        "TimeoutSeconds": 3600, "End": true}}}
      """;

  /** A reminder is due at the very instant at which the approval's time is over. */
  private static final String APPROVAL_WITH_REMINDER =
      """
      {"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "End": true, "Branches": [
        {"StartAt": "Approve", "States": {"Approve": {
          "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
          "Parameters": {"QueueUrl": "q", "MessageBody": {"token.$": "$$.Task.Token"}},
          "TimeoutSeconds": 3600, "End": true}}},
        {"StartAt": "Hour", "States": {
          "Hour": {"Type": "Wait", "Seconds": 3600, "Next": "Remind"},
          "Remind": {"Type": "Pass", "End": true}}}]}}}
      """;

  private static final String PICKING =
      """
      {"StartAt": "Minute", "States": {
        "Minute": {"Type": "Wait", "Seconds": 50, "Next": "Pick"},
        "Pick": {"Type": "Task", "TimeoutSeconds": 100,
          "Resource": "arn:aws:states:us-east-1:123456789012:activity:pick", "End": true}}}
      """;

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final TestCaller client = new TestCaller(env);

  private Duration passed() {
    return passedIn(env);
  }

  private static Duration passedIn(StepFunctionsEnvironment environment) {
    return Duration.between(StepFunctionsEnvironment.DEFAULT_START, environment.now());
  }

  @Nested
  class Who_looks {
    @Test
    void once_is_told_the_present_and_moves_nothing() {
      String arn = client.start(env.define("hour", HOUR));

      assertThat(client.status(arn)).isEqualTo("RUNNING");
      assertThat(passed()).isZero();
    }

    @Test
    void again_is_told_what_comes_next() {
      String arn = client.start(env.define("hour", HOUR));
      client.status(arn);

      assertThat(client.status(arn)).isEqualTo("SUCCEEDED");
      assertThat(passed()).isEqualTo(ofHours(1));
    }

    @Test
    void again_moves_to_the_next_instant_only() {
      String waits =
          """
          {"StartAt": "A", "States": {
            "A": {"Type": "Wait", "Seconds": 60, "Next": "B"},
            "B": {"Type": "Wait", "Seconds": 60, "End": true}}}
          """;
      String arn = client.start(env.define("waits", waits));
      client.status(arn);

      assertThat(client.status(arn)).isEqualTo("RUNNING");
      assertThat(passed()).isEqualTo(ofMinutes(1));
    }

    @Test
    void and_then_stops_an_execution_stops_one_that_runs() {
      String arn = client.start(env.define("hour", HOUR));

      if (client.status(arn).equals("RUNNING")) {
        client.call("StopExecution", Map.of("executionArn", arn));
      }

      assertThat(client.status(arn)).isEqualTo("ABORTED");
      assertThat(passed()).isZero();
    }

    @Test
    void after_the_end_moves_nothing() {
      String arn = client.start(env.define("hour", HOUR));
      String other = client.start(env.define("other", HOUR));
      client.call("StopExecution", Map.of("executionArn", arn));

      client.status(arn);
      client.status(arn);

      assertThat(passed()).isZero();
      assertThat(client.status(other)).isEqualTo("RUNNING");
    }

    @Test
    void at_the_history_again_moves_time_but_not_with_each_page() {
      String arn = client.start(env.define("hour", HOUR));
      Map<String, ?> first = Map.of("executionArn", arn, "maxResults", 1);
      JsonNode page = client.call("GetExecutionHistory", first);
      Map<String, ?> second =
          Map.of(
              "executionArn", arn, "maxResults", 1, "nextToken", page.get("nextToken").textValue());

      client.call("GetExecutionHistory", second);
      client.call("GetExecutionHistory", second);

      assertThat(passed()).isZero();
      client.call("GetExecutionHistory", first);
      assertThat(passed()).isEqualTo(ofHours(1));
    }

    @Test
    void for_those_that_have_succeeded_is_told_of_one_when_it_has() {
      TestStateMachine machine = env.define("hour", HOUR);
      client.start(machine);
      Map<String, ?> request =
          Map.of("stateMachineArn", machine.arn(), "statusFilter", "SUCCEEDED");

      JsonNode none = client.call("ListExecutions", request);
      JsonNode one = client.call("ListExecutions", request);

      assertThat(none.get("executions")).isEmpty();
      assertThat(one.get("executions")).hasSize(1);
    }

    @Test
    void at_a_map_run_again_moves_time() {
      String map =
          """
          {"StartAt": "All", "States": {"All": {"Type": "Map", "End": true,
            "ItemProcessor": {
              "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
              "StartAt": "Hour", "States": {
                "Hour": {"Type": "Wait", "Seconds": 3600, "End": true}}}}}}
          """;
      TestStateMachine machine = env.define("map", map);
      String arn =
          client
              .call("StartExecution", Map.of("stateMachineArn", machine.arn(), "input", "[1, 2]"))
              .get("executionArn")
              .textValue();
      String mapRun =
          client
              .call("ListMapRuns", Map.of("executionArn", arn))
              .at("/mapRuns/0/mapRunArn")
              .textValue();

      String status = "RUNNING";
      while (status.equals("RUNNING")) {
        JsonNode told = client.call("DescribeMapRun", Map.of("mapRunArn", mapRun));
        status = told.get("status").textValue();
      }

      assertThat(status).isEqualTo("SUCCEEDED");
      assertThat(client.awaitEnd(arn)).isEqualTo("SUCCEEDED");
    }

    @Test
    void at_a_machine_that_is_being_deleted_is_told_when_it_is_gone() {
      TestStateMachine machine = env.define("hour", HOUR);
      client.call("DeleteStateMachine", Map.of("stateMachineArn", machine.arn()));
      Map<String, ?> request = Map.of("stateMachineArn", machine.arn());

      assertThat(client.call("DescribeStateMachine", request).get("status").textValue())
          .isEqualTo("DELETING");
      assertThatExceptionOfType(StepFunctionsException.class)
          .isThrownBy(() -> client.call("DescribeStateMachine", request))
          .withMessageContaining("StateMachineDoesNotExist");
    }

    @Test
    void at_a_machine_again_moves_nothing() {
      TestStateMachine machine = env.define("hour", HOUR);
      client.start(machine);

      for (int look = 0; look < 3; look++) {
        client.call("DescribeStateMachine", Map.of("stateMachineArn", machine.arn()));
      }

      assertThat(passed()).isZero();
    }
  }

  @Nested
  class While_a_token_is_awaited {
    @Test
    void nobody_who_polls_moves_time_to_its_deadline() {
      TestStateMachine machine = env.define("approval", APPROVAL);
      machine.mockService("sqs").capturedBy(env.outbox());
      String arn = client.start(machine);

      for (int look = 0; look < 5; look++) {
        assertThat(client.status(arn)).isEqualTo("RUNNING");
      }

      assertThat(passed()).isZero();
      client.succeed(
          env.outbox().sent("sqs").get(0).messageAt("$.token").orElseThrow().textValue());
      assertThat(client.status(arn)).isEqualTo("SUCCEEDED");
    }

    @Test
    void what_is_due_at_the_instant_of_its_deadline_happens_and_the_token_still_counts() {
      TestStateMachine machine = env.define("approval", APPROVAL_WITH_REMINDER);
      String arn = client.start(machine);
      String token = env.simulation().engine().tokens().all().get(0).token();

      client.status(arn);
      client.status(arn);
      client.status(arn);
      client.succeed(token);

      assertThat(passed()).isEqualTo(ofHours(1));
      assertThat(client.status(arn)).isEqualTo("SUCCEEDED");
    }

    @Test
    void a_hundred_polls_in_a_row_are_told_that_they_are_in_vain() {
      TestStateMachine machine = env.define("approval", APPROVAL);
      String arn = client.start(machine);

      assertThatExceptionOfType(StuckExecutionError.class)
          .isThrownBy(() -> client.awaitEnd(arn))
          .withMessageContainingAll(
              "DescribeExecution has told the same 100 times in a row",
              "of 'approval'",
              "Approve",
              "waits for its task token",
              "SendTaskSuccess",
              "env.step()");
      assertThat(passed()).isZero();
    }

    @Test
    void a_step_by_hand_goes_to_its_deadline() {
      String arn = client.start(env.define("approval", APPROVAL));

      assertThat(env.nextInstant()).contains(env.now().plusSeconds(3600));
      assertThat(env.step()).isTrue();

      assertThat(client.status(arn)).isEqualTo("FAILED");
      assertThat(passed()).isEqualTo(ofHours(1));
    }

    @Test
    void one_that_a_mock_says_nobody_sends_keeps_nobody_from_its_deadline() {
      TestStateMachine machine = env.define("approval", APPROVAL);
      machine.mock("Approve").neverAnswers();
      String arn = client.start(machine);

      assertThat(client.awaitEnd(arn)).isEqualTo("FAILED");
      assertThat(passed()).isEqualTo(ofHours(1));
    }

    @Test
    void one_whose_callback_is_lost_keeps_nobody_from_its_deadline() {
      TestStateMachine machine = env.define("approval", APPROVAL);
      machine.faults().on("Approve").losesCallback();
      String arn = client.start(machine);
      client.succeed(env.simulation().engine().tokens().all().get(0).token());

      assertThat(client.awaitEnd(arn)).isEqualTo("FAILED");
    }
  }

  @Nested
  class A_worker {
    @Test
    void on_the_thread_of_the_test_waits_for_a_task_as_long_as_aws_does() {
      env.activity("pick");
      String arn = client.start(env.define("picking", PICKING));

      JsonNode task = client.work(PICK);

      assertThat(passed()).isEqualTo(ofSeconds(50));
      client.succeed(task.get("taskToken").textValue());
      assertThat(client.status(arn)).isEqualTo("SUCCEEDED");
    }

    @Test
    void gets_nothing_if_none_comes_within_a_minute() {
      env.activity("pick");
      client.start(env.define("hour", HOUR));

      assertThat(client.work(PICK)).isEmpty();
      assertThat(passed()).isEqualTo(ofMinutes(1));
    }

    @Test
    void who_asks_in_vain_for_ever_is_told() {
      StepFunctionsEnvironment impatient =
          StepFunctionsEnvironment.builder().clientTime(ClientTime.onPoll(12)).build();
      TestCaller worker = new TestCaller(impatient);
      impatient.activity("pick");

      assertThatExceptionOfType(StuckExecutionError.class)
          .isThrownBy(
              () -> {
                while (worker.work(PICK).isEmpty()) {}
              })
          .withMessageContainingAll("GetActivityTask", "12 times in a row", "No execution runs");
      assertThat(passedIn(impatient)).isZero();
    }
  }

  @Nested
  class By_hand {
    private final StepFunctionsEnvironment byHand =
        StepFunctionsEnvironment.builder().clientTime(ClientTime.byHand()).build();
    private final TestCaller caller = new TestCaller(byHand);

    @Test
    void no_call_moves_time_but_a_step_does() {
      String arn = caller.start(byHand.define("hour", HOUR));
      for (int look = 0; look < 5; look++) {
        assertThat(caller.status(arn)).isEqualTo("RUNNING");
      }
      assertThat(passedIn(byHand)).isZero();

      byHand.step();

      assertThat(caller.status(arn)).isEqualTo("SUCCEEDED");
      assertThat(byHand.step()).isFalse();
      assertThat(byHand.nextInstant()).isEmpty();
    }

    @Test
    void who_polls_for_ever_is_told_who_moves_time() {
      String arn = caller.start(byHand.define("hour", HOUR));

      assertThatExceptionOfType(StuckExecutionError.class)
          .isThrownBy(() -> caller.awaitEnd(arn))
          .withMessageContainingAll("ClientTime.byHand()", "env.step()");
    }
  }

  @Nested
  class In_real_time {
    @Test
    void time_passes_while_somebody_polls() {
      StepFunctionsEnvironment fast =
          StepFunctionsEnvironment.builder().clientTime(ClientTime.real(1_000_000)).build();
      TestCaller caller = new TestCaller(fast);
      String arn = caller.start(fast.define("hour", HOUR));

      assertThat(caller.awaitEnd(arn)).isEqualTo("SUCCEEDED");
      assertThat(passedIn(fast)).isGreaterThanOrEqualTo(ofHours(1));
      assertThat(fast.executions().get(0).duration()).isEqualTo(ofHours(1));
    }

    @Test
    void what_is_due_happens_though_nobody_calls() {
      StepFunctionsEnvironment fast =
          StepFunctionsEnvironment.builder().clientTime(ClientTime.real(1_000_000)).build();
      TestStateMachine machine = fast.define("hour", HOUR);
      new TestCaller(fast).start(machine);

      ExecutionStatus status = ExecutionStatus.RUNNING;
      while (status == ExecutionStatus.RUNNING) {
        Thread.onSpinWait();
        status = machine.execution().status();
      }

      assertThat(status).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1_000_001, Double.NaN})
    void a_scale_that_makes_no_sense_is_refused(double scale) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ClientTime.real(scale))
          .withMessageContaining("more than 0 and 1,000,000 at most");
    }
  }

  @Test
  void the_same_calls_of_one_thread_give_the_same_histories() {
    assertThat(historiesOfTwoThatArePolled()).isEqualTo(historiesOfTwoThatArePolled());
  }

  private static List<String> historiesOfTwoThatArePolled() {
    StepFunctionsEnvironment fresh = StepFunctionsEnvironment.create();
    TestCaller caller = new TestCaller(fresh);
    String first = caller.start(fresh.define("hour", HOUR));
    String second = caller.start(fresh.define("minute", HOUR.replace("3600", "60")));
    caller.awaitEnd(first);
    caller.awaitEnd(second);
    return fresh.executions().stream().map(Execution::historyJson).toList();
  }

  @Test
  void the_number_of_polls_in_vain_is_at_least_one() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClientTime.onPoll(0))
        .withMessageContaining("must be at least 1, but is 0");
  }

  @Test
  void a_synchronous_execution_runs_to_its_end() {
    TestStateMachine machine = env.define("hour", HOUR.replace("3600", "60"), WorkflowType.EXPRESS);

    JsonNode answer =
        client.call("StartSyncExecution", Map.of("stateMachineArn", machine.arn(), "input", "{}"));

    assertThat(answer.get("status").textValue()).isEqualTo("SUCCEEDED");
    assertThat(passed()).isEqualTo(ofMinutes(1));
  }

  @Test
  void an_answer_that_polls_for_what_cannot_happen_meanwhile_is_told() {
    TestStateMachine hour = env.define("hour", HOUR);
    TestStateMachine machine = env.define("approval", APPROVAL);
    machine
        .mock("Approve")
        .answers(
            call -> {
              client.awaitEnd(client.start(hour));
              return Map.of();
            });

    assertThatExceptionOfType(StuckExecutionError.class)
        .isThrownBy(() -> client.start(machine))
        .withMessageContaining("No time passes while a Task waits for its answer");
    env.forgetAnswerErrors();
  }

  @Test
  void who_polls_for_an_execution_that_the_test_was_aborted_in_is_told_why() {
    String unmocked =
        """
        {"StartAt": "Charge", "States": {"Charge": {
          "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge",
          "End": true}}}
        """;
    TestStateMachine machine = env.define("order", unmocked);
    assertThatExceptionOfType(UnmockedTaskError.class).isThrownBy(() -> client.start(machine));

    assertThatExceptionOfType(StuckExecutionError.class)
        .isThrownBy(() -> client.status(machine.execution().arn()))
        .withMessageContaining("was abandoned when the test was aborted")
        .withCauseInstanceOf(UnmockedTaskError.class);
    env.forgetAnswerErrors();
  }
}

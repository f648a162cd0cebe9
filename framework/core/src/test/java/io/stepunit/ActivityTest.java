package io.stepunit;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.history.EventDetails;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Activities whose workers poll in the test. */
class ActivityTest {
  private static final String PICK =
      """
      {"StartAt": "Pick", "States": {
        "Pick": {"Type": "Task", "End": true, %s
          "Resource": "arn:aws:states:us-east-1:123456789012:activity:pick"}}}
      """;

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final Activity pick = env.activity("pick");

  private RunningExecution start(String fields) {
    return env.define("order", PICK.formatted(fields)).start("{\"id\": 7}").runUntilParked();
  }

  @Nested
  class A_task {
    @Test
    void waits_for_a_worker_and_starts_when_it_is_taken() {
      RunningExecution run = start("");
      assertThat(HistoryLines.of(run.snapshot()))
          .containsExactly("ExecutionStarted<-0", "TaskStateEntered<-0", "ActivityScheduled<-2");
      run.advance(ofHours(1));

      ActivityTask task = pick.poll("worker-1").orElseThrow();
      run.advance(ofSeconds(5));
      task.succeed(Map.of("picked", true));
      Execution ended = run.finish();

      assertThat(task.input()).isEqualTo(Json.parse("{\"id\": 7}"));
      assertThat(task.path()).isEqualTo("Pick");
      assertThat(ended.output()).hasValue(Json.parse("{\"picked\": true}"));
      assertThat(ended.duration()).isEqualTo(ofHours(1).plusSeconds(5));
      assertThat(HistoryLines.of(ended))
          .endsWith(
              "ActivityScheduled<-2",
              "ActivityStarted<-3",
              "ActivitySucceeded<-4",
              "TaskStateExited<-5",
              "ExecutionSucceeded<-6");
      assertThat(ended.events())
          .extracting(event -> event.details())
          .contains(new EventDetails.ActivityStarted("worker-1"));
    }

    @Test
    void a_task_that_nobody_takes_does_not_time_out_of_itself() {
      RunningExecution run = start("\"TimeoutSeconds\": 10,");

      run.advance(ofHours(5));

      assertThat(run.status()).isEqualTo(ExecutionStatus.RUNNING);
      assertThatThrownBy(run::finish)
          .isInstanceOf(StuckExecutionError.class)
          .hasMessageContaining("Pick (order:2) waits for a worker to poll its activity");
    }

    @Test
    void times_out_after_it_was_taken() {
      RunningExecution run = start("\"TimeoutSeconds\": 10,");
      run.advance(ofSeconds(100));
      ActivityTask task = pick.poll("worker-1").orElseThrow();

      Execution ended = run.finish();

      assertThat(ended.error()).hasValue("States.Timeout");
      assertThat(ended.duration()).isEqualTo(ofSeconds(110));
      assertThatThrownBy(() -> task.succeed("{}"))
          .isInstanceOf(TaskTokenException.class)
          .hasMessageStartingWith("TaskTimedOut");
    }

    @Test
    void lives_on_heartbeats() {
      RunningExecution run = start("\"HeartbeatSeconds\": 10,");
      ActivityTask task = pick.poll("worker-1").orElseThrow();
      run.advance(ofSeconds(9));
      task.heartbeat();
      run.advance(ofSeconds(9));
      assertThat(run.status()).isEqualTo(ExecutionStatus.RUNNING);

      run.advance(ofSeconds(1));

      assertThat(run.snapshot().error()).hasValue("States.Timeout");
      assertThat(run.snapshot().duration()).isEqualTo(ofSeconds(19));
    }

    @Test
    void a_task_is_given_out_anew_with_another_token_when_it_is_retried() {
      RunningExecution run =
          start("\"Retry\": [{\"ErrorEquals\": [\"Broken\"], \"IntervalSeconds\": 30}],");
      ActivityTask first = pick.poll("worker-1").orElseThrow();
      first.fail("Broken", "the shelf");
      assertThat(run.snapshot().duration()).isZero();

      ActivityTask second = pick.poll("worker-2").orElseThrow();

      assertThat(second.token().value()).isNotEqualTo(first.token().value());
      assertThat(env.now()).isEqualTo(StepFunctionsEnvironment.DEFAULT_START.plusSeconds(30));
      assertThatThrownBy(() -> first.succeed("{}")).isInstanceOf(TaskTokenException.class);
      second.succeed("{}");
      assertThat(run.finish().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void a_task_of_an_execution_that_was_stopped_is_not_given_out() {
      start("").stop();

      assertThat(pick.poll("worker-1")).isEmpty();
    }

    @Test
    void a_task_that_is_mocked_is_not_queued() {
      TestStateMachine order = env.define("order", PICK.formatted(""));
      order.mock("Pick").returns("{}");

      assertThat(order.run("{}").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
      assertThat(pick.poll()).isEmpty();
    }
  }

  @Nested
  class A_poll {
    @Test
    void may_say_which_of_several_tasks_the_worker_gets() {
      TestStateMachine order = env.define("order", PICK.formatted(""));
      order.start("{\"id\": 7}").runUntilParked();
      order.start("{\"id\": 8}").runUntilParked();

      ActivityTask second =
          pick.poll("worker-1", input -> input.get("id").intValue() == 8).orElseThrow();
      ActivityTask first = pick.poll("worker-2").orElseThrow();

      assertThat(second.input()).isEqualTo(Json.parse("{\"id\": 8}"));
      assertThat(first.input()).isEqualTo(Json.parse("{\"id\": 7}"));
    }

    @Test
    void takes_what_has_waited_longest() {
      TestStateMachine order = env.define("order", PICK.formatted(""));
      order.start("1");
      order.start("2");

      assertThat(List.of(pick.poll(), pick.poll()))
          .extracting(task -> task.orElseThrow().input().intValue())
          .containsExactly(1, 2);
      assertThat(pick.poll()).isEmpty();
    }

    @Test
    void waits_a_minute_for_a_task() {
      String late =
          """
          {"StartAt": "W", "States": {
            "W": {"Type": "Wait", "Seconds": %s, "Next": "Pick"},
            "Pick": {"Type": "Task", "Resource": "arn:aws:states:::activity:pick", "End": true}}}
          """;
      env.define("soon", late.formatted(60)).start("{}");
      env.define("later", late.formatted(121)).start("{}");

      assertThat(pick.poll("worker-1")).isPresent();
      assertThat(env.now()).isEqualTo(StepFunctionsEnvironment.DEFAULT_START.plusSeconds(60));
      assertThat(pick.poll("worker-1")).isEmpty();
      assertThat(env.now()).isEqualTo(StepFunctionsEnvironment.DEFAULT_START.plusSeconds(120));
    }

    @Test
    void a_poll_by_the_api_gives_token_and_input_or_nothing() {
      RunningExecution run = start("");
      String arn = "arn:aws:states:us-east-1:123456789012:activity:pick";

      JsonNode answer =
          env.api().call("GetActivityTask", Map.of("activityArn", arn, "workerName", "w"));

      assertThat(answer.get("input").textValue()).isEqualTo("{\"id\": 7}");
      assertThat(answer.get("taskToken").textValue()).isEqualTo(run.token("Pick").value());
      assertThat(env.api().call("GetActivityTask", Map.of("activityArn", arn))).isEmpty();
    }

    @Test
    void a_poll_of_an_activity_that_is_not_there_is_refused() {
      String arn = "arn:aws:states:us-east-1:123456789012:activity:pack";

      assertThatThrownBy(() -> env.api().call("GetActivityTask", Map.of("activityArn", arn)))
          .isInstanceOf(StepFunctionsException.class)
          .hasMessage("ActivityDoesNotExist: Activity Does Not Exist: '" + arn + "'");
    }
  }

  @Nested
  class A_deleted_activity {
    private static final String ARN = "arn:aws:states:us-east-1:123456789012:activity:pick";

    @Test
    void fails_its_tasks_before_they_are_scheduled_whatever_they_handle() {
      pick.delete();
      TestStateMachine order =
          env.define(
              "order",
              PICK.formatted(
                  "\"Retry\": [{\"ErrorEquals\": [\"States.ALL\"]}],"
                      + "\"Catch\": [{\"ErrorEquals\": [\"States.ALL\"], \"Next\": \"Pick\"}],"));

      Execution ended = order.run("{}");

      assertThat(HistoryLines.of(ended))
          .containsExactly("ExecutionStarted<-0", "TaskStateEntered<-0", "ExecutionFailed<-2");
      assertThat(ended.error()).hasValue("States.Runtime");
      assertThat(ended.cause())
          .hasValue(
              "An error occurred while executing the state 'Pick' (entered at the event id #2). The activity "
                  + ARN
                  + " does not exist.");
      JsonNode described = env.api().call("DescribeExecution", Map.of("executionArn", ended.arn()));
      assertThat(described.get("redriveStatus").textValue()).isEqualTo("REDRIVABLE");
    }

    @Test
    void is_not_there_for_the_api() {
      Map<String, String> request = Map.of("activityArn", ARN);
      JsonNode described = env.api().call("DescribeActivity", request);
      pick.delete();

      assertThat(described)
          .isEqualTo(
              Json.parse(
                  """
                  {"activityArn": "%s", "name": "pick", "creationDate": "2026-01-01T00:00:00Z",
                   "encryptionConfiguration": {"type": "AWS_OWNED_KEY"}}
                  """
                      .formatted(ARN)));
      for (String operation : List.of("DescribeActivity", "GetActivityTask")) {
        assertThatThrownBy(() -> env.api().call(operation, request))
            .isInstanceOf(StepFunctionsException.class)
            .hasMessage("ActivityDoesNotExist: Activity Does Not Exist: '" + ARN + "'");
      }
    }

    @Test
    void may_be_told_by_its_arn_and_be_created_anew() {
      env.activity(ARN).delete();
      assertThat(start("").status()).isEqualTo(ExecutionStatus.FAILED);

      Activity again = env.activity("pick");
      RunningExecution run = env.define("other", PICK.formatted("")).start("{}").runUntilParked();
      again.poll().orElseThrow().succeed("{}");

      assertThat(run.finish().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }
  }

  @Nested
  class A_closed_token {
    private final ActivityTask task = taken();

    private ActivityTask taken() {
      start("\"TimeoutSeconds\": 10,");
      return pick.poll().orElseThrow();
    }

    private void send(String operation, String output) {
      env.api().call(operation, Map.of("taskToken", task.token().value(), "output", output));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SendTaskSuccess", "SendTaskFailure", "SendTaskHeartbeat"})
    void names_the_activity_of_its_task(String operation) {
      env.advance(ofSeconds(10));

      assertThatThrownBy(() -> send(operation, "{}"))
          .isInstanceOf(TaskTokenException.class)
          .hasMessageStartingWith(
              "TaskTimedOut: Task Timed Out: 'arn:aws:states:us-east-1:123456789012:activity:pick' (");
    }

    @Test
    void is_told_of_a_broken_output_first() {
      assertThatThrownBy(() -> send("SendTaskSuccess", "not-json"))
          .hasMessage("InvalidOutput: Invalid Output: 'not-json' is not valid JSON.");
      send("SendTaskSuccess", "{}");

      assertThatThrownBy(() -> send("SendTaskSuccess", "not-json"))
          .hasMessage("InvalidOutput: Invalid Output: 'not-json' is not valid JSON.");
      assertThatThrownBy(() -> send("SendTaskSuccess", "{}"))
          .hasMessageStartingWith("TaskTimedOut: ");
    }
  }

  @Test
  void an_activity_that_is_not_polled_starts_at_once_as_before() {
    String pack = PICK.formatted("").replace("activity:pick", "activity:pack");
    RunningExecution run = env.define("order", pack).start("{}").runUntilParked();

    run.token("Pick").succeed("{\"a\": 1}");

    assertThat(run.finish().output()).hasValue(Json.parse("{\"a\": 1}"));
  }
}

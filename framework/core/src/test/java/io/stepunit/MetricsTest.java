package io.stepunit;

import static io.stepunit.monitoring.MetricName.ACTIVITIES_FAILED;
import static io.stepunit.monitoring.MetricName.ACTIVITIES_HEARTBEAT_TIMED_OUT;
import static io.stepunit.monitoring.MetricName.ACTIVITIES_SCHEDULED;
import static io.stepunit.monitoring.MetricName.ACTIVITIES_STARTED;
import static io.stepunit.monitoring.MetricName.ACTIVITIES_SUCCEEDED;
import static io.stepunit.monitoring.MetricName.ACTIVITIES_TIMED_OUT;
import static io.stepunit.monitoring.MetricName.ACTIVITY_TIME;
import static io.stepunit.monitoring.MetricName.APPROXIMATE_MAP_RUN_BACKLOG_SIZE;
import static io.stepunit.monitoring.MetricName.APPROXIMATE_OPEN_MAP_RUN_COUNT;
import static io.stepunit.monitoring.MetricName.EXECUTIONS_ABORTED;
import static io.stepunit.monitoring.MetricName.EXECUTIONS_FAILED;
import static io.stepunit.monitoring.MetricName.EXECUTIONS_REDRIVEN;
import static io.stepunit.monitoring.MetricName.EXECUTIONS_STARTED;
import static io.stepunit.monitoring.MetricName.EXECUTIONS_SUCCEEDED;
import static io.stepunit.monitoring.MetricName.EXECUTIONS_TIMED_OUT;
import static io.stepunit.monitoring.MetricName.EXECUTION_THROTTLED;
import static io.stepunit.monitoring.MetricName.EXECUTION_TIME;
import static io.stepunit.monitoring.MetricName.EXPRESS_EXECUTION_BILLED_DURATION;
import static io.stepunit.monitoring.MetricName.EXPRESS_EXECUTION_BILLED_MEMORY;
import static io.stepunit.monitoring.MetricName.EXPRESS_EXECUTION_MEMORY;
import static io.stepunit.monitoring.MetricName.LAMBDA_FUNCTIONS_FAILED;
import static io.stepunit.monitoring.MetricName.LAMBDA_FUNCTIONS_SCHEDULED;
import static io.stepunit.monitoring.MetricName.LAMBDA_FUNCTIONS_STARTED;
import static io.stepunit.monitoring.MetricName.LAMBDA_FUNCTIONS_SUCCEEDED;
import static io.stepunit.monitoring.MetricName.LAMBDA_FUNCTIONS_TIMED_OUT;
import static io.stepunit.monitoring.MetricName.LAMBDA_FUNCTION_RUN_TIME;
import static io.stepunit.monitoring.MetricName.LAMBDA_FUNCTION_SCHEDULE_TIME;
import static io.stepunit.monitoring.MetricName.LAMBDA_FUNCTION_TIME;
import static io.stepunit.monitoring.MetricName.OPEN_MAP_RUN_LIMIT;
import static io.stepunit.monitoring.MetricName.REDRIVEN_EXECUTIONS_FAILED;
import static io.stepunit.monitoring.MetricName.REDRIVEN_EXECUTIONS_SUCCEEDED;
import static io.stepunit.monitoring.MetricName.SERVICE_INTEGRATIONS_FAILED;
import static io.stepunit.monitoring.MetricName.SERVICE_INTEGRATIONS_SCHEDULED;
import static io.stepunit.monitoring.MetricName.SERVICE_INTEGRATIONS_STARTED;
import static io.stepunit.monitoring.MetricName.SERVICE_INTEGRATIONS_SUCCEEDED;
import static io.stepunit.monitoring.MetricName.SERVICE_INTEGRATIONS_TIMED_OUT;
import static io.stepunit.monitoring.MetricName.SERVICE_INTEGRATION_TIME;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stepunit.TaskReply.FailedStep;
import io.stepunit.asl.WorkflowType;
import io.stepunit.monitoring.MetricDatum;
import io.stepunit.monitoring.MetricName;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private static final String FUNCTION = "arn:aws:lambda:us-east-1:123456789012:function:charge";
  private static final String ACTIVITY = "arn:aws:states:us-east-1:123456789012:activity:pack";

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  private TestStateMachine task(String resource, String fields) {
    return task(resource, fields, WorkflowType.STANDARD);
  }

  private TestStateMachine task(String resource, String fields, WorkflowType type) {
    return env.define(
        "order",
        """
        {"TimeoutSeconds": 7200, "StartAt": "T", "States": {
          "T": {"Type": "Task", "Resource": "%s", %s "End": true}}}
        """
            .formatted(resource, fields),
        type);
  }

  private long count(MetricName name) {
    return env.metrics().count(name);
  }

  @Nested
  class Of_executions {
    @Test
    void count_how_they_ended() {
      TestStateMachine machine = task(FUNCTION, "");
      machine.mock("T").whenInput("$.how", "well").returns("1");
      machine.mock("T").whenInput("$.how", "badly").fails("Boom");
      machine.mock("T").whenInput("$.how", "never").neverAnswers();
      machine.run("{\"how\": \"well\"}");
      machine.run("{\"how\": \"well\"}");
      machine.run("{\"how\": \"badly\"}");
      machine.start("{\"how\": \"never\"}").stop();
      machine.run("{\"how\": \"never\"}");
      machine.start("{\"how\": \"well\"}");

      assertThat(count(EXECUTIONS_STARTED)).isEqualTo(6);
      assertThat(count(EXECUTIONS_SUCCEEDED)).isEqualTo(2);
      assertThat(count(EXECUTIONS_FAILED)).isEqualTo(1);
      assertThat(count(EXECUTIONS_ABORTED)).isEqualTo(1);
      assertThat(count(EXECUTIONS_TIMED_OUT)).isEqualTo(1);
      assertThat(count(EXECUTION_THROTTLED)).isZero();
    }

    @Test
    void tell_their_times() {
      TestStateMachine machine = task(FUNCTION, "");
      machine.mock("T").whenInput("$.n", 1).returns("1").taking(ofMillis(1500));
      machine.mock("T").whenInput("$.n", 2).returns("1").taking(ofSeconds(3));

      machine.run("{\"n\": 1}");
      machine.run("{\"n\": 2}");

      assertThat(env.metrics().times(EXECUTION_TIME)).containsExactly(ofMillis(1500), ofSeconds(3));
    }

    @Test
    void metrics_of_executions_are_told_apart_by_machine() {
      TestStateMachine order = task(FUNCTION, "");
      order.mock("T").returns("1");
      TestStateMachine pass =
          env.define("pass", "{\"StartAt\": \"P\", \"States\": {\"P\": {\"Type\": \"Succeed\"}}}");

      order.run("{}");
      pass.run("{}");
      pass.run("{}");

      assertThat(env.metrics().count(EXECUTIONS_SUCCEEDED, order.arn())).isEqualTo(1);
      assertThat(env.metrics().count(EXECUTIONS_SUCCEEDED, pass.arn())).isEqualTo(2);
    }

    @Test
    void metrics_of_executions_of_express_machines_tell_what_is_billed() {
      TestStateMachine machine = task(FUNCTION, "", WorkflowType.EXPRESS);
      machine.mock("T").returns("1").taking(ofMillis(1510));

      machine.run("{}");

      assertThat(env.metrics().times(EXPRESS_EXECUTION_BILLED_DURATION))
          .containsExactly(ofMillis(1600));
      assertThat(env.metrics().data())
          .contains(
              new MetricDatum(
                  EXPRESS_EXECUTION_BILLED_MEMORY,
                  machine.arn(),
                  Instant.parse("2026-01-01T00:00:01.510Z"),
                  64 * 1024 * 1024));
      assertThat(env.metrics().data())
          .filteredOn(datum -> datum.name() == EXPRESS_EXECUTION_MEMORY)
          .singleElement()
          .satisfies(memory -> assertThat(memory.unit()).hasToString("Bytes"))
          .satisfies(
              memory ->
                  assertThat(memory.value()).isBetween(50.0 * 1024 * 1024, 51.0 * 1024 * 1024));
    }

    @Test
    void each_start_and_each_end_tells_what_did_not_happen_too() {
      TestStateMachine machine = task(FUNCTION, "");
      machine.mock("T").returns("1").taking(ofSeconds(1));

      machine.run("{}");

      assertThat(env.metrics().data())
          .filteredOn(datum -> datum.name() == EXECUTIONS_STARTED)
          .extracting(MetricDatum::value)
          .containsExactly(1.0, 0.0);
      assertThat(env.metrics().data())
          .filteredOn(datum -> datum.name() == EXECUTIONS_TIMED_OUT)
          .extracting(MetricDatum::value)
          .containsExactly(0.0, 0.0);
      assertThat(env.metrics().toString()).doesNotContain("ExecutionsTimedOut");
    }

    @Test
    void count_redrives_and_how_they_ended_apart() {
      TestStateMachine machine = task(FUNCTION, "");
      machine.mock("T").fails("Boom").taking(ofSeconds(2)).thenFails("Boom").thenReturns("1");
      RunningExecution run = machine.start("{}");
      run.finish();

      run.redrive().finish();
      run.redrive().finish();

      assertThat(count(EXECUTIONS_STARTED)).isEqualTo(1);
      assertThat(count(EXECUTIONS_FAILED)).isEqualTo(2);
      assertThat(count(EXECUTIONS_SUCCEEDED)).isEqualTo(1);
      assertThat(count(EXECUTIONS_REDRIVEN)).isEqualTo(2);
      assertThat(count(REDRIVEN_EXECUTIONS_FAILED)).isEqualTo(1);
      assertThat(count(REDRIVEN_EXECUTIONS_SUCCEEDED)).isEqualTo(1);
      assertThat(env.metrics().times(EXECUTION_TIME)).containsExactly(ofSeconds(2));
    }

    @Test
    void metrics_of_executions_of_standard_machines_do_not() {
      TestStateMachine machine = task(FUNCTION, "");
      machine.mock("T").returns("1");

      machine.run("{}");

      assertThat(env.metrics().times(EXPRESS_EXECUTION_BILLED_DURATION)).isEmpty();
    }
  }

  @Nested
  class Of_tasks {
    @Test
    void count_each_attempt_of_a_lambda_function() {
      TestStateMachine machine =
          task(
              FUNCTION,
              "\"TimeoutSeconds\": 30, \"Retry\": [{\"ErrorEquals\": [\"States.ALL\"]}],");
      machine
          .mock("T")
          .fails("Busy")
          .taking(ofSeconds(2))
          .then()
          .neverAnswers()
          .thenReturns("1")
          .taking(ofSeconds(4));

      machine.run("{}");

      assertThat(env.metrics().count(LAMBDA_FUNCTIONS_SCHEDULED, FUNCTION)).isEqualTo(3);
      assertThat(env.metrics().count(LAMBDA_FUNCTIONS_STARTED, FUNCTION)).isEqualTo(3);
      assertThat(env.metrics().count(LAMBDA_FUNCTIONS_FAILED, FUNCTION)).isEqualTo(1);
      assertThat(env.metrics().count(LAMBDA_FUNCTIONS_TIMED_OUT, FUNCTION)).isEqualTo(1);
      assertThat(env.metrics().count(LAMBDA_FUNCTIONS_SUCCEEDED, FUNCTION)).isEqualTo(1);
      assertThat(env.metrics().times(LAMBDA_FUNCTION_RUN_TIME))
          .containsExactly(ofSeconds(2), ofSeconds(30), ofSeconds(4));
      assertThat(env.metrics().times(LAMBDA_FUNCTION_TIME))
          .isEqualTo(env.metrics().times(LAMBDA_FUNCTION_RUN_TIME));
      assertThat(env.metrics().times(LAMBDA_FUNCTION_SCHEDULE_TIME))
          .containsExactly(ofSeconds(0), ofSeconds(0), ofSeconds(0));
    }

    @Test
    void take_the_optimized_invoke_for_a_service_integration() {
      TestStateMachine machine =
          task("arn:aws:states:::lambda:invoke", "\"Parameters\": {\"FunctionName\": \"charge\"},");
      machine.mock("T").returnsPayload(1);

      machine.run("{}");

      assertThat(count(LAMBDA_FUNCTIONS_SCHEDULED)).isZero();
      assertThat(
              env.metrics().count(SERVICE_INTEGRATIONS_SUCCEEDED, "arn:aws:states:::lambda:invoke"))
          .isEqualTo(1);
    }

    @Test
    void count_calls_of_services() {
      TestStateMachine machine =
          task(
              "arn:aws:states:::dynamodb:getItem",
              "\"TimeoutSeconds\": 9, \"Retry\": [{\"ErrorEquals\": [\"States.ALL\"]}],");
      machine.mock("T").fails("Busy").then().neverAnswers().thenReturns(Map.of());

      machine.run("{}");

      assertThat(count(SERVICE_INTEGRATIONS_SCHEDULED)).isEqualTo(3);
      assertThat(count(SERVICE_INTEGRATIONS_STARTED)).isEqualTo(3);
      assertThat(count(SERVICE_INTEGRATIONS_FAILED)).isEqualTo(1);
      assertThat(count(SERVICE_INTEGRATIONS_TIMED_OUT)).isEqualTo(1);
      assertThat(count(SERVICE_INTEGRATIONS_SUCCEEDED)).isEqualTo(1);
      assertThat(env.metrics().times(SERVICE_INTEGRATION_TIME))
          .containsExactly(ofSeconds(0), ofSeconds(9), ofSeconds(0));
    }

    @Test
    void count_a_call_that_never_started_as_failed() {
      TestStateMachine machine = task(FUNCTION, "");
      machine.mock("T").fails("Throttled").at(FailedStep.START);

      machine.run("{}");

      assertThat(count(LAMBDA_FUNCTIONS_SCHEDULED)).isEqualTo(1);
      assertThat(count(LAMBDA_FUNCTIONS_STARTED)).isZero();
      assertThat(count(LAMBDA_FUNCTIONS_FAILED)).isEqualTo(1);
      assertThat(env.metrics().times(LAMBDA_FUNCTION_RUN_TIME)).isEmpty();
    }

    @Test
    void tell_a_missed_heartbeat_of_an_activity_from_a_timeout() {
      TestStateMachine machine =
          task(
              ACTIVITY,
              "\"TimeoutSeconds\": 300, \"HeartbeatSeconds\": 60,"
                  + " \"Retry\": [{\"ErrorEquals\": [\"States.ALL\"]}],");
      machine
          .mock("T")
          .neverAnswers()
          .then()
          .neverAnswers()
          .heartbeatsEvery(ofSeconds(50), 5)
          .thenFails("Torn")
          .thenReturns("1");

      machine.run("{}");

      assertThat(env.metrics().count(ACTIVITIES_SCHEDULED, ACTIVITY)).isEqualTo(4);
      assertThat(env.metrics().count(ACTIVITIES_STARTED, ACTIVITY)).isEqualTo(4);
      assertThat(env.metrics().count(ACTIVITIES_HEARTBEAT_TIMED_OUT, ACTIVITY)).isEqualTo(1);
      assertThat(env.metrics().count(ACTIVITIES_TIMED_OUT, ACTIVITY)).isEqualTo(1);
      assertThat(env.metrics().count(ACTIVITIES_FAILED, ACTIVITY)).isEqualTo(1);
      assertThat(env.metrics().count(ACTIVITIES_SUCCEEDED, ACTIVITY)).isEqualTo(1);
      assertThat(env.metrics().times(ACTIVITY_TIME)).startsWith(ofMinutes(1), ofMinutes(5));
    }
  }

  @Test
  void tell_how_many_map_runs_are_open() {
    TestStateMachine rows =
        env.define(
            "rows",
            """
            {"StartAt": "Rows", "States": {"Rows": {"Type": "Map", "End": true,
              "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED",
                "ExecutionType": "STANDARD"}, "StartAt": "W", "States": {
                  "W": {"Type": "Wait", "SecondsPath": "$", "End": true}}}}}}
            """);
    rows.start("[10]");
    RunningExecution stopped = rows.start("[20]");
    env.advance(ofSeconds(15));
    stopped.stop();
    rows.start("[5]").finish();

    assertThat(env.metrics().data())
        .filteredOn(datum -> datum.name() == APPROXIMATE_OPEN_MAP_RUN_COUNT)
        .extracting(MetricDatum::value)
        .containsExactly(1.0, 2.0, 1.0, 0.0, 1.0, 0.0);
    assertThat(env.metrics().highest(APPROXIMATE_OPEN_MAP_RUN_COUNT)).isEqualTo(2);
    assertThat(env.metrics().highest(OPEN_MAP_RUN_LIMIT)).isEqualTo(1_000);
    assertThat(env.metrics().highest(APPROXIMATE_MAP_RUN_BACKLOG_SIZE)).isZero();
    assertThat(env.metrics().toString()).doesNotContain("MapRun");
  }

  @Test
  void come_in_the_order_of_time() {
    TestStateMachine machine = task(FUNCTION, "");
    machine.mock("T").whenInput("$.n", 1).returns("1").taking(ofSeconds(9));
    machine.mock("T").whenInput("$.n", 2).returns("1").taking(ofSeconds(3));
    machine.start("{\"n\": 1}");
    machine.start("{\"n\": 2}");
    env.advance(ofMinutes(1));

    assertThat(env.metrics().data())
        .extracting(MetricDatum::timestamp)
        .isSortedAccordingTo(Instant::compareTo);
    assertThat(env.metrics().times(EXECUTION_TIME)).containsExactly(ofSeconds(3), ofSeconds(9));
  }

  @Test
  void metrics_are_read_by_what_they_are() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> env.metrics().count(EXECUTION_TIME))
        .withMessage("ExecutionTime is a metric in milliseconds: read it by times(…).");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> env.metrics().times(EXECUTIONS_FAILED))
        .withMessageContaining("count(…)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> env.metrics().times(EXPRESS_EXECUTION_BILLED_MEMORY))
        .withMessageContaining("data()");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> env.metrics().count(OPEN_MAP_RUN_LIMIT))
        .withMessage("OpenMapRunLimit is a metric that tells a level: read it by highest(…).");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> env.metrics().highest(EXECUTIONS_FAILED))
        .withMessage("ExecutionsFailed tells no level: read it by count(…).");
  }

  @Test
  void show_their_sums() {
    TestStateMachine machine = task(FUNCTION, "");
    machine.mock("T").returns("1").taking(ofMillis(1500));
    machine.run("{}");

    assertThat(env.metrics().toString())
        .contains(
            "ExecutionsStarted StateMachineArn=" + machine.arn() + ": 1",
            "LambdaFunctionTime LambdaFunctionArn=" + FUNCTION + ": 1500");
  }

  @Test
  void metrics_have_aws_names() {
    assertThat(Arrays.stream(MetricName.values()).map(MetricName::awsName).distinct())
        .hasSameSizeAs(MetricName.values())
        .allMatch(
            name ->
                name.matches(
                    "(Execution|Redriven|Express|Activit|Lambda|Service|Approximate|Open)[A-Za-z]+"));
  }
}

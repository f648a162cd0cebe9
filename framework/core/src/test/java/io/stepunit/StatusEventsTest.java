package io.stepunit;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.asl.WorkflowType;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.json.Json;
import io.stepunit.monitoring.StatusChangeEvent;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusEventsTest {
  private static final String WAIT =
      """
      {"TimeoutSeconds": 600, "StartAt": "W", "States": {
        "W": {"Type": "Wait", "SecondsPath": "$.s", "End": true}}}
      """;

  private final StepFunctionsEnvironment env =
      StepFunctionsEnvironment.builder().region("eu-north-1").account("210987654321").build();

  private JsonNode detail(int index) {
    return env.statusEvents().get(index).json().path("detail");
  }

  @Test
  void tell_start_and_end() {
    RunningExecution run = env.define("night", WAIT).start("{\"s\": 90}", "run-1");
    run.finish();

    JsonNode ended = env.statusEvents().get(1).json();
    assertThat(env.statusEvents())
        .extracting(StatusChangeEvent::status)
        .containsExactly(ExecutionStatus.RUNNING, ExecutionStatus.SUCCEEDED);
    assertThat(ended.path("id").asText()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    assertThat(Json.text(ended).replace(ended.path("id").asText(), "ID"))
        .isEqualTo(
            Json.text(
                Json.parse(
                    """
                    {"version": "0", "id": "ID",
                     "detail-type": "Step Functions Execution Status Change",
                     "source": "aws.states", "account": "210987654321",
                     "time": "2026-01-01T00:01:30Z", "region": "eu-north-1",
                     "resources": ["arn:aws:states:eu-north-1:210987654321:execution:night:run-1"],
                     "detail": {
                       "executionArn": "arn:aws:states:eu-north-1:210987654321:execution:night:run-1",
                       "stateMachineArn": "arn:aws:states:eu-north-1:210987654321:stateMachine:night",
                       "name": "run-1", "status": "SUCCEEDED",
                       "startDate": 1767225600000, "stopDate": 1767225690000,
                       "input": "{\\"s\\": 90}", "output": "{\\"s\\": 90}",
                       "stateMachineVersionArn": null, "stateMachineAliasArn": null,
                       "redriveCount": 0, "redriveDate": null, "redriveStatus": "NOT_REDRIVABLE",
                       "redriveStatusReason": "Execution is SUCCEEDED and cannot be redriven",
                       "inputDetails": {"included": true}, "outputDetails": {"included": true},
                       "error": null, "cause": null}}
                    """)));
  }

  @Test
  void status_events_of_a_running_execution_have_no_end() {
    env.define("night", WAIT).start("{\"s\": 90}");

    assertThat(env.statusEvents()).hasSize(1);
    assertThat(detail(0).path("stopDate").isNull()).isTrue();
    assertThat(detail(0).path("output").isNull()).isTrue();
    assertThat(detail(0).path("outputDetails").isNull()).isTrue();
    assertThat(detail(0).path("redriveStatusReason").asText())
        .isEqualTo("Execution is RUNNING and cannot be redriven");
  }

  @Test
  void tell_error_and_cause_of_a_failure_and_that_it_can_be_redriven() {
    env.define(
            "broken",
            """
            {"StartAt": "F", "States": {"F": {"Type": "Fail", "Error": "Boom", "Cause": "why"}}}
            """)
        .run("{}");

    assertThat(detail(1).path("status").asText()).isEqualTo("FAILED");
    assertThat(detail(1).path("error").asText()).isEqualTo("Boom");
    assertThat(detail(1).path("cause").asText()).isEqualTo("why");
    assertThat(detail(1).path("redriveStatus").asText()).isEqualTo("REDRIVABLE");
    assertThat(detail(1).path("redriveStatusReason").isNull()).isTrue();
  }

  @Test
  void tell_an_abort_with_its_reason_and_a_timeout_without() {
    RunningExecution stopped = env.define("night", WAIT).start("{\"s\": 90}");
    stopped.stop("Manual", "enough");
    env.define("late", WAIT).run("{\"s\": 601}");

    assertThat(detail(1).path("status").asText()).isEqualTo("ABORTED");
    assertThat(detail(1).path("error").asText()).isEqualTo("Manual");
    assertThat(detail(1).path("cause").asText()).isEqualTo("enough");
    assertThat(detail(3).path("status").asText()).isEqualTo("TIMED_OUT");
    assertThat(detail(3).path("error").isNull()).isTrue();
  }

  @Test
  void status_events_of_several_executions_come_in_the_order_of_time() {
    TestStateMachine machine = env.define("night", WAIT);
    machine.start("{\"s\": 90}", "slow");
    machine.start("{\"s\": 30}", "fast");
    env.advance(ofMinutes(2));

    assertThat(env.statusEvents())
        .extracting(event -> event.name() + " " + event.status())
        .containsExactly("slow RUNNING", "fast RUNNING", "fast SUCCEEDED", "slow SUCCEEDED");
  }

  @Test
  void status_events_are_not_sent_of_express_executions() {
    env.define("quick", WAIT, WorkflowType.EXPRESS).run("{\"s\": 1}");

    assertThat(env.statusEvents()).isEmpty();
  }

  /** 248 KiB are 253,952 bytes; the text {"t":"xx…"} has 8 characters beside its x, escaped 14. */
  @ParameterizedTest
  @CsvSource({
    "126962, true, true",
    "126963, false, true",
    "253938, false, true",
    "253939, false, false"
  })
  void leave_out_data_over_248_kib(int length, boolean input, boolean output) {
    StepFunctionsEnvironment unlimited =
        StepFunctionsEnvironment.builder().withoutLimits(ServiceLimit.PAYLOAD_BYTES).build();
    unlimited
        .define("big", "{\"StartAt\": \"S\", \"States\": {\"S\": {\"Type\": \"Succeed\"}}}")
        .run(Map.of("t", "x".repeat(length)));

    JsonNode detail = unlimited.statusEvents().get(1).json().path("detail");

    assertThat(detail.path("inputDetails").path("included").asBoolean()).isEqualTo(input);
    assertThat(detail.path("input").isNull()).isEqualTo(!input);
    assertThat(detail.path("outputDetails").path("included").asBoolean()).isEqualTo(output);
    assertThat(detail.path("output").isNull()).isEqualTo(!output);
  }

  @Test
  void status_events_are_the_same_in_each_run() {
    env.define("night", WAIT).run("{\"s\": 90}");
    StepFunctionsEnvironment again =
        StepFunctionsEnvironment.builder().region("eu-north-1").account("210987654321").build();
    again.define("night", WAIT).run("{\"s\": 90}");

    assertThat(again.statusEvents().get(0).json()).isEqualTo(env.statusEvents().get(0).json());
    assertThat(env.statusEvents().get(0).json().path("id"))
        .isNotEqualTo(env.statusEvents().get(1).json().path("id"));
  }
}

package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.asl.WorkflowType;
import io.stepunit.history.ExecutionStatus;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each limit bites where no other does, and only it, when it is lifted, lets go. */
class ServiceLimitTest {
  private static final String WAIT =
      """
      {"StartAt": "W", "States": {
        "W": {"Type": "Wait", "SecondsPath": "$.s", "End": true}}}
      """;
  private static final String ALL_AT_ONCE =
      """
      {"TimeoutSeconds": 15, "StartAt": "M", "States": {"M": {"Type": "Map", "End": true,
        "ItemProcessor": {"StartAt": "W", "States": {
          "W": {"Type": "Wait", "Seconds": 10, "End": true}}}}}}
      """;
  private static final String EACH =
      """
      {"StartAt": "M", "States": {"M": {"Type": "Map", "End": true,
        "ItemProcessor": {"StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}}}}
      """;
  private static final String BIG =
      """
      {"StartAt": "P", "States": {"P": {"Type": "Pass", "End": true,
        "Parameters": {"twice.$": "States.Format('{}{}', $.t, $.t)"}}}}
      """;

  private static Execution beyond(ServiceLimit limit, StepFunctionsEnvironment env) {
    return switch (limit) {
      case HISTORY_EVENTS -> env.define("m", EACH).run("[" + "1, ".repeat(7_000) + "1]");
      case PAYLOAD_BYTES -> env.define("m", BIG).run("{\"t\": \"" + "x".repeat(200_000) + "\"}");
      case STANDARD_EXECUTION_TIME -> env.define("m", WAIT).run("{\"s\": 31536001}");
      case EXPRESS_EXECUTION_TIME ->
          env.define("m", WAIT, WorkflowType.EXPRESS).run("{\"s\": 301}");
      case INLINE_MAP_CONCURRENCY ->
          env.define("m", ALL_AT_ONCE).run("[" + "1, ".repeat(40) + "1]");
    };
  }

  @ParameterizedTest
  @EnumSource
  void holds_when_all_others_are_lifted(ServiceLimit limit) {
    ServiceLimit[] others =
        Arrays.stream(ServiceLimit.values())
            .filter(other -> other != limit)
            .toArray(ServiceLimit[]::new);
    StepFunctionsEnvironment env = StepFunctionsEnvironment.builder().withoutLimits(others).build();

    assertThat(beyond(limit, env).status()).isNotEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @ParameterizedTest
  @EnumSource
  void service_limit_does_not_hold_when_it_is_lifted(ServiceLimit limit) {
    StepFunctionsEnvironment env = StepFunctionsEnvironment.builder().withoutLimits(limit).build();

    assertThat(beyond(limit, env).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void service_limit_of_payloads_holds_in_express_executions_too() {
    TestStateMachine machine =
        StepFunctionsEnvironment.create().define("m", BIG, WorkflowType.EXPRESS);
    String big = "{\"t\": \"" + "x".repeat(200_000) + "\"}";
    String bigger = "{\"t\": \"" + "x".repeat(262_144) + "\"}";

    assertThat(machine.startSync(big).error()).contains("States.DataLimitExceeded");
    assertThatThrownBy(() -> machine.startSync(bigger)).hasMessageContaining("262144");
  }
}

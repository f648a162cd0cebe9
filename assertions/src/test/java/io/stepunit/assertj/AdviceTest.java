package io.stepunit.assertj;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;

import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a failed assertion says of an execution that stands in a way that has a name. */
class AdviceTest {
  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  private static String messageOf(Execution run) {
    return Messages.of(() -> assertThat(run).isSucceeded());
  }

  @Test
  void a_running_execution_is_in_its_innermost_states() {
    TestStateMachine each =
        env.define(
            "each",
            """
            {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true,
              "ItemProcessor": {"StartAt": "W", "States": {
                "W": {"Type": "Wait", "Seconds": 10, "End": true}}}}}}
            """);

    assertThat(messageOf(each.start("[1, 2]").advance(Duration.ofSeconds(1)).snapshot()))
        .contains(
            "\nbut it is RUNNING\nIt is in Each[0]/W (each:3), Each[1]/W (each:3). The test lets it"
                + " go on by finish(), advance(…) or runUntil(…)");
  }

  @Test
  void one_that_was_only_started_has_done_nothing() {
    assertThat(messageOf(env.define("w", WAIT).start().snapshot()))
        .contains("Nothing of it has happened yet. The test lets it go on by finish()");
  }

  private static final String WAIT =
      """
      {"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 10, "End": true}}}
      """;

  @Test
  void an_error_is_told_from_one_of_another_case_that_is_handled() {
    TestStateMachine order =
        env.define(
            "order",
            """
            {"StartAt": "Charge", "States": {"Charge": {"Type": "Task", "End": true,
              "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge",
              "Retry": [{"ErrorEquals": ["Gateway.Busy"], "MaxAttempts": 1}]}}}
            """);
    order.mock("Charge").fails("gateway.busy");

    assertThat(messageOf(order.run()))
        .contains(
            "\nSee state Charge (order:1)\n'Charge' (order:1) handles 'Gateway.Busy', and the error"
                + " is 'gateway.busy': names are compared with their case\n");

    order.mock("Charge").fails("Gateway.Busy");
    assertThat(messageOf(order.run())).doesNotContain("are compared with their case");
  }

  @Test
  void an_endless_loop_is_shown_from_its_start() {
    TestStateMachine poll =
        env.define(
            "poll",
            """
            {"StartAt": "First", "States": {
              "First": {"Type": "Pass", "Next": "Wait"},
              "Wait": {"Type": "Wait", "Seconds": 60, "Next": "Ask"},
              "Ask": {"Type": "Task", "Next": "Done?",
                "Resource": "arn:aws:lambda:us-east-1:123456789012:function:ask"},
              "Done?": {"Type": "Choice", "Default": "Wait", "Choices": [
                {"Variable": "$.status", "StringEquals": "DONE", "Next": "Done"}]},
              "Done": {"Type": "Succeed"}}}
            """);
    poll.mock("Ask").returns(Map.of("status", "PENDING"));

    assertThat(messageOf(poll.run()))
        .containsPattern("\nIt went [\\d,]+ times round: Wait > Ask > Done\\?\n");
  }
}

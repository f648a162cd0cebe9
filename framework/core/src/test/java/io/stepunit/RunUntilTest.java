package io.stepunit;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.history.ExecutionStatus;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RunUntilTest {
  /** An approval, beside which reminders are sent until it comes. */
  private static final String REMINDED =
      """
      {"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "End": true, "Branches": [
        {"StartAt": "Ask", "States": {"Ask": {"Type": "Task", "End": true,
          "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
          "Parameters": {"QueueUrl": "q", "MessageBody.$": "$$.Task.Token"}}}},
        {"StartAt": "Later", "States": {
          "Later": {"Type": "Wait", "Seconds": 3600, "Next": "Answered?"},
          "Answered?": {"Type": "Choice", "Default": "Later",
            "Choices": [{"Variable": "$.stop", "IsPresent": true, "Next": "Stop"}]},
          "Stop": {"Type": "Succeed"}}}]}}}
      """;

  private static final String STEPS =
      """
      {"StartAt": "First", "States": {
        "First": {"Type": "Wait", "Seconds": 60, "Next": "Second"},
        "Second": {"Type": "Wait", "Seconds": 30, "Next": "Last"},
        "Last": {"Type": "Succeed"}}}
      """;

  private static final String ASK =
      """
      {"StartAt": "Before", "States": {
        "Before": {"Type": "Wait", "Seconds": 60, "Next": "Ask"},
        "Ask": {"Type": "Task", "End": true, "TimeoutSeconds": 600,
          "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
          "Parameters": {"QueueUrl": "q", "MessageBody.$": "$$.Task.Token"}}}}
      """;

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  @Nested
  class Until_parked {
    @Test
    void no_time_passes_while_a_token_is_awaited_whatever_else_goes_on() {
      RunningExecution run = env.define("reminded", REMINDED).start().runUntilParked();

      assertThat(run.snapshot().duration()).isEqualTo(ZERO);
      assertThat(run.snapshot().path()).containsExactly("Both", "Ask", "Later");
      assertThat(run.runUntilParked().snapshot().duration()).isEqualTo(ZERO);
      assertThat(run.advance(ofHours(2)).snapshot().visits("Answered?")).hasSize(2);
    }

    @Test
    void all_that_is_due_at_the_instant_of_the_token_happens() {
      String three =
          """
          {"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "End": true, "Branches": [
            {"StartAt": "Ask", "States": {"Ask": {"Type": "Task", "End": true,
              "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken"}}},
            {"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"},
              "B": {"Type": "Pass", "Next": "C"}, "C": {"Type": "Pass", "End": true}}}]}}}
          """;

      assertThat(env.define("three", three).start().runUntilParked().snapshot().path())
          .contains("A", "B", "C");
    }

    @Test
    void another_executions_token_does_not_hold_the_time() {
      TestStateMachine ask = env.define("ask", ASK);
      ask.start().runUntilParked();

      RunningExecution second = env.define("steps", STEPS).start().runUntilParked();

      assertThat(second.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
      assertThat(second.snapshot().duration()).isEqualTo(ofSeconds(90));
    }

    @Test
    void a_callback_of_a_mock_is_waited_for() {
      TestStateMachine ask = env.define("ask", ASK);
      ask.mock("Ask").isCalledBackAfter(ofMinutes(5)).with(Map.of());

      RunningExecution run = ask.start().runUntilParked();

      assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }
  }

  @Nested
  class Until_a_state {
    @Test
    void is_entered_and_nothing_of_it_has_happened() {
      RunningExecution run = env.define("steps", STEPS).start().runUntil("Second");

      assertThat(run.snapshot().path()).containsExactly("First", "Second");
      assertThat(run.snapshot().duration()).isEqualTo(ofMinutes(1));
      assertThat(run.status()).isEqualTo(ExecutionStatus.RUNNING);
    }

    @Test
    void is_entered_the_next_time() {
      RunningExecution run = env.define("reminded", REMINDED).start();

      assertThat(run.runUntil("Answered?").snapshot().duration()).isEqualTo(ofHours(1));
      assertThat(run.runUntil("Answered?").snapshot().duration()).isEqualTo(ofHours(2));
    }

    @Test
    void is_found_by_its_path_in_a_map() {
      String each =
          """
          {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true, "MaxConcurrency": 1,
            "ItemProcessor": {%s "StartAt": "W", "States": {
              "W": {"Type": "Wait", "Seconds": 10, "End": true}}}}}}
          """;
      String distributed =
          """
          "ProcessorConfig": {"Mode": "DISTRIBUTED"},\
          """;

      assertThat(env.define("i", each.formatted("")).start("[1, 2, 3]").runUntil("Each[1]/W"))
          .extracting(run -> run.snapshot().duration())
          .isEqualTo(ofSeconds(10));
      RunningExecution run = env.define("d", each.formatted(distributed)).start("[1, 2, 3]");
      assertThat(run.runUntil("Each[2]/W").snapshot().duration()).isEqualTo(ofSeconds(20));
    }

    @Test
    void that_the_machine_does_not_have_is_refused_with_the_nearest_name() {
      RunningExecution run = env.define("steps", STEPS).start();

      assertThatThrownBy(() -> run.runUntil("Secnd"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "The machine 'steps' (steps) has no state 'Secnd'. Did you mean 'Second'?"
                  + " Its states: First, Second, Last.");
      assertThat(run.snapshot().path()).isEmpty();
    }

    @Test
    void that_is_never_entered_fails_with_how_the_execution_ended() {
      RunningExecution run = env.define("steps", STEPS).start().runUntil("Last");

      assertThatThrownBy(() -> run.runUntil("First"))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("was to enter 'First' (steps:2), and ended SUCCEEDED without it.")
          .hasMessageContaining("Timeline of execution " + run.name());
    }

    @Test
    void that_nothing_leads_to_fails_with_what_the_execution_waits_for() {
      RunningExecution run =
          env.define("ask", ASK.replace(", \"TimeoutSeconds\": 600", "")).start();
      run.runUntilParked();

      assertThatThrownBy(() -> run.runUntil("Before"))
          .isInstanceOf(StuckExecutionError.class)
          .hasMessageContaining("cannot enter 'Before', however much virtual time passes.")
          .hasMessageContaining("Ask (ask:3) waits for its task token");
    }
  }

  @Nested
  class Until_a_token {
    @Test
    void is_awaited() {
      RunningExecution run = env.define("ask", ASK).start().runUntilToken("Ask");

      assertThat(run.snapshot().duration()).isEqualTo(ofMinutes(1));
      run.token("Ask").succeed("{}");
      assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void is_awaited_while_others_wait() {
      String both =
          """
          {"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "End": true, "Branches": [
            {"StartAt": "Desk", "States": {"Desk": {"Type": "Task", "End": true,
              "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken"}}},
            {"StartAt": "Day", "States": {"Day": {"Type": "Wait", "Seconds": 86400, "Next": "Boss"},
              "Boss": {"Type": "Task", "End": true,
                "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken"}}}]}}}
          """;

      RunningExecution run = env.define("both", both).start().runUntilToken("Boss");

      assertThat(run.snapshot().duration()).isEqualTo(ofHours(24));
    }

    @Test
    void that_a_mock_sends_is_never_awaited() {
      TestStateMachine ask = env.define("ask", ASK);
      ask.mock("Ask").isCalledBackAfter(ofMinutes(5)).with(Map.of());
      RunningExecution run = ask.start();

      assertThatThrownBy(() -> run.runUntilToken("Ask"))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("was to await a token in 'Ask' (ask:3), and ended SUCCEEDED");
    }

    @Test
    void of_a_state_that_there_is_not_is_refused() {
      RunningExecution run = env.define("ask", ASK).start();

      assertThatThrownBy(() -> run.runUntilToken("Aks"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("has no state 'Aks'. Did you mean 'Ask'?");
    }
  }

  @Nested
  class To_the_next_event {
    @Test
    void time_goes_from_one_instant_to_the_next() {
      RunningExecution run = env.define("steps", STEPS).start();

      assertThat(run.advanceToNextEvent().snapshot().path()).containsExactly("First");
      assertThat(run.advanceToNextEvent().snapshot().duration()).isEqualTo(ofSeconds(60));
      assertThat(run.advanceToNextEvent().snapshot().duration()).isEqualTo(ofSeconds(90));
      assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
      assertThat(run.advanceToNextEvent().snapshot().duration()).isEqualTo(ofSeconds(90));
    }

    @Test
    void a_deadline_is_one() {
      RunningExecution run = env.define("ask", ASK).start().runUntilToken("Ask");

      assertThat(run.advanceToNextEvent().snapshot().error()).contains("States.Timeout");
    }

    @Test
    void nothing_to_come_is_told() {
      RunningExecution run =
          env.define("ask", ASK.replace(", \"TimeoutSeconds\": 600", "")).start().runUntilParked();

      assertThatThrownBy(run::advanceToNextEvent)
          .isInstanceOf(StuckExecutionError.class)
          .hasMessageContaining("cannot go on, however much virtual time passes.")
          .hasMessageContaining("Ask (ask:3) waits for its task token");
    }
  }
}

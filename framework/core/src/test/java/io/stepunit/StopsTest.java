package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.history.ExecutionStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** StopExecution and the machine's TimeoutSeconds, whatever they interrupt. */
class StopsTest {
  private static final String TASK =
      "{\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::sqs:sendMessage.waitForTaskToken\","
          + " \"End\": true}";
  private static final String SCOPE = "{\"StartAt\": \"T\", \"States\": {\"T\": " + TASK + "}}";

  private TestStateMachine machine(String top, String state) {
    return StepFunctionsEnvironment.create()
        .define("m", "{%s \"StartAt\": \"S\", \"States\": {\"S\": %s}}".formatted(top, state));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        TASK + " | TaskSubmitted<-4",
        "{\"Type\": \"Map\", \"End\": true, \"ItemProcessor\": " + SCOPE + "} | TaskSubmitted<-7",
        "{\"Type\": \"Parallel\", \"End\": true, \"Branches\": [" + SCOPE + "]} | TaskSubmitted<-6",
        "{\"Type\": \"Wait\", \"Seconds\": 9000, \"End\": true} | WaitStateEntered<-0"
      })
  void leave_nothing_of_what_they_cut_off(String state, String last) {
    RunningExecution stopped = machine("", state).start("[1]");
    stopped.advance(Duration.ofSeconds(5));
    RunningExecution late = machine("\"TimeoutSeconds\": 5,", state).start("[1]");
    late.advance(Duration.ofSeconds(5));

    Execution aborted = stopped.stop("Manual", "probe").snapshot();
    Execution timedOut = late.snapshot();

    assertThat(aborted.status()).isEqualTo(ExecutionStatus.ABORTED);
    assertThat(HistoryLines.of(aborted)).endsWith(last, "ExecutionAborted<-0");
    assertThat(timedOut.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
    assertThat(HistoryLines.of(timedOut)).endsWith(last, "ExecutionTimedOut<-0");
  }

  @Test
  void tell_their_error_and_cause_and_come_once() {
    RunningExecution run = machine("", TASK).start("{}").runUntilParked();
    TaskToken token = run.token("S");

    run.stop("Manual", "probe");
    run.stop("Other", "late");

    assertThat(run.snapshot().error()).contains("Manual");
    assertThat(run.snapshot().cause()).contains("probe");
    assertThat(run.snapshot().events()).hasSize(6);
    assertThatThrownBy(() -> token.succeed("{}")).isInstanceOf(TaskTokenException.class);
  }

  @Test
  void stops_do_not_change_what_has_ended() {
    RunningExecution run = machine("", "{\"Type\": \"Pass\", \"End\": true}").start("{}");
    Execution before = run.finish();

    run.stop("Manual", "late");

    assertThat(run.snapshot().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(HistoryLines.of(run.snapshot())).isEqualTo(HistoryLines.of(before));
  }

  @Test
  void end_a_retrys_delay() {
    TestStateMachine machine =
        machine(
            "",
            """
            {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
              "Retry": [{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 60}]}
            """);
    machine.mock("S").fails("Boom", "why");
    RunningExecution run = machine.start("{}");
    run.advance(Duration.ofSeconds(30));

    run.stop();
    run.advance(Duration.ofSeconds(60));

    assertThat(HistoryLines.of(run.snapshot()))
        .isEqualTo(
            List.of(
                "ExecutionStarted<-0",
                "TaskStateEntered<-0",
                "TaskScheduled<-2",
                "TaskStarted<-3",
                "TaskFailed<-4",
                "ExecutionAborted<-0"));
  }
}

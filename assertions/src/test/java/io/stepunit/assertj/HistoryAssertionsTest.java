package io.stepunit.assertj;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static io.stepunit.history.EventType.EXECUTION_FAILED;
import static io.stepunit.history.EventType.EXECUTION_SUCCEEDED;
import static io.stepunit.history.EventType.LAMBDA_FUNCTION_FAILED;
import static io.stepunit.history.EventType.LAMBDA_FUNCTION_SCHEDULED;
import static io.stepunit.history.EventType.LAMBDA_FUNCTION_SUCCEEDED;
import static io.stepunit.history.EventType.PASS_STATE_ENTERED;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.Execution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryAssertionsTest {

  @TempDir Path directory;

  @Test
  void others_may_stand_between_the_events() {
    assertThat(Runs.retried())
        .hasEventsInOrder(
            LAMBDA_FUNCTION_SCHEDULED,
            LAMBDA_FUNCTION_FAILED,
            LAMBDA_FUNCTION_SCHEDULED,
            LAMBDA_FUNCTION_FAILED,
            LAMBDA_FUNCTION_SCHEDULED,
            LAMBDA_FUNCTION_SUCCEEDED,
            EXECUTION_SUCCEEDED)
        .hasEventsInOrder(PASS_STATE_ENTERED, PASS_STATE_ENTERED)
        .hasEventsInOrder();
  }

  @Test
  void a_missing_event_is_told() {
    Execution run = Runs.paid();

    assertThat(
            Messages.of(
                () ->
                    assertThat(run)
                        .hasEventsInOrder(LAMBDA_FUNCTION_SCHEDULED, LAMBDA_FUNCTION_FAILED)))
        .isEqualTo(
            """

            Expecting the history of execution run-1 to have these events in order, others in between allowed
              LambdaFunctionScheduled, LambdaFunctionFailed
            but there is no LambdaFunctionFailed after event 5 (LambdaFunctionScheduled)
            See state Charge (order.asl.json:8)

            Timeline of execution run-1, seed 42:
              +00:00:00.000  #1             ExecutionStarted
              +00:00:00.000  #2   Validate  PassStateEntered (order.asl.json:4)
              +00:00:00.000  #4   Charge    TaskStateEntered (order.asl.json:8)
            > +00:00:00.000  #5   Charge    LambdaFunctionScheduled, attempt 1
              +00:00:03.000  #7   Charge    LambdaFunctionSucceeded
              +00:00:03.000  #9   Ship      PassStateEntered (order.asl.json:35)
              +00:00:03.000  #11            ExecutionSucceeded
            """);
    assertThat(Messages.of(() -> assertThat(run).hasEventsInOrder(EXECUTION_FAILED)))
        .contains("but there is no ExecutionFailed\n");
    assertThat(Messages.of(() -> assertThat(Runs.notBegun()).hasEventsInOrder(EXECUTION_FAILED)))
        .contains("but there is no ExecutionFailed\n");
  }

  @Test
  void a_recorded_history_is_found_on_the_class_path_and_as_a_file() throws IOException {
    Execution run = Runs.paid();
    Path file = Files.writeString(directory.resolve("paid.json"), run.historyJson());

    assertThat(run)
        .matchesHistory("recorded-history.json")
        .matchesHistory(file)
        .matchesHistory(file.toString())
        .matchesHistoryAndTimestamps(file)
        .matchesHistoryAndTimestamps(file.toString());
  }

  @Test
  void timestamps_count_only_when_asked_for() {
    Execution run = Runs.paid();

    assertThat(
            Messages.of(() -> assertThat(run).matchesHistoryAndTimestamps("recorded-history.json")))
        .isEqualTo(
            """

            Expecting the history of execution run-1 to match recorded-history.json
            but event 1 differs
            First difference at /timestamp
              expected: 2025-06-03T12:07:20Z
              found:    2026-01-01T00:00:00Z

            Timeline of execution run-1, seed 42:
            > +00:00:00.000  #1             ExecutionStarted
              +00:00:00.000  #2   Validate  PassStateEntered (order.asl.json:4)
              +00:00:00.000  #4   Charge    TaskStateEntered (order.asl.json:8)
              +00:00:00.000  #5   Charge    LambdaFunctionScheduled, attempt 1
              +00:00:03.000  #7   Charge    LambdaFunctionSucceeded
              +00:00:03.000  #9   Ship      PassStateEntered (order.asl.json:35)
              +00:00:03.000  #11            ExecutionSucceeded
            """);
  }

  @Test
  void a_difference_in_the_details_is_told_by_its_pointer() throws IOException {
    Execution run = Runs.paid();
    String recorded = run.historyJson().replace("\\\"ok\\\":true", "\\\"ok\\\":\\\"yes\\\"");
    Path file = Files.writeString(directory.resolve("recorded.json"), recorded);

    assertThat(Messages.of(() -> assertThat(run).matchesHistory(file)))
        .isEqualTo(
            """

            Expecting the history of execution run-1 to match recorded.json
            but event 7 differs
            First difference at /lambdaFunctionSucceededEventDetails/output/ok
              expected: "yes"
              found:    true
            See state Charge (order.asl.json:8)

            Timeline of execution run-1, seed 42:
              +00:00:00.000  #1             ExecutionStarted
              +00:00:00.000  #2   Validate  PassStateEntered (order.asl.json:4)
              +00:00:00.000  #4   Charge    TaskStateEntered (order.asl.json:8)
              +00:00:00.000  #5   Charge    LambdaFunctionScheduled, attempt 1
            > +00:00:03.000  #7   Charge    LambdaFunctionSucceeded
              +00:00:03.000  #9   Ship      PassStateEntered (order.asl.json:35)
              +00:00:03.000  #11            ExecutionSucceeded
            """);
  }

  @Test
  void another_sequence_of_events_is_told_side_by_side() {
    Execution run = Runs.broken();

    assertThat(Messages.of(() -> assertThat(run).matchesHistory("recorded-history.json")))
        .isEqualTo(
            """

            Expecting the history of execution run-1 to match recorded-history.json
            but event 7 differs
            First difference in the order of events
              expected: LambdaFunctionSucceeded, TaskStateExited Charge, PassStateEntered Ship, PassStateExited Ship, ExecutionSucceeded
              found:    LambdaFunctionFailed, ExecutionFailed
                expected                   found
                ExecutionStarted           ExecutionStarted
                PassStateEntered Validate  PassStateEntered Validate
                PassStateExited Validate   PassStateExited Validate
                TaskStateEntered Charge    TaskStateEntered Charge
                LambdaFunctionScheduled    LambdaFunctionScheduled
                LambdaFunctionStarted      LambdaFunctionStarted
              - LambdaFunctionSucceeded
              - TaskStateExited Charge
              - PassStateEntered Ship
              - PassStateExited Ship
              - ExecutionSucceeded
              +                            LambdaFunctionFailed
              +                            ExecutionFailed
            See state Charge (order.asl.json:8)

            Timeline of execution run-1, seed 42:
              +00:00:00.000  #1            ExecutionStarted
              +00:00:00.000  #2  Validate  PassStateEntered (order.asl.json:4)
              +00:00:00.000  #4  Charge    TaskStateEntered (order.asl.json:8)
              +00:00:00.000  #5  Charge    LambdaFunctionScheduled, attempt 1
            > +00:00:00.000  #7  Charge    LambdaFunctionFailed, attempt 1: Gateway.Gone: 410
              +00:00:00.000  #8            ExecutionFailed: Gateway.Gone: 410
            """);
  }

  @Test
  void a_file_that_is_missing_or_no_history_is_refused() throws IOException {
    Execution run = Runs.paid();
    Path text = Files.writeString(directory.resolve("text.json"), "hello");
    Path other = Files.writeString(directory.resolve("other.json"), "{}");

    assertThatThrownBy(() -> assertThat(run).matchesHistory("no-such-history.json"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "There is no history 'no-such-history.json', neither on the class path nor as the file "
                + Path.of("no-such-history.json").toAbsolutePath());
    assertThatThrownBy(() -> assertThat(run).matchesHistory(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The history '" + text + "' is not JSON: ");
    assertThatThrownBy(() -> assertThat(run).matchesHistory(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(other + ": This is not an execution history: ");
  }
}

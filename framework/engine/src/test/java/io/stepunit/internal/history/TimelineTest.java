package io.stepunit.internal.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.history.Timeline;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final String RETRIED =
      """
      0    ExecutionStarted        -        {}
      0    PassStateEntered        Validate {} <-0
      0    PassStateExited         Validate {}
      0    TaskStateEntered        Charge   {}
      0    LambdaFunctionScheduled Charge   {}
      0    LambdaFunctionStarted   Charge
      3    LambdaFunctionFailed    Charge   Gateway.Busy 503
      5.25 LambdaFunctionScheduled Charge   {}
      5.25 LambdaFunctionStarted   Charge
      8    LambdaFunctionFailed    Charge   Gateway.Busy 503
      8    TaskStateExited         Charge   {} caught
      8    FailStateEntered        Refuse   {}
      8    ExecutionFailed         -        OutOfStock none left
      """;

  @Test
  void timeline_has_a_line_for_each_event_that_tells_something() {
    assertThat(HistoryScript.run(RETRIED).timeline())
        .hasToString(
            """
            +00:00:00.000  #1             ExecutionStarted
            +00:00:00.000  #2   Validate  PassStateEntered (order.asl.json:10)
            +00:00:00.000  #4   Charge    TaskStateEntered (order.asl.json:20)
            +00:00:00.000  #5   Charge    LambdaFunctionScheduled, attempt 1
            +00:00:03.000  #7   Charge    LambdaFunctionFailed, attempt 1: Gateway.Busy: 503
            +00:00:05.250  #8   Charge    LambdaFunctionScheduled, attempt 2
            +00:00:08.000  #10  Charge    LambdaFunctionFailed, attempt 2: Gateway.Busy: 503
            +00:00:08.000  #11  Charge    TaskStateExited, caught by Catch[0], next Refund
            +00:00:08.000  #12  Refuse    FailStateEntered (order.asl.json:30): OutOfStock: none left
            +00:00:08.000  #13            ExecutionFailed: OutOfStock: none left\
            """);
  }

  @Test
  void shows_the_part_around_an_event() {
    assertThat(HistoryScript.run(RETRIED).timeline().around(7, 5))
        .hasToString(
            """
              ... 3 earlier lines
              +00:00:00.000  #5  Charge  LambdaFunctionScheduled, attempt 1
            > +00:00:03.000  #7  Charge  LambdaFunctionFailed, attempt 1: Gateway.Busy: 503
              +00:00:05.250  #8  Charge  LambdaFunctionScheduled, attempt 2
              ... 4 later lines\
            """);
  }

  @Test
  void an_event_without_a_line_stands_at_the_line_before() {
    Timeline timeline = HistoryScript.run(RETRIED).timeline();

    assertThat(timeline.around(6, 3).lines())
        .containsExactly(
            "  ... 3 earlier lines",
            "> +00:00:00.000  #5  Charge  LambdaFunctionScheduled, attempt 1",
            "  ... 6 later lines");
  }

  @Test
  void the_window_keeps_its_size_at_both_ends() {
    Timeline timeline = HistoryScript.run(RETRIED).timeline();

    for (long id = 1; id <= 13; id++) {
      assertThat(timeline.around(id, 4).lines()).hasSize(4).anyMatch(l -> l.startsWith("> "));
    }
    assertThat(timeline.around(1, 4).lines().get(3)).isEqualTo("  ... 7 later lines");
    assertThat(timeline.around(13, 4).lines().get(0)).isEqualTo("  ... 7 earlier lines");
    assertThat(timeline.around(13, 20).lines()).hasSize(10);
    assertThatThrownBy(() -> timeline.around(1, 2))
        .hasMessage("maxLines must be at least 3, but is 2");
  }

  @Test
  void shows_iterations_items_and_failed_expressions() {
    ExecutionRecord run =
        HistoryScript.run(
            """
            0 ExecutionStarted    -               {}
            0 MapStateEntered     Lines           [1] <-0
            0 MapStateStarted     Lines           1
            0 MapIterationStarted Lines           0
            0 TaskStateEntered    Lines[0]/Notify {}
            0 EvaluationFailed    Lines[0]/Notify Arguments/x no such value
            0 MapIterationFailed  Lines           0   <-6
            0 MapStateFailed      Lines               <-6
            0 ExecutionFailed     -               States.QueryEvaluationError no such value
            """);

    assertThat(run.timeline())
        .hasToString(
            """
            +00:00:00.000  #1                   ExecutionStarted
            +00:00:00.000  #2  Lines            MapStateEntered (order.asl.json:10)
            +00:00:00.000  #3  Lines            MapStateStarted, attempt 1, 1 item
            +00:00:00.000  #5  Lines[0]/Notify  TaskStateEntered (order.asl.json:20)
            +00:00:00.000  #6  Lines[0]/Notify  EvaluationFailed, attempt 1 in Arguments/x: \
            States.QueryEvaluationError: no such value
            +00:00:00.000  #7  Lines[0]         MapIterationFailed: \
            States.QueryEvaluationError: no such value
            +00:00:00.000  #8  Lines            MapStateFailed, attempt 1: \
            States.QueryEvaluationError: no such value
            +00:00:00.000  #9                   ExecutionFailed: \
            States.QueryEvaluationError: no such value\
            """);
  }

  @Test
  void counts_days_and_tells_that_an_execution_still_runs() {
    ExecutionRecord run =
        HistoryScript.run(
            """
            0      ExecutionStarted  -   {}
            0      PassStateEntered  Nap {} <-0
            176400 PassStateExited   Nap {}
            176400 WaitStateEntered  Nop {}
            """);

    assertThat(run.timeline().lines())
        .containsExactly(
            "+00:00:00.000     #1       ExecutionStarted",
            "+00:00:00.000     #2  Nap  PassStateEntered (order.asl.json:10)",
            "+2d 01:00:00.000  #4  Nop  WaitStateEntered (order.asl.json:20)",
            "+2d 01:01:00.000           the execution is running");
  }

  @Test
  void a_long_cause_is_cut_but_where_the_execution_failed() {
    ExecutionRecord run =
        HistoryScript.run(
            """
            0 ExecutionStarted        -      {}
            0 TaskStateEntered        Charge {} <-0
            0 LambdaFunctionScheduled Charge {}
            0 LambdaFunctionFailed    Charge Boom LONG
            0 ExecutionFailed         -      Boom LONG
            """
                .replace("LONG", "line\t one ".repeat(30)));

    assertThat(run.timeline().lines())
        .contains(
            "+00:00:00.000  #4  Charge  LambdaFunctionFailed, attempt 1: Boom: "
                + "line one ".repeat(11)
                + "l...",
            "+00:00:00.000  #5          ExecutionFailed: Boom: " + "line one ".repeat(30).strip());
  }

  private static String attempts(int count) {
    StringBuilder script =
        new StringBuilder("0 ExecutionStarted - {}\n0 TaskStateEntered Charge {} <-0\n");
    for (int i = 0; i < count; i++) {
      script.append(i + " LambdaFunctionScheduled Charge {}\n");
      script.append(i + " LambdaFunctionFailed Charge Gateway.Busy 503\n");
    }
    return script + "9 ExecutionFailed - Gateway.Busy 503\n";
  }

  @Test
  void attempts_that_are_alike_fold() {
    assertThat(HistoryScript.run(attempts(6)).timeline().folded())
        .hasToString(
            """
            +00:00:00.000  #1           ExecutionStarted
            +00:00:00.000  #2   Charge  TaskStateEntered (order.asl.json:10)
            +00:00:00.000  #3   Charge  LambdaFunctionScheduled, attempt 1
            +00:00:00.000  #4   Charge  LambdaFunctionFailed, attempt 1: Gateway.Busy: 503
            ... the 2 lines above 4 more times
            +00:00:05.000  #13  Charge  LambdaFunctionScheduled, attempt 6
            +00:00:05.000  #14  Charge  LambdaFunctionFailed, attempt 6: Gateway.Busy: 503
            +00:00:09.000  #15          ExecutionFailed: Gateway.Busy: 503\
            """);
  }

  @Test
  void few_attempts_do_not_fold() {
    Timeline timeline = HistoryScript.run(attempts(4)).timeline();

    assertThat(timeline.folded()).hasToString(timeline.toString());
  }

  @Test
  void an_event_in_what_is_folded_stands_at_the_line_that_folds_it() {
    assertThat(HistoryScript.run(attempts(6)).timeline().folded().around(10, 20).lines())
        .contains("> ... the 2 lines above 4 more times");
  }

  @Test
  void two_reads_of_the_same_history_are_the_same_text() {
    assertThat(HistoryScript.run(RETRIED).toString())
        .isEqualTo(HistoryScript.run(RETRIED).toString())
        .startsWith("run-1 FAILED\n+00:00:00.000");
  }
}

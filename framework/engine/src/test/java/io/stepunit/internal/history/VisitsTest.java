package io.stepunit.internal.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.stepunit.history.Attempt;
import io.stepunit.history.CatcherInfo;
import io.stepunit.history.EventType;
import io.stepunit.history.HistoryEvent;
import io.stepunit.history.StateVisit;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class VisitsTest {
  @Test
  void a_visit_has_input_output_variables_and_times() {
    ExecutionRecord run =
        HistoryScript.run(
            """
            0 ExecutionStarted   -     {"id":7}
            1 PassStateEntered   Count {"id":7} <-0
            3 PassStateExited    Count 1
            3 ExecutionSucceeded -     1
            """);

    StateVisit visit = run.visits("Count").get(0);

    assertThat(run.visits()).hasSize(1);
    assertThat(visit.input()).hasToString("{\"id\":7}");
    assertThat(visit.output().orElseThrow()).hasToString("1");
    assertThat(visit.assignedVariables().get("count")).hasToString("1");
    assertThat(visit.enteredAt()).isEqualTo(HistoryScript.START.plusSeconds(1));
    assertThat(visit.duration()).isEqualTo(Duration.ofSeconds(2));
    assertThat(visit.attempts()).isEmpty();
    assertThat(visit.catcherTaken()).isEmpty();
    assertThat(visit.events()).extracting(HistoryEvent::id).containsExactly(2L, 3L);
  }

  @Test
  void a_visit_that_never_ended_has_no_output() {
    ExecutionRecord run =
        HistoryScript.run(
            """
            0 ExecutionStarted   -   {}
            0 WaitStateEntered   Nap {} <-0
            """);

    StateVisit visit = run.visits("Nap").get(0);

    assertThat(visit.exitedAt()).isEmpty();
    assertThat(visit.output()).isEmpty();
    assertThat(visit.duration()).isEqualTo(Duration.ZERO);
  }

  @Test
  void each_entry_of_the_same_state_is_a_visit() {
    ExecutionRecord run =
        HistoryScript.run(
            """
            0 ExecutionStarted -    {}
            0 PassStateEntered Loop 1 <-0
            0 PassStateExited  Loop 2
            0 PassStateEntered Loop 2
            0 PassStateExited  Loop 3
            """);

    assertThat(run.visits("Loop"))
        .extracting(visit -> visit.output().orElseThrow().asInt())
        .containsExactly(2, 3);
    assertThat(run.path()).containsExactly("Loop", "Loop");
  }

  @Nested
  class Of_a_task {
    @Test
    void visits_of_a_task_has_an_attempt_per_scheduling_with_error_input_and_times() {
      ExecutionRecord run =
          HistoryScript.run(
              """
              0 ExecutionStarted        -      {}
              0 TaskStateEntered        Charge {"id":7} <-0
              0 LambdaFunctionScheduled Charge {"id":7}
              0 LambdaFunctionStarted   Charge
              1 LambdaFunctionFailed    Charge Busy try later
              3 LambdaFunctionScheduled Charge {"id":7}
              3 LambdaFunctionStarted   Charge
              4 LambdaFunctionSucceeded Charge "ok"
              4 TaskStateExited         Charge "ok"
              """);

      StateVisit visit = run.visits("Charge").get(0);

      assertThat(visit.attempts()).hasSize(2);
      Attempt first = visit.attempts().get(0);
      assertThat(first.number()).isEqualTo(1);
      assertThat(first.failed()).isTrue();
      assertThat(first.error()).contains("Busy");
      assertThat(first.cause()).contains("try later");
      assertThat(first.duration()).isEqualTo(Duration.ofSeconds(1));
      assertThat(first.input().orElseThrow()).hasToString("{\"id\":7}");
      Attempt second = visit.attempts().get(1);
      assertThat(second.number()).isEqualTo(2);
      assertThat(second.failed()).isFalse();
      assertThat(second.error()).isEmpty();
      assertThat(second.endedAt()).contains(HistoryScript.START.plusSeconds(4));
      assertThat(visit.retryDelays()).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void tells_the_catcher_that_was_taken() {
      ExecutionRecord run =
          HistoryScript.run(
              """
              0 ExecutionStarted -      {}
              0 TaskStateEntered Notify {} <-0
              0 TaskScheduled    Notify {}
              0 TaskFailed       Notify Busy
              0 TaskStateExited  Notify {} caught
              """);

      StateVisit visit = run.visits("Notify").get(0);

      assertThat(visit.catcherTaken()).map(CatcherInfo::next).contains("Refund");
      assertThat(visit.attempts().get(0).error()).contains("Busy");
      assertThat(visit.attempts().get(0).cause()).isEmpty();
    }

    @Test
    void counts_an_attempt_that_failed_before_it_was_scheduled() {
      ExecutionRecord run =
          HistoryScript.run(
              """
              0 ExecutionStarted -      {}
              0 TaskStateEntered Notify {} <-0
              0 EvaluationFailed Notify Arguments/x no such value
              2 EvaluationFailed Notify Arguments/x no such value
              2 ExecutionFailed  -      States.QueryEvaluationError no such value
              """);

      List<Attempt> attempts = run.visits("Notify").get(0).attempts();

      assertThat(attempts)
          .extracting(Attempt::failed, attempt -> attempt.error().orElseThrow())
          .containsExactly(
              tuple(true, "States.QueryEvaluationError"),
              tuple(true, "States.QueryEvaluationError"));
      assertThat(run.visits("Notify").get(0).retryDelays()).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void an_expression_over_the_result_fails_the_attempt_that_gave_it() {
      ExecutionRecord run =
          HistoryScript.run(
              """
              0 ExecutionStarted -      {}
              0 TaskStateEntered Notify {} <-0
              0 TaskScheduled    Notify {}
              1 TaskSucceeded    Notify {}
              1 EvaluationFailed Notify Output/x no such value
              3 TaskScheduled    Notify {}
              """);

      assertThat(run.visits("Notify").get(0).attempts())
          .extracting(Attempt::failed)
          .containsExactly(true, false);
    }

    @Test
    void a_runtime_failure_without_an_event_of_the_task_fails_its_last_attempt() {
      ExecutionRecord before =
          HistoryScript.run(
              """
              0 ExecutionStarted -      {}
              0 TaskStateEntered Notify {} <-0
              0 ExecutionFailed  -      States.Runtime no such path
              """);
      ExecutionRecord after =
          HistoryScript.run(
              """
              0 ExecutionStarted -      {}
              0 TaskStateEntered Notify {} <-0
              0 TaskScheduled    Notify {}
              1 TaskSucceeded    Notify {}
              1 ExecutionFailed  -      States.Runtime no such path
              """);

      for (ExecutionRecord run : List.of(before, after)) {
        assertThat(run.visits("Notify").get(0).attempts())
            .singleElement()
            .satisfies(
                attempt -> {
                  assertThat(attempt.failed()).isTrue();
                  assertThat(attempt.error()).contains("States.Runtime");
                  assertThat(attempt.cause()).contains("no such path");
                });
      }
    }

    @Test
    void an_attempt_that_was_cut_off_has_no_end_and_did_not_fail() {
      ExecutionRecord run =
          HistoryScript.run(
              """
              0 ExecutionStarted -      {}
              0 TaskStateEntered Notify {} <-0
              0 TaskScheduled    Notify {}
              9 ExecutionAborted -      <-0
              """);

      Attempt attempt = run.visits("Notify").get(0).attempts().get(0);

      assertThat(attempt.endedAt()).isEmpty();
      assertThat(attempt.failed()).isFalse();
    }
  }

  @Nested
  class Of_a_parallel_or_map {
    @Test
    void a_retry_closes_the_attempt_before_with_the_error_inside() {
      ExecutionRecord run =
          HistoryScript.run(
              """
              0 ExecutionStarted     -              {}
              0 ParallelStateEntered Both           {} <-0
              0 ParallelStateStarted Both
              0 FailStateEntered     Both[0]/Refuse {}
              5 ParallelStateStarted Both
              5 FailStateEntered     Both[0]/Refuse {}
              5 ParallelStateFailed  Both
              5 ParallelStateExited  Both           {} caught
              """);

      StateVisit visit = run.visits("Both").get(0);

      assertThat(visit.attempts())
          .extracting(Attempt::failed, attempt -> attempt.error().orElseThrow())
          .containsExactly(tuple(true, "OutOfStock"), tuple(true, "OutOfStock"));
      assertThat(visit.retryDelays()).containsExactly(Duration.ofSeconds(5));
      assertThat(run.visits("Both[0]/Refuse")).hasSize(2);
    }

    @Test
    void the_error_of_a_nested_failure_is_followed_to_its_origin() {
      ExecutionRecord run =
          HistoryScript.run(
              """
              0 ExecutionStarted     -                      {}
              0 ParallelStateEntered Both                   {} <-0
              0 ParallelStateStarted Both
              0 MapStateEntered      Both[1]/Lines          []
              0 MapStateStarted      Both[1]/Lines          1
              0 MapIterationStarted  Both[1]/Lines          0
              0 TaskStateEntered     Both[1]/Lines[0]/Charge {}
              0 TaskScheduled        Both[1]/Lines[0]/Charge {}
              1 TaskFailed           Both[1]/Lines[0]/Charge Busy
              1 MapIterationFailed   Both[1]/Lines          0
              1 MapStateFailed       Both[1]/Lines            <-9
              1 ParallelStateFailed  Both                     <-11
              """);

      assertThat(run.visits("Both").get(0).attempts().get(0).error()).contains("Busy");
      StateVisit map = run.visits("Both[1]/Lines").get(0);
      assertThat(map.attempts()).singleElement().extracting(Attempt::failed).isEqualTo(true);
      assertThat(map.events())
          .extracting(HistoryEvent::type)
          .containsExactly(
              EventType.MAP_STATE_ENTERED,
              EventType.MAP_STATE_STARTED,
              EventType.MAP_ITERATION_STARTED,
              EventType.MAP_ITERATION_FAILED,
              EventType.MAP_STATE_FAILED);
      assertThat(run.visits("Charge").get(0).path()).isEqualTo("Both[1]/Lines[0]/Charge");
    }

    @Test
    void the_output_of_a_catcher_that_fails_is_no_attempt() {
      ExecutionRecord run =
          HistoryScript.run(
              """
              0 ExecutionStarted     -              {}
              0 ParallelStateEntered Both           {} <-0
              0 ParallelStateStarted Both
              0 FailStateEntered     Both[0]/Refuse {}
              0 ParallelStateFailed  Both
              0 EvaluationFailed     Both           Catch[0]/Output/v no such value <-4
              0 ParallelStateFailed  Both
              0 ExecutionFailed      -              States.QueryEvaluationError no such value
              """);

      assertThat(run.visits("Both").get(0).attempts()).hasSize(1);
    }
  }
}

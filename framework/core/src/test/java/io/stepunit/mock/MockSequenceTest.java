package io.stepunit.mock;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.history.ExecutionStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MockSequenceTest {
  private static final Map<String, Boolean> PAID = Map.of("paid", true);

  @Test
  void an_answer_is_repeated_for_ever_if_it_is_the_last() {
    TestStateMachine order = overTheLines();

    order.mock("Charge").returns(1).thenReturns(2);

    assertThat(order.run(List.of("a", "b", "c", "d")).output()).hasToString("Optional[[1,2,2,2]]");
  }

  @Test
  void an_answer_is_given_as_often_as_it_says() {
    TestStateMachine order = overTheLines();

    order.mock("Charge").returns(1).times(2).thenReturns(2).then().returns(3).times(9);

    assertThat(order.run(List.of("a", "b", "c", "d")).output()).hasToString("Optional[[1,1,2,3]]");
  }

  @Test
  void retries_count_like_visits() {
    TestStateMachine order = withRetry();

    order
        .mock("Charge")
        .fails("Gateway.Busy", "503")
        .times(2)
        .thenReturns(PAID)
        .taking(ofSeconds(3));
    Execution run = order.run(Map.of());

    assertThat(run.output()).hasToString("Optional[{\"paid\":true}]");
    assertThat(run.duration()).isEqualTo(ofSeconds(2 + 4 + 3));
  }

  @Test
  void each_execution_starts_with_the_first_answer() {
    TestStateMachine order = Machines.charge();
    order.mock("Charge").returns(1).thenReturns(2);

    List<Execution> runs = List.of(order.run(Map.of()), order.run(Map.of()));

    assertThat(runs)
        .extracting(Execution::output)
        .extracting(Object::toString)
        .containsOnly("Optional[1]");
  }

  @Test
  void a_mock_of_a_path_counts_its_own_calls() {
    TestStateMachine order = overTheLines();

    order.mock("Charge").returns(1).thenReturns(2).times(1);
    order.mock("Lines[0]/Charge").returns(0).times(1);

    assertThat(order.run(List.of("a", "b", "c")).output()).hasToString("Optional[[0,1,2]]");
  }

  @Test
  void past_the_end_the_test_aborts_whatever_is_caught() {
    TestStateMachine order = withRetry();
    order.mock("Charge").fails("Gateway.Busy", "503").times(2);

    assertThatThrownBy(() -> order.start("{\"id\": 7}", "run-1").finish())
        .isInstanceOf(UnmockedTaskError.class)
        .hasMessageMatching(
            Texts.pattern(
                """
                The mock of the Task 'Charge' (order:4) has no answer for call 3: mock("Charge") at MockSequenceTest.java:# answers 2.

                  execution  run-1
                  attempt    3
                  resource   arn:aws:lambda:us-east-1:123456789012:function:charge
                  input      {
                               "id" : 7
                             }

                Continue it with .thenReturns(…) or .thenFails(…), or leave out the last .times(…) to repeat the last answer for ever.\
                """));
  }

  @Test
  void a_mock_of_several_tasks_tells_that_their_calls_count_together() {
    TestStateMachine order =
        StepFunctionsEnvironment.create()
            .define(
                "order",
                """
                {
                  "StartAt": "Pack",
                  "States": {
                    "Pack": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:iot:attachPolicy", "Next": "Ship"},
                    "Ship": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:iot:attachPolicy", "End": true}
                  }
                }
                """);
    order.mockResource("*:aws-sdk:iot:*").returns(1).times(1);

    assertThatExceptionOfType(UnmockedTaskError.class)
        .isThrownBy(() -> order.run("{}"))
        .withMessageContaining("'Ship' (order:5) has no answer for call 2: mockResource(")
        .withMessageContaining(
            " answers 1. It matches 2 Tasks, whose calls count together: Pack, Ship. To give a"
                + " Task its own sequence, mock it by name.");
  }

  @Test
  void a_bounded_sequence_is_enough_for_as_many_calls() {
    TestStateMachine order = withRetry();
    order.mock("Charge").fails("Gateway.Busy").thenReturns(PAID).times(1);

    assertThat(order.run(Map.of()).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  private static TestStateMachine overTheLines() {
    return StepFunctionsEnvironment.create()
        .define(
            "order",
            """
            {
              "StartAt": "Lines",
              "States": {
                "Lines": {
                  "Type": "Map",
                  "MaxConcurrency": 1,
                  "ItemProcessor": {
                    "StartAt": "Charge",
                    "States": {
                      "Charge": {
                        "Type": "Task",
                        "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge",
                        "End": true
                      }
                    }
                  },
                  "End": true
                }
              }
            }
            """);
  }

  private static TestStateMachine withRetry() {
    return StepFunctionsEnvironment.create()
        .define(
            "order",
            """
            {
              "StartAt": "Charge",
              "States": {
                "Charge": {
                  "Type": "Task",
                  "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge",
                  "Retry": [{"ErrorEquals": ["Gateway.Busy"], "IntervalSeconds": 2, "MaxAttempts": 3}],
                  "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Refused"}],
                  "End": true
                },
                "Refused": {"Type": "Pass", "End": true}
              }
            }
            """);
  }
}

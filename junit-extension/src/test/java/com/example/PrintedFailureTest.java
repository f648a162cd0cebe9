package com.example;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;

import io.stepunit.Execution;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.FaultMatrix;
import io.stepunit.junit.StateMachineTest;
import io.stepunit.junit.testkit.Results;
import io.stepunit.junit.testkit.TestKit;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a build prints of a failed test whose class is not in a package of StepUnit's. */
class PrintedFailureTest {
  @Test
  void a_failure_begins_at_the_line_of_the_test() {
    Results results = TestKit.run(MistakesTestCases.class);

    assertThat(results).hasFailed(4);
    assertThat(results.printedFailures())
        .allSatisfy(
            failure -> assertThat(firstFrame(failure)).contains("PrintedFailureTest.java:"));
  }

  @StateMachineTest("/io/stepunit/junit/order.asl.json")
  static class MistakesTestCases {
    @Test
    void asserts_what_is_not_so(TestStateMachine order) {
      order.mock("Charge").fails("Card.Declined", "expired");

      assertThat(order.run()).isSucceeded();
    }

    @Test
    void forgets_a_mock(TestStateMachine order) {
      order.run();
    }

    @Test
    void mocks_what_is_not_there(TestStateMachine order) {
      order.mock("Chrage").returns(Map.of());
    }

    @Test
    void gives_no_json(TestStateMachine order) {
      order.run("{");
    }
  }

  @Test
  void an_exception_of_a_handler_is_shown_from_its_own_line_to_that_of_the_test() {
    assertThat(TestKit.run(ThrowingTestCases.class).printedFailures())
        .singleElement()
        .asString()
        .containsSubsequence(
            "io.stepunit.mock.MockAnswerError",
            "\tat com.example.PrintedFailureTest$ThrowingTestCases.runs(PrintedFailureTest.java:",
            "Caused by: java.lang.ArithmeticException",
            "at com.example.PrintedFailureTest$ThrowingTestCases.lambda$runs")
        .doesNotContain("at io.stepunit.internal");
  }

  @StateMachineTest("/io/stepunit/junit/order.asl.json")
  static class ThrowingTestCases {
    @Test
    void runs(TestStateMachine order) {
      order
          .mock("Charge")
          .handledBy(
              request -> {
                throw new ArithmeticException("no rate");
              });

      Execution run = order.run();

      assertThat(run).isSucceeded();
    }
  }

  @Test
  void a_combination_of_a_fault_matrix_begins_at_the_line_of_the_test() {
    Results results = TestKit.run(MatrixTestCases.class);

    assertThat(results.printedFailures())
        .isNotEmpty()
        .allSatisfy(
            failure -> assertThat(firstFrame(failure)).contains("PrintedFailureTest.java:"));
  }

  @StateMachineTest("/io/stepunit/junit/order.asl.json")
  static class MatrixTestCases {
    @FaultMatrix(states = "Charge")
    void always_succeeds(TestStateMachine order) {
      order.mock("Charge").returns(Map.of("paid", true));
      order.mock("Ship").returns(Map.of());

      assertThat(order.run()).isSucceeded();
    }
  }

  private static String firstFrame(String printed) {
    return printed.lines().filter(line -> line.startsWith("\tat ")).findFirst().orElseThrow();
  }
}

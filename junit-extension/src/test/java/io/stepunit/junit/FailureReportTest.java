package io.stepunit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.Execution;
import io.stepunit.TaskFailure;
import io.stepunit.TestStateMachine;
import io.stepunit.assertj.StepUnitAssertions;
import io.stepunit.junit.testkit.TestKit;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;

class FailureReportTest {

  @Test
  void a_failed_test_shows_its_seed_and_its_timelines_below_the_failure() {
    assertThat(TestKit.run(FailingTestCases.class))
        .failsATestPrinting()
        .startsWith("java.lang.AssertionError: the first problem\n")
        .contains(
            "Suppressed: StepUnit: the seed was 7",
            "of order.asl.json: SUCCEEDED",
            "Charge",
            "LambdaFunctionScheduled",
            "ExecutionSucceeded");
  }

  @StateMachineTest(value = "order.asl.json", seed = 7)
  static class FailingTestCases {
    @Test
    void fails(TestStateMachine order) {
      order.mock("Charge").returns(Map.of("paid", true));
      order.mock("Ship").returns(Map.of());
      order.run("{}");
      throw new AssertionError("the first problem");
    }
  }

  @Test
  void a_failure_of_any_assertion_shows_what_code_of_the_test_threw_in_the_executions() {
    assertThat(TestKit.run(ThrowingAnswerTestCases.class))
        .failsATestPrinting()
        .containsSubsequence(
            "java.lang.AssertionError: the first problem",
            "Suppressed: StepUnit: thrown in Charge, attempt 1, by mock(\"Charge\") at"
                + " FailureReportTest.java:",
            "Caused by: io.stepunit.TaskFailure: ",
            "FailureReportTest$ThrowingAnswerTestCases",
            "Suppressed: StepUnit: the seed was 42");
  }

  @StateMachineTest("order.asl.json")
  static class ThrowingAnswerTestCases {
    @Test
    void fails(TestStateMachine order) {
      order
          .mock("Charge")
          .answers(
              call -> {
                throw new TaskFailure("Card.Declined", "expired");
              });
      order.run("{}");
      throw new AssertionError("the first problem");
    }
  }

  @Test
  void failures_that_are_collected_show_a_timeline_once() {
    assertThat(TestKit.run(CollectingTestCases.class).printedFailures())
        .hasSize(2)
        .allSatisfy(
            failure ->
                assertThat(failure)
                    .contains("to have status FAILED", "to have the error")
                    .containsPattern("\\(#\\d+ in the timeline of execution \\S+ above\\)"))
        .anySatisfy(failure -> assertThat(failure).contains("my heading (2 failures)"));
  }

  @StateMachineTest("pass.asl.json")
  static class CollectingTestCases {
    @Test
    void by_junit(TestStateMachine machine) {
      Execution run = machine.run("{}");

      Assertions.assertAll(
          "my heading",
          () -> StepUnitAssertions.assertThat(run).isFailed(),
          () -> StepUnitAssertions.assertThat(run).hasError("Some.Error"));
    }

    @Test
    void by_assertj(TestStateMachine machine) {
      Execution run = machine.run("{}");

      SoftAssertions.assertSoftly(
          softly -> {
            softly.check(() -> StepUnitAssertions.assertThat(run).isFailed());
            softly.check(() -> StepUnitAssertions.assertThat(run).hasError("Some.Error"));
          });
    }
  }

  @Test
  void a_timeline_that_the_failure_shows_is_not_repeated() {
    assertThat(TestKit.run(FailingAssertionTestCases.class))
        .failsATestPrinting()
        .containsOnlyOnce("#1  ")
        .contains("Timeline of execution", "seed 42")
        .doesNotContain("Suppressed");
  }

  @StateMachineTest("pass.asl.json")
  static class FailingAssertionTestCases {
    @Test
    void fails(TestStateMachine machine) {
      StepUnitAssertions.assertThat(machine.run("{}")).isFailed();
    }
  }

  @Test
  void a_failure_before_the_test_does_too() {
    assertThat(TestKit.run(FailingBeforeTestCases.class))
        .failsATestPrinting()
        .contains("StepUnit: the seed was 42; no execution was started.");
  }

  @StateMachineTest("order.asl.json")
  static class FailingBeforeTestCases {
    @BeforeEach
    void fails() {
      throw new AssertionError("the first problem");
    }

    @Test
    void never_runs() {}
  }

  @Test
  void a_dynamic_test_does_too() {
    assertThat(TestKit.run(DynamicTestCases.class))
        .failsATestPrinting()
        .contains("the first problem", "StepUnit: the seed was 42", "of pass.asl.json: SUCCEEDED");
  }

  @StateMachineTest("pass.asl.json")
  static class DynamicTestCases {
    @TestFactory
    List<DynamicTest> fails(TestStateMachine machine) {
      return List.of(
          DynamicTest.dynamicTest(
              "fails",
              () -> {
                machine.run("{}");
                throw new AssertionError("the first problem");
              }));
    }
  }

  @Test
  void the_report_is_short_however_much_happened() {
    assertThat(TestKit.run(MuchTestCases.class))
        .failsATestPrinting()
        .contains("(7 earlier executions left out)")
        .satisfies(
            text ->
                assertThat(text.lines().filter(line -> line.contains("Again")))
                    .hasSizeBetween(3, 60));
  }

  @StateMachineTest("endless.asl.json")
  static class MuchTestCases {
    @Test
    void fails(TestStateMachine endless) {
      for (int i = 0; i < 10; i++) {
        endless.run("{}");
      }
      throw new AssertionError("the first problem");
    }
  }

  @Test
  void an_aborted_test_has_nothing_to_report() {
    assertThat(TestKit.run(AbortedTestCases.class)).hasSucceeded(0).hasFailed(0);
  }

  @StateMachineTest("pass.asl.json")
  static class AbortedTestCases {
    @Test
    void is_aborted() {
      throw new TestAbortedException("not here");
    }
  }
}

package io.stepunit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.testkit.Results;
import io.stepunit.junit.testkit.TestKit;
import io.stepunit.mock.UnmockedTaskError;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class SwallowedAnswersTest {
  @Test
  void an_error_that_the_test_never_saw_fails_it() {
    assertThat(TestKit.run(SwallowingTestCases.class))
        .failsATestPrinting()
        .startsWith("io.stepunit.mock.SwallowedAnswerError: The test went on although an error")
        .contains("Caused by: io.stepunit.mock.UnmockedTaskError: No mock answers the Task")
        .contains("Suppressed: StepUnit: the seed was");
  }

  @StateMachineTest("order.asl.json")
  static class SwallowingTestCases {
    @Test
    void swallows(TestStateMachine order) {
      Assertions.assertThatThrownBy(() -> order.run("{}")).isNotNull();
    }
  }

  @Test
  void an_error_that_failed_the_test_is_told_once() {
    assertThat(TestKit.run(FailingTestCases.class))
        .failsATestPrinting()
        .startsWith("io.stepunit.mock.UnmockedTaskError")
        .doesNotContain("SwallowedAnswerError");
  }

  @StateMachineTest("order.asl.json")
  static class FailingTestCases {
    @Test
    void fails(TestStateMachine order) {
      order.run("{}");
    }
  }

  @Test
  void an_error_that_the_test_expects_does_not_fail_it() {
    assertThat(TestKit.run(ExpectingTestCases.class)).hasOnlySucceeded(1);
  }

  @StateMachineTest("order.asl.json")
  static class ExpectingTestCases {
    @Test
    void expects(TestStateMachine order, StepFunctionsEnvironment env) {
      Assertions.assertThatThrownBy(() -> order.run("{}")).isInstanceOf(UnmockedTaskError.class);
      env.forgetAnswerErrors();
    }
  }

  @Test
  void an_assumption_in_an_answer_aborts_the_test_without_failing_it() {
    Results results = TestKit.run(AssumingTestCases.class);

    assertThat(results).hasFailed(0);
  }

  @StateMachineTest("order.asl.json")
  static class AssumingTestCases {
    @Test
    void assumes(TestStateMachine order) {
      order.mock("Ship").returns("{}");
      order
          .mock("Charge")
          .answers(
              call -> {
                Assumptions.assumeTrue(false);
                return 1;
              });
      order.run("{}");
    }
  }
}

package io.stepunit.junit;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.stepunit.TestStateMachine;
import io.stepunit.asl.Diagnostic;
import io.stepunit.asl.Rule;
import io.stepunit.junit.testkit.TestKit;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a project makes of the warnings of its definitions. */
class ValidationConfigurationTest {
  private static final String TIMEOUT = "stepunit.validation.TASK_WITHOUT_TIMEOUT";
  private static final String RETRY = "stepunit.validation.LAMBDA_WITHOUT_RETRY";

  @Test
  void warnings_stop_no_test_and_can_be_read_there() {
    assertThat(TestKit.run(WarnedTestCases.class)).hasOnlySucceeded(1);
  }

  @Test
  void warnings_are_published_once_in_a_run() {
    assertThat(TestKit.run(WarnedTwiceTestCases.class).reportEntries("stepunit.warnings"))
        .singleElement(as(STRING))
        .contains("order.asl.json:8 /States/Charge: The Task does not retry");
  }

  @StateMachineTest("order.asl.json")
  static class WarnedTwiceTestCases {
    @Test
    void one(TestStateMachine order) {
      assertThat(order.name()).isEqualTo("order");
    }

    @Test
    void other(@StateMachine("order.asl.json") TestStateMachine order) {
      assertThat(order.name()).isEqualTo("order");
    }
  }

  @StateMachineTest("order.asl.json")
  static class WarnedTestCases {
    @Test
    void has_warnings(TestStateMachine order) {
      assertThat(order.definition().warnings())
          .extracting(Diagnostic::rule)
          .contains(Rule.TASK_WITHOUT_TIMEOUT, Rule.LAMBDA_WITHOUT_RETRY);
    }
  }

  @Test
  void a_parameter_silences_a_warning() {
    assertThat(TestKit.run(SilencedTestCases.class, Map.of(TIMEOUT, "off"))).hasOnlySucceeded(1);
  }

  @StateMachineTest("order.asl.json")
  static class SilencedTestCases {
    @Test
    void has_other_warnings_only(TestStateMachine order) {
      assertThat(order.definition().warnings())
          .extracting(Diagnostic::rule)
          .isNotEmpty()
          .doesNotContain(Rule.TASK_WITHOUT_TIMEOUT);
    }
  }

  @Test
  void a_parameter_raises_a_warning_to_an_error_with_its_place() {
    assertThat(TestKit.run(WarnedTestCases.class, Map.of(RETRY, "error")))
        .failsAContainerWith()
        .contains("order.asl.json:8 /States/Charge: The Task does not retry");
  }

  @Test
  void a_level_that_there_is_not_is_named() {
    assertThat(TestKit.run(WarnedTestCases.class, Map.of(RETRY, "never")))
        .failsAContainerWith()
        .contains("The configuration parameter " + RETRY + " is wrong", "error, warning or off");
  }
}

package io.stepunit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.TestStateMachine;
import io.stepunit.junit.testkit.TestKit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_OUT)
class WarningsTest {
  @Test
  void are_printed_once_in_a_run_equal_ones_in_one_line() {
    assertThat(TestKit.printedBy(WarnedTestCases.class, Map.of()))
        .isEqualToNormalizingNewlines(
            """
            StepUnit: 4 warnings in order.asl.json:
              TASK_WITHOUT_TIMEOUT order.asl.json:8 /States/Charge: The Task has no TimeoutSeconds \
            (if no answer arrives, it waits for 99,999,999 seconds); so too Ship (13)
              LAMBDA_WITHOUT_RETRY order.asl.json:8 /States/Charge: The Task does not retry \
            Lambda's transient errors (retry Lambda.ServiceException, Lambda.AWSLambdaException, \
            Lambda.SdkClientException); so too Ship (13)
            """);
  }

  @Test
  void are_not_printed_where_a_project_does_not_want_them() {
    assertThat(TestKit.printedBy(WarnedTestCases.class, Map.of(Warnings.PRINT, "false"))).isEmpty();
    assertThat(
            TestKit.run(WarnedTestCases.class, Map.of(Warnings.PRINT, "false"))
                .reportEntries(Warnings.ENTRY))
        .hasSize(1);
  }

  @Test
  void of_a_definition_without_any_nothing_is_said() {
    assertThat(TestKit.printedBy(FlawlessTestCases.class, Map.of())).isEmpty();
  }

  @StateMachineTest("order.asl.json")
  static class WarnedTestCases {
    @Test
    void one(TestStateMachine order) {
      assertThat(order.name()).isEqualTo("order");
    }

    @Test
    void other(
        @StateMachine(value = "order.asl.json", name = "other", values = "a=b")
            TestStateMachine order) {
      assertThat(order.name()).isEqualTo("other");
    }
  }

  @StateMachineTest("pass.asl.json")
  static class FlawlessTestCases {
    @Test
    void one(TestStateMachine machine) {
      assertThat(machine.name()).isEqualTo("pass");
    }
  }
}

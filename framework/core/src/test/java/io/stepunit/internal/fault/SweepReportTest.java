package io.stepunit.internal.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.Execution;
import io.stepunit.Fault;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.asl.StateMachineDefinition;
import io.stepunit.load.DefinitionLoader;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepReportTest {
  private static final String ORDERS =
      """
      {
        "StartAt": "Lines",
        "States": {
          "Lines": {
            "Type": "Map",
            "ItemProcessor": {
              "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
              "StartAt": "Charge",
              "States": {
                "Charge": {
                  "Type": "Task",
                  "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge",
                  "Retry": [{"ErrorEquals": ["Busy"], "MaxAttempts": 1}],
                  "Catch": [{"ErrorEquals": ["Declined"], "Next": "Refused"}],
                  "End": true
                },
                "Refused": {"Type": "Fail", "Error": "Order.Refused"}
              }
            },
            "Next": "Ship"
          },
          "Ship": {
            "Type": "Task",
            "Resource": "arn:aws:lambda:us-east-1:123456789012:function:ship",
            "Catch": [{"ErrorEquals": ["Lost"], "Next": "Stuck"}],
            "End": true
          },
          "Stuck": {"Type": "Fail", "Error": "Order.Stuck"}
        }
      }
      """;

  private static final StateMachineDefinition DEFINITION =
      DefinitionLoader.fromText("orders", ORDERS);

  private static SweepReport sweep(String state) {
    SweepReport report = new SweepReport(DEFINITION);
    FaultPlan.of(DEFINITION).faults().stream()
        .filter(fault -> fault.state().equals(state))
        .forEach(fault -> report.add(fault, List.of(run(fault)), false));
    return report;
  }

  private static Execution run(Fault fault) {
    TestStateMachine orders = StepFunctionsEnvironment.create().register("orders", DEFINITION);
    orders.mock("Charge").returns("{}");
    orders.mock("Ship").returns("{}");
    MachineFaults.of(orders.faults()).declare(fault, "a test");
    return orders.run("[1]");
  }

  @Test
  void an_error_that_ends_the_execution_is_told_and_a_fail_state_is_not() {
    assertThat(sweep("Ship").unhandled())
        .contains("Ship × Unknown.Error, first attempt: Unknown.Error")
        .noneMatch(line -> line.contains("Lost"));
  }

  @Test
  void handlers_in_child_executions_count_as_used() {
    SweepReport report = sweep("Charge");

    assertThat(report.unusedCatchers()).isEmpty();
    assertThat(report.unusedRetriers()).isEmpty();
    assertThat(report.unreachedStates()).isEmpty();
    assertThat(report.unhandled())
        .contains("Charge × Unknown.Error, every attempt: States.ExceedToleratedFailureThreshold");
  }

  @Test
  void handlers_of_states_that_were_left_alone_are_not_told() {
    SweepReport report = new SweepReport(DEFINITION);
    Fault unknown =
        FaultPlan.of(DEFINITION).faults().stream()
            .filter(fault -> fault.what().equals(FaultPlan.UNKNOWN_ERROR))
            .findFirst()
            .orElseThrow();

    report.add(unknown, List.of(run(unknown)), true);

    assertThat(report.failed()).isEqualTo(1);
    assertThat(report.unusedCatchers()).containsExactly("Catch[0] of Charge (orders:14)");
    assertThat(report.unusedRetriers()).containsExactly("Retry[0] of Charge (orders:13)");
  }
}

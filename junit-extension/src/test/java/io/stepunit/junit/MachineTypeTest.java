package io.stepunit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.TestStateMachine;
import io.stepunit.asl.WorkflowType;
import io.stepunit.junit.testkit.TestKit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MachineTypeTest {
  @Nested
  @StateMachineTest(value = "pass.asl.json", type = WorkflowType.EXPRESS)
  class By_annotation_of_the_class {
    @Test
    void machine_type_by_annotation_of_the_class_is_that_of_its_machine(
        TestStateMachine machine, @StateMachine TestStateMachine same) {
      assertThat(machine.type()).isEqualTo(WorkflowType.EXPRESS);
      assertThat(same).isSameAs(machine);
    }

    @Test
    void machine_type_by_annotation_of_the_class_is_not_that_of_another_machine(
        @StateMachine(value = "pass.asl.json", name = "other") TestStateMachine other) {
      assertThat(other.type()).isEqualTo(WorkflowType.STANDARD);
    }
  }

  @Nested
  @StateMachineTest("pass.asl.json")
  class By_annotation_of_a_parameter {
    @Test
    void machine_type_by_annotation_of_a_parameter_is_that_of_the_parameters_machine(
        TestStateMachine machine,
        @StateMachine(value = "pass.asl.json", name = "fast", type = WorkflowType.EXPRESS)
            TestStateMachine fast) {
      assertThat(machine.type()).isEqualTo(WorkflowType.STANDARD);
      assertThat(fast.type()).isEqualTo(WorkflowType.EXPRESS);
    }
  }

  @Nested
  class By_a_registered_extension {
    @RegisterExtension
    final StateMachineExtension extension =
        StateMachineExtension.load("pass.asl.json").type(WorkflowType.EXPRESS).build();

    @Test
    void machine_type_by_a_registered_extension_is_that_of_its_machine(TestStateMachine machine) {
      assertThat(machine.type()).isEqualTo(WorkflowType.EXPRESS);
    }
  }

  @Test
  void cannot_be_two_for_one_machine() {
    assertThat(TestKit.run(TwoTypesTestCases.class))
        .failsATestWith()
        .contains(
            "sets the type EXPRESS, but the machine 'pass' is registered in this test as"
                + " STANDARD. Give one of the two another name.");
  }

  @StateMachineTest("pass.asl.json")
  static class TwoTypesTestCases {
    @Test
    void never_runs(@StateMachine(type = WorkflowType.EXPRESS) TestStateMachine machine) {}
  }

  @Test
  void cannot_be_two_at_once() {
    assertThat(TestKit.run(BothTypesTestCases.class))
        .failsAContainerWith()
        .contains("@StateMachineTest(\"pass.asl.json\")", "has 2 types; a state machine has one");
  }

  @StateMachineTest(
      value = "pass.asl.json",
      type = {WorkflowType.STANDARD, WorkflowType.EXPRESS})
  static class BothTypesTestCases {
    @Test
    void never_runs(TestStateMachine machine) {}
  }
}

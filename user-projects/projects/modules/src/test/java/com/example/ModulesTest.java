package com.example;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.assertj.StepUnitAssertions;
import io.stepunit.junit.StateMachineTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@StateMachineTest("order.asl.json")
class ModulesTest {
  @Test
  void all_are_named_modules() {
    assertEquals("com.example", ModulesTest.class.getModule().getName());
    assertEquals("io.stepunit.framework", StepFunctionsEnvironment.class.getModule().getName());
    assertEquals("io.stepunit.assertj", StepUnitAssertions.class.getModule().getName());
    assertEquals("io.stepunit.junit", StateMachineTest.class.getModule().getName());
  }

  @Test
  void a_machine_runs(TestStateMachine order) {
    order.mock("Charge").returns(Map.of("paid", true));
    order.mock("Ship").returns(Map.of("number", "T-9"));

    assertThat(order.run(Map.of("id", 7))).isSucceeded().hasPath("Charge", "Ship");
  }

  @Test
  void a_filter_is_evaluated() {
    assertThat(Orders.dear().run("{\"lines\": [{\"price\": 11}]}")).hasOutput("[{\"price\":11}]");
  }
}

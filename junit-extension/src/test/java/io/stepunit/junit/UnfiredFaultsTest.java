package io.stepunit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.TestStateMachine;
import io.stepunit.junit.testkit.TestKit;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnfiredFaultsTest {
  private static void mockAll(TestStateMachine order) {
    order.mock("Charge").returns(Map.of("paid", true));
    order.mock("Ship").returns(Map.of());
  }

  @Test
  void one_declared_in_the_test_method_fails_the_test() {
    assertThat(TestKit.run(InMethodTestCases.class))
        .failsATestWith()
        .startsWith("A fault was declared and never fired:")
        .contains("order.faults().on(\"Ship\").fails(\"X\").onCall(2)", "(UnfiredFaultsTest.java:");
  }

  @StateMachineTest("order.asl.json")
  static class InMethodTestCases {
    @Test
    void ships_once(TestStateMachine order) {
      mockAll(order);
      order.faults().on("Ship").fails("X").onCall(2);
      order.run("{}");
    }
  }

  @Test
  void one_declared_for_all_tests_and_fired_in_none_fails_the_class() {
    assertThat(TestKit.run(SharedTestCases.class))
        .failsAContainerWith()
        .startsWith("Faults declared for all tests of " + SharedTestCases.class.getName())
        .contains("order.faults().on(\"Ship\").fails(\"X\").onCall(2) at UnfiredFaultsTest.java:");
  }

  @StateMachineTest("order.asl.json")
  static class SharedTestCases {
    @BeforeEach
    void faults(TestStateMachine order) {
      mockAll(order);
      order.faults().on("Ship").fails("X").onCall(2);
    }

    @Test
    void one(TestStateMachine order) {
      order.run("{}");
    }

    @Test
    void another(TestStateMachine order) {
      order.run("{}");
    }
  }

  @Test
  void those_left_to_chance_and_lenient_ones_are_no_failure() {
    assertThat(TestKit.run(HarmlessTestCases.class)).hasOnlySucceeded(1);
  }

  @StateMachineTest("order.asl.json")
  static class HarmlessTestCases {
    @BeforeEach
    void faults(TestStateMachine order) {
      order.faults().on("Charge").fails("X").withProbability(0);
    }

    @Test
    void one(TestStateMachine order) {
      mockAll(order);
      order.faults().on("Ship").fails("X").onCall(2).lenient();
      order.run("{}");
    }
  }
}

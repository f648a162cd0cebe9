package io.stepunit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.TestStateMachine;
import io.stepunit.junit.testkit.TestKit;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class UnusedMocksTest {

  @Test
  void one_made_in_the_test_method_fails_the_test() {
    assertThat(TestKit.run(InMethodTestCases.class))
        .failsATestWith()
        .startsWith("A mock was declared and never used:")
        .contains("order.mock(\"Ship\")", "(UnusedMocksTest.java:", "It received no call");
  }

  @StateMachineTest("order.asl.json")
  static class InMethodTestCases {
    @Test
    void never_runs_the_machine(TestStateMachine order) {
      order.mock("Ship").returns(Map.of());
    }
  }

  @Test
  void one_that_an_execution_did_not_get_to_is_told_with_how_that_ended() {
    assertThat(TestKit.run(NotReachedTestCases.class))
        .failsATestWith()
        .containsPattern(
            "order\\.mock\\(\"Ship\"\\)(?s).*\nAn execution did not get that far, perhaps:\n"
                + "  \\S+ of order\\.asl\\.json: FAILED with Card\\.Declined: expired$");
  }

  @StateMachineTest("order.asl.json")
  static class NotReachedTestCases {
    @Test
    void is_declined(TestStateMachine order) {
      order.mock("Charge").fails("Card.Declined", "expired");
      order.mock("Ship").returns("{}");

      order.run("{}");
    }
  }

  @Test
  void a_test_that_fails_anyway_does_not_hear_of_them() {
    assertThat(TestKit.run(FailingTestCases.class))
        .failsATestPrinting()
        .contains("the first problem")
        .doesNotContain("never used");
  }

  @StateMachineTest("order.asl.json")
  static class FailingTestCases {
    @BeforeEach
    void prepare(TestStateMachine order) {
      order.mock("Charge").returns(Map.of());
    }

    @Test
    void fails(TestStateMachine order) {
      order.mock("Ship").returns(Map.of());
      throw new AssertionError("the first problem");
    }
  }

  @Test
  void one_used_after_the_test_method_is_used() {
    assertThat(TestKit.run(UsedLaterTestCases.class)).hasOnlySucceeded(1);
  }

  @StateMachineTest("order.asl.json")
  static class UsedLaterTestCases {
    @Test
    void makes_them(TestStateMachine order) {
      order.mock("Charge").returns(Map.of());
      order.mock("Ship").returns(Map.of());
    }

    @AfterEach
    void uses_them(TestStateMachine order) {
      order.run("{}");
    }
  }

  @Test
  void one_made_before_each_test_and_used_by_one_of_them_is_used() {
    assertThat(TestKit.run(SharedAndUsedTestCases.class)).hasOnlySucceeded(3);
  }

  @StateMachineTest("order.asl.json")
  static class SharedAndUsedTestCases {
    @BeforeEach
    void prepare(TestStateMachine order) {
      order.mock("Charge").returns(Map.of());
      order.mock("Ship").returns(Map.of());
    }

    @Test
    void uses_none() {}

    @Nested
    class In_nested_classes {
      @Test
      void uses_them(TestStateMachine order) {
        order.run("{}");
      }

      @Test
      void uses_none() {}
    }
  }

  @Test
  void one_made_before_each_test_and_never_used_fails_the_class_once() {
    assertThat(TestKit.run(SharedAndUnusedTestCases.class))
        .hasSucceeded(2)
        .failsAContainerWith()
        .startsWith(
            "Mocks declared for all tests of io.stepunit.junit.UnusedMocksTest$SharedAndUnusedTestCases,"
                + " and used by none of them:\n  mock(\"Charge\") at UnusedMocksTest.java:")
        .doesNotContain("Ship");
  }

  @StateMachineTest("order.asl.json")
  static class SharedAndUnusedTestCases {
    @BeforeEach
    void prepare(TestStateMachine order) {
      order.mock("Charge").returns(Map.of());
    }

    @Test
    void uses_none() {}

    @Test
    void uses_none_either() {}
  }

  @Test
  void tests_around_the_class_that_has_a_machine_do_not_count() {
    assertThat(TestKit.run(OuterWithoutMachineTestCases.class))
        .hasSucceeded(2)
        .failsAContainerWith()
        .startsWith(
            "Mocks declared for all tests of"
                + " io.stepunit.junit.UnusedMocksTest$OuterWithoutMachineTestCases$Inside,");
  }

  static class OuterWithoutMachineTestCases {
    @Test
    void has_no_machine() {}

    @Nested
    @StateMachineTest("order.asl.json")
    class Inside {
      @BeforeEach
      void prepare(TestStateMachine order) {
        order.mock("Charge").returns(Map.of());
      }

      @Test
      void uses_none() {}
    }
  }

  @Test
  void a_lenient_nested_class_may_use_what_the_others_do_not() {
    assertThat(TestKit.run(LenientNestedTestCases.class))
        .hasSucceeded(2)
        .failsAContainerWith()
        .contains("mock(\"Ship\")")
        .doesNotContain("mock(\"Charge\")");
  }

  @StateMachineTest("order.asl.json")
  static class LenientNestedTestCases {
    @BeforeEach
    void prepare(TestStateMachine order) {
      order.mock("Charge").fails("Declined");
      order.mock("Ship").returns(Map.of());
    }

    @Test
    void uses_none() {}

    @Nested
    @StateMachineTest(value = "order.asl.json", lenient = true)
    class Lenient {
      @Test
      void uses_one(TestStateMachine order) {
        order.run("{}");
      }
    }
  }

  @Test
  void a_mock_that_says_so_may_stay_unused() {
    assertThat(TestKit.run(LenientMockTestCases.class)).hasOnlySucceeded(1);
  }

  @StateMachineTest("order.asl.json")
  static class LenientMockTestCases {
    @BeforeEach
    void prepare(TestStateMachine order) {
      order.mock("Charge").returns(Map.of()).lenient();
    }

    @Test
    void uses_none(TestStateMachine order) {
      order.mock("Ship").returns(Map.of()).lenient();
    }
  }

  @Test
  void a_test_that_was_run_alone_does_not_judge_for_the_others() {
    assertThat(TestKit.runOnly(SharedAndUsedTestCases.class, "uses_none")).hasOnlySucceeded(1);
  }

  @Test
  void a_disabled_test_may_be_the_one_that_uses_it() {
    assertThat(TestKit.run(DisabledUserTestCases.class)).hasOnlySucceeded(1);
  }

  @StateMachineTest("order.asl.json")
  static class DisabledUserTestCases {
    @BeforeEach
    void prepare(TestStateMachine order) {
      order.mock("Charge").returns(Map.of());
    }

    @Test
    void uses_none() {}

    @Test
    @Disabled("to be run some day")
    void uses_it(TestStateMachine order) {
      order.run("{}");
    }
  }

  @Test
  void leniency_accepts_them() {
    assertThat(TestKit.run(LenientTestCases.class)).hasOnlySucceeded(1);
  }

  @StateMachineTest(value = "order.asl.json", lenient = true)
  static class LenientTestCases {
    @BeforeEach
    void prepare(TestStateMachine order) {
      order.mock("Charge").returns(Map.of());
    }

    @Test
    void uses_none(TestStateMachine order) {
      order.mock("Ship").returns(Map.of());
    }
  }

  @Test
  void configuration_parameter_allows_unused_mocks_too() {
    assertThat(TestKit.run(InMethodTestCases.class, Map.of("stepunit.lenient", "true")))
        .hasOnlySucceeded(1);
  }
}

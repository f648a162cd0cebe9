package io.stepunit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnusedMocksTest {
  private final TestStateMachine order = Machines.order();

  @Test
  void each_is_named_with_its_line_and_why() {
    order.mock("Charge").returns(Map.of());
    order.mock("Charge").fails("Card.Declined");
    order.mock("Store");
    order.mockResource("*:sns:*").returns(Map.of());
    order.run("{}");

    assertThatThrownBy(() -> order.mocks().verifyUsed())
        .isInstanceOf(UnusedMocksError.class)
        .hasMessageMatching(
            Texts.pattern(
                """
                3 mocks were declared and never used:

                  order.mock("Charge")
                      at io.stepunit.mock.UnusedMocksTest.each_is_named_with_its_line_and_why(UnusedMocksTest.java:#)
                      It was replaced at UnusedMocksTest.java:# before any call.

                  order.mock("Store")
                      at io.stepunit.mock.UnusedMocksTest.each_is_named_with_its_line_and_why(UnusedMocksTest.java:#)
                      It has no answer.

                  order.mockResource("*:sns:*")
                      at io.stepunit.mock.UnusedMocksTest.each_is_named_with_its_line_and_why(UnusedMocksTest.java:#)
                      It received no call.

                Remove what the test does not need, or end it with .lenient() if it may stay unused."""));
  }

  @Test
  void one_whose_calls_all_went_to_another_is_told_which() {
    order.mockResource("arn:aws:lambda:*").returns(1);
    order.mock("Charge").fails("Card.Declined");
    order.run("{}");

    assertThatThrownBy(() -> order.mocks().verifyUsed())
        .hasMessageContaining("order.mockResource(\"arn:aws:lambda:*\")")
        .hasMessageContaining(
            "Each call that it matches was answered by mock(\"Charge\") at UnusedMocksTest.java:");
  }

  @Test
  void none_is_no_failure() {
    order.mock("Charge").fails("Card.Declined");
    order.run("{}");

    order.mocks().verifyUsed();

    assertThat(order.mocks().declarations()).allMatch(MockDeclaration::used);
  }

  @Test
  void a_lenient_one_is_no_failure() {
    order.mock("Charge").returns(1).lenient();

    order.mocks().verifyUsed();

    assertThat(order.mocks().declarations()).noneMatch(MockDeclaration::used);
  }

  @Test
  void an_answer_that_was_not_reached_is_no_failure() {
    order.mock("Charge").fails("Card.Declined").thenReturns(1);
    order.run("{}");

    order.mocks().verifyUsed();

    assertThat(order.mocks().declarations()).allMatch(MockDeclaration::used);
  }

  @Test
  void all_machines_of_an_environment_are_told_at_once() {
    StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
    env.define("order", Machines.ORDER).mock("Charge").returns(1);
    env.define("refund", Machines.ORDER).mock("Charge").returns(1);

    assertThatThrownBy(env::verifyMocksUsed)
        .hasMessageContainingAll("2 mocks", "order.mock(\"Charge\")", "refund.mock(\"Charge\")");
  }

  @Test
  void the_same_line_gives_the_same_text_in_each_environment() {
    MockDeclaration first = declare(Machines.order());
    MockDeclaration second = declare(Machines.order());

    assertThat(first).isNotEqualTo(second).hasToString(second.toString());
    assertThat(first.toString()).matches("mock\\(\"Charge\"\\) at UnusedMocksTest\\.java:\\d+");
  }

  private static MockDeclaration declare(TestStateMachine machine) {
    machine.mock("Charge").returns(1);
    return machine.mocks().declarations().get(0);
  }
}

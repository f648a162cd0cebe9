package io.stepunit.docs;

import static io.stepunit.MockValidation.PRESENT;
import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.StateMachine;
import io.stepunit.junit.StateMachineTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples of docs/guide/nested.md. */
@StateMachineTest("checkout.asl.json")
class NestedExamplesTest {
  private static final Map<String, Object> ORDER = Map.of("amount", 12);
  private static final Map<String, Object> RECEIPT = Map.of("receipt", "r-1");

  @Test
  void pays(TestStateMachine checkout, @StateMachine("payment.asl.json") TestStateMachine payment) {
    payment.boundTo("${PaymentArn}").mock("Charge").returns(RECEIPT);

    Execution run = checkout.run(ORDER);

    assertThat(run).isSucceeded().hasPath("Pay", "Paid");
    assertThat(payment.execution()).isSucceeded().isStartedBy(run);
    assertThat(run).hasDuration(ofSeconds(30));
  }

  @Test
  void in_plain_java() {
    StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
    TestStateMachine checkout = env.load("io/stepunit/docs/checkout.asl.json");
    env.load("io/stepunit/docs/payment.asl.json")
        .boundTo("${PaymentArn}")
        .mock("Charge")
        .returns(RECEIPT);

    assertThat(checkout.run(ORDER)).hasPath("Pay", "Paid");
  }

  @Test
  void a_mock_instead(TestStateMachine checkout) {
    checkout.mock("Pay").validation(PRESENT).returns(Map.of("Output", RECEIPT));

    assertThat(checkout.run(ORDER)).hasPath("Pay", "Paid");
  }

  @Test
  void children_run_to_the_end(StepFunctionsEnvironment env, TestStateMachine checkout) {
    checkout
        .mock("Pay")
        .validation(PRESENT)
        .returns(Map.of("Output", RECEIPT))
        .taking(ofMinutes(2));
    checkout.start(ORDER);
    checkout.start(ORDER);

    env.runToEnd();

    assertThat(checkout.executions())
        .hasSize(2)
        .allMatch(run -> run.duration().equals(ofMinutes(2)));
  }
}

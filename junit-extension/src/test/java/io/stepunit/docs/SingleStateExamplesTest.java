package io.stepunit.docs;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofSeconds;

import io.stepunit.Execution;
import io.stepunit.MockValidation;
import io.stepunit.StateResult;
import io.stepunit.StateTester;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.StateMachineTest;
import io.stepunit.teststate.InspectionLevel;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples of docs/guide/single-state.md. */
@StateMachineTest("routing.asl.json")
class SingleStateExamplesTest {
  @Test
  void where_a_choice_leads(TestStateMachine order) {
    StateTester route = order.state("Route").variables(Map.of("limit", 500));

    assertThat(route.input(Map.of("amount", 900)).test()).hasNextState("ManualReview");
    assertThat(route.input(Map.of("amount", 100)).test()).hasNextState("Charge");
  }

  @Test
  void what_a_task_makes_of_its_result(TestStateMachine order) {
    StateResult charged =
        order
            .state("Charge")
            .input(Map.of("amount", 12))
            .mockResult(Map.of("StatusCode", 200, "Payload", Map.of("id", "r-1")))
            .validation(MockValidation.NONE)
            .inspection(InspectionLevel.DEBUG)
            .test();

    assertThat(charged).isSucceeded().hasInspected("afterResultSelector", Map.of("id", "r-1"));
    assertThat(charged).hasNextState("Notify").hasOutputAt("$.receipt.id", "r-1");
  }

  @Test
  void what_becomes_of_an_error(TestStateMachine order) {
    StateTester busy = order.state("Charge").mockError("Gateway.Busy", "503");

    assertThat(busy.retryCount(2).test()).isRetriable().hasRetryDelay(ofSeconds(8));
    assertThat(busy.retryCount(3).test()).wasCaught().wasCaughtBy("Refuse");
  }

  @Test
  void a_part_of_the_machine(TestStateMachine order) {
    order.mock("Charge").returnsPayload(Map.of("id", "r-1"));

    Execution part =
        order.from("Route").until("Charge").run(Map.of("amount", 900), Map.of("limit", 500));

    assertThat(part).isSucceeded().hasPath("Route", "ManualReview", "Charge");
  }
}

package io.stepunit.docs;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static io.stepunit.assertj.StepUnitAssertions.catchThrowable;

import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.StateMachineTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The failures that the README shows are those that a user sees. */
@StateMachineTest("order.asl.json")
class FailureMessageTest {
  @Test
  void a_wrong_path_is_shown_beside_the_one_taken(TestStateMachine order) {
    order.mock("Charge").fails("Card.Declined", "expired");
    Execution run = order.run(Map.of("id", 7, "amount", 12));

    Throwable failure = catchThrowable(() -> assertThat(run).hasPath("Charge", "Ship"));

    assertThat(failure.getMessage().strip()).isEqualToIgnoringNewLines(shownInTheReadme(0));
  }

  @Test
  void a_retry_of_everything_lets_a_customer_pay_twice(StepFunctionsEnvironment environment)
      throws IOException {
    String definition =
        new String(
            FailureMessageTest.class.getResourceAsStream("order.asl.json").readAllBytes(),
            StandardCharsets.UTF_8);
    TestStateMachine order =
        environment.define("order-x", definition.replace("Gateway.Busy", "States.ALL"));
    order.mock("Charge").returns(Map.of("paid", true));
    order.mock("Ship").returns(Map.of("number", "T-9"));
    order.faults().on("Charge").losesReply().first(1);

    order.run(Map.of("id", 7, "amount", 12));
    Throwable failure =
        catchThrowable(() -> assertThat(order.effects("Charge")).happenedAtMostOncePer("$.id"));

    assertThat(failure.getMessage().strip()).isEqualToIgnoringNewLines(shownInTheReadme(1));
  }

  private static String shownInTheReadme(int number) {
    return CodeBlock.in(Path.of("..", "README.md")).stream()
        .filter(block -> block.language().equals("text"))
        .skip(number)
        .findFirst()
        .orElseThrow()
        .text()
        .strip();
  }
}

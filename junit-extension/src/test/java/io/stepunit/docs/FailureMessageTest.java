package io.stepunit.docs;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static io.stepunit.assertj.StepUnitAssertions.catchThrowable;

import io.stepunit.Execution;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.StateMachineTest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The failure that the README shows is the one that a user sees. */
@StateMachineTest("order.asl.json")
class FailureMessageTest {
  @Test
  void a_wrong_path_is_shown_beside_the_one_taken(TestStateMachine order) {
    order.mock("Charge").fails("Card.Declined", "expired");
    Execution run = order.run(Map.of("id", 7, "amount", 12));

    Throwable failure = catchThrowable(() -> assertThat(run).hasPath("Charge", "Ship"));

    assertThat(failure.getMessage().strip()).isEqualToIgnoringNewLines(shownInTheReadme());
  }

  private static String shownInTheReadme() {
    return CodeBlock.in(Path.of("..", "README.md")).stream()
        .filter(block -> block.language().equals("text"))
        .findFirst()
        .orElseThrow()
        .text()
        .strip();
  }
}

package io.stepunit.docs;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;

import io.stepunit.Recording;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.ReplayTest;
import io.stepunit.junit.StateMachineTest;
import io.stepunit.recording.Difference;
import io.stepunit.recording.Replay;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@StateMachineTest("order-refund.asl.json")
class RefundReplayTest {

  @ReplayTest("failed-execution.json")
  void a_declined_card_no_longer_fails_the_order(Replay replay) {
    assertThat(replay.execution()).isSucceeded().hasPath("Charge", "Refuse");
  }

  @Test
  void without_the_annotation(TestStateMachine order) {
    Replay replay =
        Recording.ofHistory(Path.of("src/test/resources/io/stepunit/docs/failed-execution.json"))
            .replay(order);

    Difference first = replay.comparison().firstEvent().orElseThrow();
    assertThat(first.event()).hasValue(9);
    assertThat(first.expected()).isEqualTo("ExecutionFailed");
  }
}

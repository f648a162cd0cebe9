package io.stepunit.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.history.ChildRetention;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnswerLogTest {
  private static final String EACH =
      """
      {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true, "ItemProcessor": {
        "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
        "StartAt": "Do", "States": {"Do": {"Type": "Task", "End": true,
          "Resource": "arn:aws:lambda:eu-central-1:123456789012:function:do"}}}}}}
      """;

  private final Set<String> asked = new LinkedHashSet<>();

  /** The log of an environment whose Map Run has asked for each of four items. */
  private AnswerLog logOf(ChildRetention retention) {
    TestRecording recording =
        new TestRecording(() -> new TestId("test", "key"), null, Optional.empty(), false);
    Optional<TestRecording> before = CurrentTest.recording();
    CurrentTest.begins(recording);
    try {
      TestStateMachine machine =
          StepFunctionsEnvironment.builder()
              .keepingChildren(retention)
              .build()
              .define("each", EACH);
      machine
          .mock("Do")
          .answers(
              call -> {
                asked.add(call.executionArn());
                return Map.of();
              });
      machine.run("[1, 2, 3, 4]");
    } finally {
      CurrentTest.ended(before);
    }
    return recording.runs().get(0).answers();
  }

  @Test
  void knows_who_answered_the_children_that_are_kept() {
    AnswerLog log = logOf(ChildRetention.all());

    assertThat(asked).hasSize(4).allSatisfy(arn -> assertThat(log.of(arn)).hasSize(1));
  }

  @Test
  void forgets_who_answered_the_children_that_are_not_kept_and_counts_their_answers() {
    AnswerLog log = logOf(ChildRetention.failed());

    assertThat(asked).hasSize(4).allSatisfy(arn -> assertThat(log.of(arn)).isEmpty());
    assertThat(log.count()).isEqualTo(4);
  }
}

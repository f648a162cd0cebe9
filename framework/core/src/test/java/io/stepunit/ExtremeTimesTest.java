package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Durations and instants that no test can mean are refused where they are given. */
class ExtremeTimesTest {
  private static final String TASK =
      """
      {"StartAt": "T", "States": {"T": {"Type": "Task", "End": true, "TimeoutSeconds": 99999999,
        "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "Parameters": {
          "QueueUrl": "https://sqs.us-east-1.amazonaws.com/123456789012/q",
          "MessageBody": {"token.$": "$$.Task.Token"}}}}}""";

  private static final List<Duration> TOO_LONG =
      List.of(Duration.ofSeconds(Long.MAX_VALUE, 999_999_999), Duration.ofDays(36_501));

  private static final Map<String, BiConsumer<TestStateMachine, Duration>> GIVEN =
      Map.of(
          "taking", (m, time) -> m.mock("T").fails("E").taking(time),
          "takingBetween", (m, time) -> m.mock("T").fails("E").takingBetween(Duration.ZERO, time),
          "isCalledBackAfter", (m, time) -> m.mock("T").isCalledBackAfter(time),
          "heartbeatsEvery", (m, time) -> m.mock("T").waitsForToken().heartbeatsEvery(time, 1),
          "delaysCallback", (m, time) -> m.faults().on("T").delaysCallback(time),
          "latency", (m, time) -> m.faults().on("T").latency(time),
          "environment.advance", (m, time) -> m.environment().advance(time),
          "execution.advance", (m, time) -> m.start("{}").advance(time),
          "TaskReply",
              (m, time) ->
                  new TaskReply.Succeeds(
                      m.definition().source(), time, List.of(), java.util.Optional.empty()),
          "userCodeLimit",
              (m, time) -> StepFunctionsEnvironment.builder().userCodeLimit(time).build());

  private static TestStateMachine machine() {
    return StepFunctionsEnvironment.create().define("m", TASK);
  }

  @TestFactory
  Stream<DynamicTest> durations() {
    return GIVEN.entrySet().stream()
        .map(given -> DynamicTest.dynamicTest(given.getKey(), () -> refuses(given.getValue())));
  }

  private static void refuses(BiConsumer<TestStateMachine, Duration> given) {
    for (Duration time : TOO_LONG) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> given.accept(machine(), time))
          .withMessageContaining(" is longer than 36500 days: " + time);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> given.accept(machine(), Duration.ofSeconds(Long.MIN_VALUE)));
  }

  @Test
  void instants() {
    for (Instant instant :
        List.of(Instant.MAX, Instant.MIN, Instant.parse("+10000-01-01T00:00:00Z"))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> StepFunctionsEnvironment.builder().startTime(instant))
          .withMessage("The start time is not in the years 1 to 9999: " + instant);
    }
    Consumer<Instant> advanceTo = instant -> machine().environment().advanceTo(instant);
    assertThatIllegalArgumentException().isThrownBy(() -> advanceTo.accept(Instant.MAX));
    assertThatIllegalArgumentException().isThrownBy(() -> advanceTo.accept(Instant.MIN));
  }

  @Test
  void the_longest_that_are_taken_do_not_overflow() {
    StepFunctionsEnvironment environment =
        StepFunctionsEnvironment.builder()
            .startTime(Instant.parse("9999-12-31T23:59:59Z"))
            .withoutLimits(ServiceLimit.values())
            .build();
    TestStateMachine machine =
        environment.define("m", TASK.replace(", \"TimeoutSeconds\": 99999999", ""));
    machine.mock("T").isCalledBackAfter(Duration.ofDays(36_500)).with("{}");

    Execution run = machine.run("{}");
    environment.advance(Duration.ofDays(36_500));

    assertThat(run.duration()).isEqualTo(Duration.ofDays(36_500));
    assertThat(run.historyJson()).contains("+10099-");
    assertThat(environment.metrics().data()).isNotEmpty();
    assertThat(run.timeline().toString()).contains("TaskSucceeded");
  }
}

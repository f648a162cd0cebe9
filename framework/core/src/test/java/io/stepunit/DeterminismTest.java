package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The same definition, mocks and seed give the same history, byte for byte. */
class DeterminismTest {
  /** Uses all randomness there is, and ties between branches and iterations. */
  private static final String RANDOM =
      """
      {"StartAt": "Both", "States": {
        "Both": {"Type": "Parallel", "End": true, "Branches": [
          {"StartAt": "Each", "States": {
            "Each": {"Type": "Map", "End": true, "ItemsPath": "$.items",
              "ItemProcessor": {"StartAt": "Try", "States": {
                "Try": {"Type": "Task", "End": true,
                  "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                  "Parameters": {"QueueUrl": "q", "MessageBody": {"token.$": "$$.Task.Token",
                    "id.$": "States.UUID()", "random.$": "States.MathRandom(0, 1000)"}},
                  "Retry": [{"ErrorEquals": ["Busy"], "IntervalSeconds": 10, "MaxAttempts": 5,
                    "JitterStrategy": "FULL"}]}}}}}},
          {"StartAt": "Wait", "States": {
            "Wait": {"Type": "Wait", "Seconds": 10, "Next": "Task"},
            "Task": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true}}}]}}}
      """;

  private static Execution run(long seed) {
    StepFunctionsEnvironment env = StepFunctionsEnvironment.builder().seed(seed).build();
    TestStateMachine machine = env.define("random", RANDOM);
    machine
        .mock("Try")
        .fails("Busy", "later")
        .times(7)
        .thenReturns("1")
        .taking(Duration.ofSeconds(3));
    machine.mock("Task").returnsPayload("2");
    return machine.run("{\"items\": [1, 2, 3]}");
  }

  @Test
  void the_same_seed_gives_the_same_bytes() {
    assertThat(run(7).historyJson()).isEqualTo(run(7).historyJson());
  }

  @Test
  void another_seed_gives_another_history() {
    assertThat(run(7).historyJson()).isNotEqualTo(run(8).historyJson());
  }

  @Test
  void an_execution_before_it_changes_neither_delays_nor_results() {
    StepFunctionsEnvironment env = StepFunctionsEnvironment.builder().seed(7).build();
    TestStateMachine other =
        env.define(
            "other",
            "{\"StartAt\": \"P\", \"States\": {\"P\": {\"Type\": \"Pass\", \"End\": true}}}");
    other.run("{}");
    TestStateMachine machine = env.define("random", RANDOM);
    machine
        .mock("Try")
        .fails("Busy", "later")
        .times(7)
        .thenReturns("1")
        .taking(Duration.ofSeconds(3));
    machine.mock("Task").returnsPayload("2");

    Execution run = machine.run("{\"items\": [1, 2, 3]}");

    assertThat(run.duration()).isEqualTo(run(7).duration());
  }

  @Test
  void threads_do_not_change_a_byte() throws Exception {
    String expected = run(7).historyJson();
    Set<String> seen = ConcurrentHashMap.newKeySet();
    List<Callable<Boolean>> runs =
        IntStream.range(0, 64)
            .<Callable<Boolean>>mapToObj(i -> () -> seen.add(run(7).historyJson()))
            .toList();

    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (Future<Boolean> done : threads.invokeAll(runs)) {
        done.get();
      }
    } finally {
      threads.shutdown();
    }

    assertThat(seen).containsExactly(expected);
  }
}

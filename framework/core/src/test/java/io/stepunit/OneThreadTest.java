package io.stepunit;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.history.ExecutionStatus;
import io.stepunit.mock.UserCodeTimeoutError;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class OneThreadTest {
  private static final String TASK =
      """
      {"StartAt": "Charge", "States": {"Charge": {
        "Type": "Task",
        "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge",
        "End": true}}}
      """;

  private final TestStateMachine machine = StepFunctionsEnvironment.create().define("order", TASK);

  @Test
  void an_answer_that_waits_for_another_thread_to_run_an_execution_is_told() {
    StepFunctionsEnvironment impatient =
        StepFunctionsEnvironment.builder().userCodeLimit(Duration.ofMillis(200)).build();
    TestStateMachine order = impatient.define("order", TASK);
    order.mock("Charge").answers(call -> supplyAsync(() -> order.run("{}")).get());

    assertThatThrownBy(() -> order.run("{}"))
        .isInstanceOf(UserCodeTimeoutError.class)
        .hasMessageContainingAll(
            "Meanwhile these threads wait for their turn in the environment", "(the test)");
  }

  @Test
  void two_threads_take_turns() throws Exception {
    machine.mock("Charge").returns(Map.of());
    CountDownLatch ready = new CountDownLatch(2);
    Callable<Execution> run =
        () -> {
          ready.countDown();
          ready.await();
          return machine.run("{}");
        };
    ExecutorService threads = Executors.newFixedThreadPool(2);

    List<Future<Execution>> runs = threads.invokeAll(List.of(run, run));
    threads.shutdown();

    for (Future<Execution> ended : runs) {
      assertThat(ended.get().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }
  }

  @Test
  void one_thread_after_the_other_is_fine() throws CompletionException {
    machine.mock("Charge").returns(Map.of());

    CompletableFuture.runAsync(() -> machine.run("{}")).join();
    machine.run("{}");

    assertThat(machine.environment().executions()).hasSize(2);
  }
}

package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.mock.TaskMock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
  void a_second_thread_is_refused_while_a_first_runs_an_execution() {
    TaskMock.Answer usesAnotherThread =
        call -> CompletableFuture.supplyAsync(() -> machine.run("{}")).join();
    machine.mock("Charge").answers(usesAnotherThread);

    assertThatThrownBy(() -> machine.run("{}"))
        .hasRootCauseInstanceOf(IllegalStateException.class)
        .rootCause()
        .hasMessageContainingAll(
            "uses a StepFunctionsEnvironment while the thread '" + Thread.currentThread().getName(),
            "give each thread its own");
  }

  @Test
  void one_thread_after_the_other_is_fine() throws CompletionException {
    machine.mock("Charge").returns(Map.of());

    CompletableFuture.runAsync(() -> machine.run("{}")).join();
    machine.run("{}");

    assertThat(machine.environment().executions()).hasSize(2);
  }
}

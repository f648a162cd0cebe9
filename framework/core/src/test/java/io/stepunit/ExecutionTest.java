package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.history.HistoryEvent;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExecutionTest {
  private final TestStateMachine refusing =
      StepFunctionsEnvironment.create()
          .define(
              "order",
              """
              {"StartAt": "Refuse", "States": {"Refuse": {"Type": "Fail", "Error": "OutOfStock"}}}
              """);

  @Test
  void execution_has_the_names_that_the_running_execution_had() {
    RunningExecution running = refusing.start(Map.of("id", 7), "order-7");

    Execution ended = running.finish();

    assertThat(ended.name()).isEqualTo("order-7");
    assertThat(ended.arn()).isEqualTo(running.arn()).endsWith(":execution:order:order-7");
    assertThat(ended.stateMachineArn()).isEqualTo(refusing.arn());
    assertThat(ended.definition()).isSameAs(refusing.definition());
  }

  @Test
  void without_output_has_no_value_at_any_path() {
    assertThat(refusing.run("{}").outputAt("$.id")).isEmpty();
  }

  @Test
  void tells_the_state_of_each_event_by_its_path() {
    assertThat(refusing.run("{}").events())
        .extracting(HistoryEvent::path)
        .containsExactly(Optional.empty(), Optional.of("Refuse"), Optional.empty());
  }
}

package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stepunit.history.EventType;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.history.HistoryEvent;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MachinePartTest {
  private final TestStateMachine order =
      StepFunctionsEnvironment.create()
          .define(
              "order",
              """
              {"StartAt": "Charge", "States": {
                "Charge": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                  "Assign": {"carrier": "none"}, "Next": "Ship"},
                "Ship": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                  "Parameters": {"FunctionName": "ship", "Payload": {"carrier.$": "$carrier"}},
                  "ResultSelector": {"done.$": "$.Payload"},
                  "Catch": [{"ErrorEquals": ["Lost"], "Next": "Refund"}],
                  "ResultPath": "$.shipped", "Next": "Notify"},
                "Notify": {"Type": "Pass", "Result": "told", "ResultPath": "$.mail", "Next": "Again"},
                "Again": {"Type": "Choice", "Choices": [
                  {"Variable": "$.again", "BooleanEquals": true, "Next": "Ship"},
                  {"Variable": "$.each", "IsPresent": true, "Next": "Each"}],
                  "Default": "Done"},
                "Refund": {"Type": "Pass", "Next": "Done"},
                "Each": {"Type": "Map", "ItemProcessor": {
                  "StartAt": "Inner", "States": {"Inner": {"Type": "Succeed"}}}, "Next": "Done"},
                "Done": {"Type": "Succeed"}}}
              """);

  @Test
  void runs_from_the_first_state_to_the_last_both_included() {
    order.mock("Ship").returnsPayload(true);

    Execution part = order.from("Ship").until("Notify").run("{}", Map.of("carrier", "UPS"));

    assertThat(part.path()).containsExactly("Ship", "Notify");
    assertThat(part.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(part.output().orElseThrow())
        .hasToString("{\"shipped\":{\"done\":true},\"mail\":\"told\"}");
  }

  @Test
  void machine_part_has_the_history_of_just_that_part() {
    order.mock("Ship").returnsPayload(true);

    Execution part = order.from("Ship").until("Notify").run("{}", Map.of("carrier", "UPS"));

    assertThat(part.events())
        .extracting(HistoryEvent::type)
        .containsExactly(
            EventType.EXECUTION_STARTED,
            EventType.TASK_STATE_ENTERED,
            EventType.TASK_SCHEDULED,
            EventType.TASK_STARTED,
            EventType.TASK_SUCCEEDED,
            EventType.TASK_STATE_EXITED,
            EventType.PASS_STATE_ENTERED,
            EventType.PASS_STATE_EXITED,
            EventType.EXECUTION_SUCCEEDED);
  }

  @Test
  void reads_the_variables_that_it_is_given() {
    order.mock("Ship").answers(call -> Map.of("Payload", call.inputAt("$.Payload.carrier")));

    Execution part = order.from("Ship").until("Ship").run("{}", Map.of("carrier", "UPS"));

    assertThat(part.outputAt("$.shipped.done").orElseThrow().asText()).isEqualTo("UPS");
  }

  @Test
  void goes_on_to_the_machines_end_by_default() {
    Execution part = order.from("Notify").run("{\"again\": false}");

    assertThat(part.path()).containsExactly("Notify", "Again", "Done");
  }

  @Test
  void ends_at_the_last_state_in_the_first_round_of_a_loop() {
    Execution part = order.from("Notify").until("Again").run("{\"again\": true}");

    assertThat(part.path()).containsExactly("Notify", "Again");
  }

  @Test
  void ends_where_a_catcher_leaves_the_last_state() {
    order.mock("Ship").fails("Lost", "at sea");

    Execution part = order.from("Ship").until("Ship").run("{}", Map.of("carrier", "UPS"));

    assertThat(part.path()).containsExactly("Ship");
    assertThat(part.outputAt("$.Error").orElseThrow().asText()).isEqualTo("Lost");
  }

  @Test
  void goes_to_the_machines_end_where_the_way_never_comes_to_the_last_state() {
    order.mock("Ship").fails("Lost", "at sea");

    Execution part = order.from("Ship").until("Notify").run("{}", Map.of("carrier", "UPS"));

    assertThat(part.path()).containsExactly("Ship", "Refund", "Done");
  }

  @Test
  void fails_as_the_machine_would() {
    order.mock("Ship").fails("Broken", "axle");

    Execution part = order.from("Ship").until("Notify").run("{}", Map.of("carrier", "UPS"));

    assertThat(part.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(part.error()).contains("Broken");
  }

  @Test
  void can_be_driven_by_hand() {
    order.mock("Ship").returnsPayload(true);

    RunningExecution part =
        order.from("Ship").until("Ship").start("{}", Map.of("carrier", "UPS")).runUntilParked();

    assertThat(part.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void tells_at_once_that_a_state_is_not_there() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> order.from("Shp"))
        .withMessageContaining("The machine (order) has no state 'Shp'. Did you mean 'Ship'?");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> order.from("Ship").until("Notfy"))
        .withMessageContaining("Did you mean 'Notify'?");
  }

  @Test
  void machine_part_does_not_begin_inside_of_a_map() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> order.from("Inner"))
        .withMessageContaining("is inside of a Parallel or Map");
  }

  @Test
  void takes_variables_only_by_name() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> order.from("Ship").run("{}", "[1]"))
        .withMessage("The variables must be an object of names and values, found: [1]");
  }
}

package io.stepunit.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.asl.WorkflowType;
import io.stepunit.history.ExecutionStatus;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class MapGrowthTest {
  private static final String PASSING =
      """
      {"StartAt": "M", "States": {"M": {"Type": "Map", "ItemsPath": "$", "End": true,
        "ItemProcessor": {"StartAt": "C", "States": {
          "C": {"Type": "Choice", "Default": "P",
            "Choices": [{"Variable": "$", "NumericEquals": 2, "Next": "Q"}]},
          "Q": {"Type": "Pass", "Next": "P"},
          "P": {"Type": "Pass", "Result": {"text": "0123456789"}, "End": true}}}}}}
      """;

  private static Execution over(int items, int item, String definition, WorkflowType type) {
    TestStateMachine machine =
        StepFunctionsEnvironment.create().define("machine", definition, type);
    return machine.run(Collections.nCopies(items, item));
  }

  private static Execution over(int items) {
    return over(items, 1, PASSING, WorkflowType.STANDARD);
  }

  @Test
  void the_number_of_items_that_fills_the_history_is_exact() {
    MapGrowth growth = over(3).mapGrowth("M", over(7));

    long most = growth.mostItems(Quota.HISTORY_EVENTS);

    assertThat(growth.isLinear()).isTrue();
    assertThat(over((int) most).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(over((int) most + 1).status()).isEqualTo(ExecutionStatus.FAILED);
  }

  @Test
  void the_number_of_items_whose_output_is_too_large_is_exact() {
    Execution few = over(3, 1, PASSING, WorkflowType.EXPRESS);
    Execution many = over(7, 1, PASSING, WorkflowType.EXPRESS);

    MapGrowth growth = many.mapGrowth("M", few);

    int most = (int) growth.mostItems();
    assertThat(growth.limits()).hasSize(1);
    assertThat(growth.limits().get(0).where()).isEqualTo("output of M");
    assertThat(over(most, 1, PASSING, WorkflowType.EXPRESS).status())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(over(most + 1, 1, PASSING, WorkflowType.EXPRESS).error())
        .contains("States.DataLimitExceeded");
  }

  @Test
  void it_is_told_in_words() {
    assertThat(over(3).mapGrowth("M", over(7)))
        .hasToString(
            """
            M uses up with more than
              4,165 items: events of the history, 6 an item and 6 besides
              11,915 items: largest payload (output of M), 22 bytes an item and 1 besides""");
  }

  @Test
  void iterations_that_differ_make_it_an_estimate() {
    MapGrowth growth = over(3).mapGrowth("M", over(7, 2, PASSING, WorkflowType.STANDARD));

    assertThat(growth.isLinear()).isFalse();
    assertThat(growth.doubts())
        .containsExactly("iterations are not alike: 6.00 events an item with 3 items, 8.00 with 7");
  }

  @Test
  void what_does_not_grow_has_no_limit() {
    String distributed =
        """
        {"StartAt": "M", "States": {"M": {"Type": "Map", "ItemReader": {
            "Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": "JSON"},
            "Parameters": {"Bucket": "b", "Key.$": "$.key"}}, "ResultSelector": {}, "End": true,
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED"},
            "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}}}}
        """;
    StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
    env.bucket("b").put("few", "[1, 2]").put("all", "[1, 2, 3, 4]");
    TestStateMachine machine = env.define("machine", distributed);

    MapGrowth growth =
        machine.run("{\"key\": \"few\"}").mapGrowth("M", machine.run("{\"key\": \"all\"}"));

    assertThat(growth.mostItems()).isEqualTo(Long.MAX_VALUE);
    assertThat(growth).hasToString("M uses up no quota, with any number of items");
  }

  @Test
  void the_same_number_of_items_shows_no_growth() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> over(3).mapGrowth("M", over(3)))
        .withMessageContaining("Both executions of 'M' have 3 items");
  }

  @Test
  void a_map_that_did_not_run_once_is_told() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> over(3).mapGrowth("X", over(4)))
        .withMessageContaining("'X' ran 0 times");
  }
}

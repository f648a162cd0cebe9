package io.stepunit.assertj;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.Execution;
import io.stepunit.MapRun;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.history.MapRunStatus;
import org.junit.jupiter.api.Test;

class MapRunAssertTest {
  private static Execution run(String items) {
    return StepFunctionsEnvironment.create()
        .define(
            "import",
            """
            {"StartAt": "Rows", "States": {"Rows": {"Type": "Map", "End": true,
              "MaxConcurrency": 1, "ToleratedFailureCount": 1,
              "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED"},
                "StartAt": "Check", "States": {"Check": {"Type": "Choice", "Default": "Good",
                  "Choices": [{"Variable": "$", "NumericEquals": 0, "Next": "Bad"}]},
                  "Good": {"Type": "Succeed"},
                  "Bad": {"Type": "Fail", "Error": "Zero", "Cause": "no zeros"}}}}}}
            """)
        .run(items);
  }

  private static MapRun mapRun(String items) {
    return run(items).mapRuns().get(0);
  }

  @Test
  void holds_for_the_status_the_items_and_the_children() {
    assertThat(run("[1, 0, 2]"))
        .mapRun(
            "Rows",
            rows ->
                rows.isSucceeded()
                    .hasStatus(MapRunStatus.SUCCEEDED)
                    .hasItems(3)
                    .hasSucceededItems(2)
                    .hasFailedItems(1)
                    .hasPendingItems(0)
                    .hasChildren(3)
                    .child(1, child -> child.isFailed().hasPath("Check", "Bad")));
    assertThat(mapRun("[0, 0, 1, 2]")).isFailed().hasPendingItems(1).hasChildren(3);
  }

  @Test
  void tells_what_came_of_the_items_where_a_count_is_another() {
    assertThatThrownBy(() -> assertThat(mapRun("[1, 0, 2]")).hasFailedItems(2))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            """

            Expecting the Map Run of 'Rows' to have 2 failed items
            but it is
              Rows SUCCEEDED: 3 items, 2 succeeded, 1 failed, 0 timed out, 0 aborted, 0 pending
            Its child executions that did not succeed:
              FAILED Zero: no zeros, input 0\
            """);
  }

  @Test
  void tells_the_status_found() {
    assertThatThrownBy(() -> assertThat(mapRun("[1]")).isAborted())
        .hasMessageContaining("Expecting the Map Run of 'Rows' to be ABORTED")
        .hasMessageContaining("Rows SUCCEEDED: 1 items");
  }

  @Test
  void tells_the_other_numbers_of_items_and_children() {
    MapRun rows = mapRun("[1, 2]");

    assertThatThrownBy(() -> assertThat(rows).hasItems(1)).hasMessageContaining("to have 1 item\n");
    assertThatThrownBy(() -> assertThat(rows).hasSucceededItems(1))
        .hasMessageContaining("to have 1 succeeded item\n");
    assertThatThrownBy(() -> assertThat(rows).hasPendingItems(1))
        .hasMessageContaining("to have 1 pending item\n");
    assertThatThrownBy(() -> assertThat(rows).hasChildren(3))
        .hasMessageContaining("to have 3 child executions, and it has 2");
  }

  @Test
  void fails_where_the_map_has_no_run_of_its_own() {
    Execution inline = Runs.paid();

    assertThatThrownBy(() -> assertThat(inline).mapRun("Charge", rows -> rows.hasItems(1)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("to have one Map Run of 'Charge'")
        .hasMessageContaining("none at all");
  }

  @Test
  void fails_for_a_state_that_the_machine_does_not_have() {
    assertThatThrownBy(() -> assertThat(run("[1]")).mapRun("Row", rows -> rows.hasItems(1)))
        .hasMessageContaining("Row")
        .hasMessageContaining("Rows");
  }
}

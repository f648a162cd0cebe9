package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.history.MapRunTotals;
import io.stepunit.internal.json.Json;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class MapBatchesTest {
  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  private Execution run(String fields, String input) {
    return env.define(
            "batches",
            """
            {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true, %s,
              "ItemsPath": "$.items",
              "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED"},
                "StartAt": "One", "States": {"One": {"Type": "Choice", "Default": "Go",
                  "Choices": [{"Variable": "$.Items[0]", "NumericEquals": 99, "Next": "No"}]},
                  "Go": {"Type": "Succeed"}, "No": {"Type": "Fail", "Error": "Bad"}}}}}}
            """
                .formatted(fields))
        .run(input);
  }

  @Test
  void hold_so_many_items_and_the_batch_input() {
    Execution run =
        run(
            "\"ItemBatcher\": {\"MaxItemsPerBatch\": 2, \"BatchInput\": {\"by.$\": \"$.who\"}}",
            "{\"who\": \"kim\", \"items\": [1, 2, 3]}");

    assertThat(run.output())
        .contains(
            Json.parse(
                """
                [{"BatchInput": {"by": "kim"}, "Items": [1, 2]},
                 {"BatchInput": {"by": "kim"}, "Items": [3]}]
                """));
  }

  @Test
  void hold_so_many_items_as_a_path_says() {
    Execution run =
        run(
            "\"ItemBatcher\": {\"MaxItemsPerBatchPath\": \"$.most\"}",
            "{\"most\": 3, \"items\": [1, 2, 3, 4]}");

    assertThat(run.output()).contains(Json.parse("[{\"Items\": [1, 2, 3]}, {\"Items\": [4]}]"));
  }

  @Test
  void hold_no_more_bytes_than_they_may() {
    Execution run =
        run(
            "\"ItemBatcher\": {\"MaxInputBytesPerBatch\": 21}",
            "{\"items\": [\"aa\", \"bb\", \"cc\", \"a long one that has more\", \"dd\"]}");

    JsonNode batches = run.output().orElseThrow();
    assertThat(batches)
        .isEqualTo(
            Json.parse(
                """
                [{"Items": ["aa", "bb"]}, {"Items": ["cc"]},
                 {"Items": ["a long one that has more"]}, {"Items": ["dd"]}]
                """));
    assertThat(StreamSupport.stream(batches.spliterator(), false).map(Json::size))
        .containsExactly(21, 16, 38, 16);
  }

  @Test
  void come_after_the_item_selector() {
    Execution run =
        run(
            "\"ItemSelector\": {\"v.$\": \"$$.Map.Item.Value\"},"
                + " \"ItemBatcher\": {\"MaxItemsPerBatch\": 9}",
            "{\"items\": [1, 2]}");

    assertThat(run.output()).contains(Json.parse("[{\"Items\": [{\"v\": 1}, {\"v\": 2}]}]"));
  }

  @Test
  void map_batches_that_fail_count_with_all_their_items() {
    Execution run =
        run(
            "\"ToleratedFailureCount\": 3, \"ItemBatcher\": {\"MaxItemsPerBatch\": 2}",
            "{\"items\": [99, 1, 2, 3, 4]}");

    MapRun mapRun = run.mapRuns().get(0);
    assertThat(mapRun.items()).isEqualTo(new MapRunTotals(0, 0, 3, 2, 0, 0));
    assertThat(mapRun.executions()).isEqualTo(new MapRunTotals(0, 0, 2, 1, 0, 0));
  }

  @Test
  void map_batches_that_fail_exceed_a_tolerance_by_their_items() {
    Execution run =
        run(
            "\"ToleratedFailureCount\": 1, \"ItemBatcher\": {\"MaxItemsPerBatch\": 2}",
            "{\"items\": [99, 1, 2, 3, 4]}");

    assertThat(run.error()).contains("States.ExceedToleratedFailureThreshold");
  }
}

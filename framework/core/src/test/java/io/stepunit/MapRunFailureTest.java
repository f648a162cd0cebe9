package io.stepunit;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.history.MapRunStatus;
import io.stepunit.internal.history.MapRunTotals;
import io.stepunit.internal.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a Map Run does when more has failed than it tolerates, and how it counts. */
class MapRunFailureTest {
  private static final String TASK =
      "\"Type\": \"Task\", \"Resource\": \"arn:aws:lambda:us-east-1:123456789012:function:f\"";

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  /** Each child waits as long as its item says, and then calls T. */
  private static TestStateMachine define(StepFunctionsEnvironment env, String type, String more) {
    return env.define(
        "map",
        """
        {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true, %s "ItemProcessor": {
          "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "%s"},
          "StartAt": "Wait", "States": {
            "Wait": {"Type": "Wait", "SecondsPath": "$", "Next": "T"},
            "T": {%s, "End": true}}}}}}
        """
            .formatted(more, type, TASK));
  }

  private TestStateMachine define(String type, String more) {
    TestStateMachine machine = define(env, type, more);
    machine.mock("T").answers(call -> call.input());
    machine.mock("Each[1]/T").fails("Bad", "item");
    return machine;
  }

  private static MapRun mapRun(Execution execution) {
    return execution.mapRuns().get(0);
  }

  @Nested
  class Of_standard_children {
    @Test
    void one_more_child_starts_in_the_place_of_the_one_that_failed() {
      TestStateMachine machine = define("STANDARD", "\"MaxConcurrency\": 2,");

      Execution run = machine.run("[0, 8, 30, 0, 0, 0]");

      assertThat(mapRun(run).items()).isEqualTo(new MapRunTotals(2, 0, 2, 1, 0, 1));
      assertThat(mapRun(run).executions()).isEqualTo(mapRun(run).items());
      assertThat(mapRun(run).child(3).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
      assertThat(run.duration()).isEqualTo(ofSeconds(8));
    }

    @Test
    void the_one_more_child_that_needs_time_is_stopped_with_the_others() {
      TestStateMachine machine = define("STANDARD", "\"MaxConcurrency\": 2,");

      Execution run = machine.run("[0, 8, 30, 5, 0, 0]");

      assertThat(mapRun(run).items()).isEqualTo(new MapRunTotals(2, 0, 1, 1, 0, 2));
    }

    @Test
    void children_that_are_cut_off_say_by_what() {
      TestStateMachine machine = define("STANDARD", "");

      MapRun run = mapRun(machine.run("[0, 8, 30]"));

      assertThat(run.child(2).status()).isEqualTo(ExecutionStatus.ABORTED);
      assertThat(run.child(2).error()).isEmpty();
      assertThat(run.child(2).cause())
          .hasValue(
              "The map run execution ["
                  + run.arn()
                  + "] which was managing this resource was aborted");
    }

    @Test
    void whether_the_one_more_child_starts_is_a_matter_of_the_interleaving() {
      Set<Integer> pending = new TreeSet<>();
      Optional<Interleaving> order = Optional.of(Interleaving.ofChoices(List.of()));
      while (order.isPresent()) {
        StepFunctionsEnvironment interleaved =
            StepFunctionsEnvironment.builder().interleaving(order.get()).build();
        TestStateMachine machine = define(interleaved, "STANDARD", "\"MaxConcurrency\": 1,");
        machine.mock("T").fails("Bad", "item").thenReturns(1);
        pending.add(mapRun(machine.run("[8, 0, 0]")).items().pending());
        order = order.get().next();
      }

      assertThat(pending).containsExactly(1, 2);
    }
  }

  @Nested
  class Of_express_children {
    @Test
    void those_that_run_finish_before_the_map_run_fails() {
      TestStateMachine machine = define("EXPRESS", "\"MaxConcurrency\": 2,");

      Execution run = machine.run("[0, 8, 30, 0, 0, 0]");

      assertThat(run.error()).hasValue("States.ExceedToleratedFailureThreshold");
      assertThat(run.duration()).isEqualTo(ofSeconds(30));
      assertThat(mapRun(run).status()).isEqualTo(MapRunStatus.FAILED);
      assertThat(mapRun(run).items()).isEqualTo(new MapRunTotals(2, 0, 3, 1, 0, 0));
      assertThat(HistoryLines.of(run))
          .endsWith(
              "MapRunStarted<-3", "MapRunFailed<-4", "MapStateFailed<-5", "ExecutionFailed<-6");
    }

    @Test
    void those_that_fail_while_it_waits_count_too() {
      TestStateMachine machine = define("EXPRESS", "");
      machine.mock("Each[2]/T").fails("Worse");

      Execution run = machine.run("[0, 8, 30]");

      assertThat(mapRun(run).items()).isEqualTo(new MapRunTotals(0, 0, 1, 2, 0, 0));
      assertThat(run.duration()).isEqualTo(ofSeconds(30));
    }

    @Test
    void the_only_one_fails_the_map_run_at_once() {
      TestStateMachine machine = define("EXPRESS", "\"MaxConcurrency\": 1,");

      Execution run = machine.run("[3, 5]");

      assertThat(run.duration()).isEqualTo(ofSeconds(8));
      assertThat(mapRun(run).items()).isEqualTo(new MapRunTotals(0, 0, 1, 1, 0, 0));
    }

    @Test
    void those_that_run_are_stopped_with_the_execution() {
      TestStateMachine machine = define("EXPRESS", "");
      RunningExecution running = machine.start("[0, 8, 30]").advance(ofSeconds(10));

      Execution run = running.stop().snapshot();

      assertThat(mapRun(run).status()).isEqualTo(MapRunStatus.ABORTED);
      assertThat(mapRun(run).items()).isEqualTo(new MapRunTotals(0, 0, 1, 1, 0, 1));
    }
  }

  @Nested
  class Counts {
    @Test
    void pending_children_are_counted_from_the_first_and_results_at_the_end() {
      TestStateMachine machine = define("STANDARD", "\"MaxConcurrency\": 1,");
      RunningExecution running = machine.start("[3, 0, 0, 0]").advance(ofSeconds(1));

      MapRun run = mapRun(running.snapshot());

      assertThat(run.items()).isEqualTo(new MapRunTotals(3, 1, 0, 0, 0, 0, 0, 0, 0));
      assertThat(run.executions()).isEqualTo(run.items());
      MapRun ended = mapRun(running.finish());
      assertThat(ended.items().pending()).isEqualTo(1);
      assertThat(ended.items().total()).isEqualTo(4);
      assertThat(ended.items().resultsWritten()).isEqualTo(4);
      assertThat(ended.executions()).isEqualTo(ended.items());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "\"MaxItemsPerBatch\": 2",
          "\"MaxInputBytesPerBatch\": 17",
          "\"MaxItemsPerBatch\": 2, \"MaxInputBytesPerBatch\": 4096"
        })
    void batches_count_as_one_execution_each(String batcher) {
      TestStateMachine machine =
          env.define(
              "batches",
              """
              {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true,
                "MaxConcurrency": 1, "ItemBatcher": {%s},
                "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED"},
                  "StartAt": "Wait", "States": {
                    "Wait": {"Type": "Wait", "Seconds": 8, "End": true}}}}}}
              """
                  .formatted(batcher));
      RunningExecution running = machine.start("[11, 12, 13, 14, 15]").advance(ofSeconds(2));

      MapRun run = mapRun(running.snapshot());

      assertThat(run.items()).isEqualTo(new MapRunTotals(3, 2, 0, 0, 0, 0, 0, 0, 0));
      assertThat(run.executions()).isEqualTo(new MapRunTotals(2, 1, 0, 0, 0, 0, 0, 0, 0));
      MapRun ended = mapRun(running.finish());
      assertThat(ended.items()).isEqualTo(new MapRunTotals(0, 0, 5, 0, 0, 0));
      assertThat(ended.executions()).isEqualTo(new MapRunTotals(0, 0, 3, 0, 0, 0));
    }

    @Test
    void a_batch_that_cannot_be_made_counts_as_pending() {
      TestStateMachine machine =
          env.define(
              "batches",
              """
              {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true,
                "ItemSelector": {"v.$": "$$.Map.Item.Value.v"},
                "ItemBatcher": {"MaxInputBytesPerBatch": 30},
                "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED"},
                  "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}}}}
              """);

      Execution run = machine.run("[{\"v\": 1}, {\"v\": 2}, {\"v\": 3}, {}]");

      assertThat(run.error()).hasValue("States.Runtime");
      assertThat(mapRun(run).status()).isEqualTo(MapRunStatus.FAILED);
      assertThat(mapRun(run).items().total()).isEqualTo(4);
      assertThat(mapRun(run).executions().total()).isEqualTo(2);
      assertThat(mapRun(run).executions().pending()).isEqualTo(1);
    }

    @Test
    void those_of_the_api_are_the_same() {
      TestStateMachine machine = define("STANDARD", "\"MaxConcurrency\": 2,");
      MapRun run = mapRun(machine.run("[0, 8, 30, 0, 0, 0]"));

      JsonNode described = env.api().call("DescribeMapRun", Map.of("mapRunArn", run.arn()));

      JsonNode counts =
          Json.parse(
              """
              {"pending": 2, "running": 0, "succeeded": 2, "failed": 1, "timedOut": 0,
               "aborted": 1, "total": 6, "resultsWritten": 6, "failuresNotRedrivable": 0,
               "pendingRedrive": 0}
              """);
      assertThat(described.get("itemCounts")).isEqualTo(counts);
      assertThat(described.get("executionCounts")).isEqualTo(counts);
    }
  }
}

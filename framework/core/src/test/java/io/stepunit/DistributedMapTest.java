package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.history.ChildRetention;
import io.stepunit.history.EventType;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.history.HistoryEvent;
import io.stepunit.history.MapRunStatus;
import io.stepunit.internal.history.MapRunTotals;
import io.stepunit.internal.json.Json;
import io.stepunit.mock.UnmockedTaskError;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistributedMapTest {
  private static final String TASK =
      """
      "Charge": {"Type": "Task", "End": true,
                 "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge"}
      """;

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  /** A machine with a Distributed Map 'Lines' whose children run one Task, 'Charge'. */
  private TestStateMachine machine(String fields) {
    return machine(env, fields);
  }

  private static TestStateMachine machine(StepFunctionsEnvironment env, String fields) {
    return env.define(
        "orders",
        """
        {"StartAt": "Lines", "States": {"Lines": {"Type": "Map", "End": true, %s
          "ItemProcessor": {
            "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
            "StartAt": "Charge", "States": {%s}}}}}
        """
            .formatted(fields.isEmpty() ? "" : fields + ",", TASK));
  }

  private static List<String> types(Execution run) {
    return run.events().stream()
        .map(event -> event.type() + "<" + event.previousEventId())
        .toList();
  }

  @Nested
  class Children {
    @Test
    void children_are_executions_with_histories_of_their_own() {
      TestStateMachine orders = machine("\"Label\": \"Lines\"");
      orders.mock("Charge").answers(call -> Map.of("charged", call.input()));

      Execution run = orders.run("[7, 8]");

      assertThat(types(run))
          .containsExactly(
              "ExecutionStarted<0",
              "MapStateEntered<0",
              "MapStateStarted<2",
              "MapRunStarted<3",
              "MapRunSucceeded<4",
              "MapStateSucceeded<5",
              "MapStateExited<4",
              "ExecutionSucceeded<7");
      assertThat(run.output()).contains(Json.parse("[{\"charged\": 7}, {\"charged\": 8}]"));
      Execution child = run.mapRuns().get(0).child(1);
      assertThat(child.input()).isEqualTo(Json.parse("8"));
      assertThat(child.events())
          .extracting(HistoryEvent::type)
          .containsExactly(
              EventType.EXECUTION_STARTED,
              EventType.TASK_STATE_ENTERED,
              EventType.LAMBDA_FUNCTION_SCHEDULED,
              EventType.LAMBDA_FUNCTION_STARTED,
              EventType.LAMBDA_FUNCTION_SUCCEEDED,
              EventType.TASK_STATE_EXITED,
              EventType.EXECUTION_SUCCEEDED);
    }

    @Test
    void children_are_named_after_the_machine_and_the_label() {
      TestStateMachine orders = machine("\"Label\": \"Each\"");
      orders.mock("Charge").returns("\"ok\"");

      MapRun run = orders.run("[1]").mapRuns().get(0);

      String prefix = "arn:aws:states:us-east-1:123456789012:";
      assertThat(run.arn()).matches(prefix + "mapRun:orders/Each:[0-9a-f-]{36}");
      assertThat(run.stateMachineArn()).isEqualTo(prefix + "stateMachine:orders/Each");
      assertThat(run.child(0).arn()).matches(prefix + "execution:orders/Each:[0-9a-f-]{36}");
      assertThat(run.child(0).stateMachineArn()).isEqualTo(prefix + "stateMachine:orders/Each");
    }

    @Test
    void children_have_the_same_made_up_label_in_each_run_of_a_map() {
      TestStateMachine orders = machine("\"MaxConcurrency\": 1");
      orders.mock("Charge").returns("\"ok\"");

      String first = orders.run("[1]").mapRuns().get(0).stateMachineArn();
      String second = orders.run("[1]").mapRuns().get(0).stateMachineArn();

      assertThat(second).isEqualTo(first).doesNotEndWith("/");
    }

    @Test
    void see_themselves_in_the_context_object_and_no_item() {
      TestStateMachine machine =
          env.define(
              "orders",
              """
              {"StartAt": "Lines", "States": {"Lines": {"Type": "Map", "End": true, "Label": "L",
                "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED"},
                  "StartAt": "Show", "States": {"Show": {"Type": "Pass", "End": true,
                    "Parameters": {"all.$": "$$"}}}}}}}
              """);

      Execution run = machine.run("[{\"id\": 7}]");

      Execution child = run.mapRuns().get(0).child(0);
      assertThat(run.outputAt("$[0].all.Execution.Id").orElseThrow().asText())
          .isEqualTo(child.arn());
      assertThat(run.outputAt("$[0].all.Execution.Input")).contains(Json.parse("{\"id\": 7}"));
      assertThat(run.outputAt("$[0].all.StateMachine.Name").orElseThrow().asText())
          .isEqualTo("orders/L");
      assertThat(run.outputAt("$[0].all.Map")).isEmpty();
    }

    @Test
    void children_get_the_members_of_an_object_as_pairs() {
      TestStateMachine orders =
          machine("\"QueryLanguage\": \"JSONata\", \"Items\": \"{% $states.input %}\"");
      orders.mock("Charge").answers(call -> call.input());

      assertThat(orders.run("{\"a\": 1, \"b\": [2]}").output())
          .contains(
              Json.parse("[{\"Key\": \"a\", \"Value\": 1}, {\"Key\": \"b\", \"Value\": [2]}]"));
    }

    @Test
    void children_are_mocked_by_state_and_by_path() {
      TestStateMachine orders = machine("");
      orders.mock("Charge").returns("\"any\"");
      orders.mock("Lines[1]/Charge").returns("\"second\"");

      Execution run = orders.run("[1, 2, 3]");

      assertThat(run.output()).contains(Json.parse("[\"any\", \"second\", \"any\"]"));
      assertThat(run.mapRuns().get(0).child(2).visits("Lines[2]/Charge")).hasSize(1);
    }

    @Test
    void take_the_answers_of_a_mock_in_turn_over_the_whole_map() {
      TestStateMachine orders = machine("\"MaxConcurrency\": 1");
      orders.mock("Charge").returns("\"first\"").thenReturns("\"later\"");

      Execution run = orders.run("[1, 2, 3]");

      assertThat(run.output()).contains(Json.parse("[\"first\", \"later\", \"later\"]"));
    }

    @Test
    void abort_the_test_where_a_task_has_no_mock() {
      TestStateMachine orders = machine("");

      assertThatExceptionOfType(UnmockedTaskError.class)
          .isThrownBy(() -> orders.run("[1]"))
          .withMessageContaining("Charge");
    }

    @Test
    void children_are_none_of_the_environments_executions() {
      TestStateMachine orders = machine("");
      orders.mock("Charge").returns("\"ok\"");

      orders.run("[1, 2]");

      assertThat(env.executions()).hasSize(1);
    }

    @Test
    void run_within_children_of_another_map() {
      TestStateMachine machine =
          env.define(
              "nested",
              """
              {"StartAt": "Outer", "States": {"Outer": {"Type": "Map", "End": true, "Label": "O",
                "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED"},
                  "StartAt": "Inner", "States": {"Inner": {"Type": "Map", "End": true, "Label": "I",
                    "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED"},
                      "StartAt": "Charge", "States": {%s}}}}}}}}
              """
                  .formatted(TASK));
      machine.mock("Charge").answers(call -> call.input().asInt() * 10);
      machine.mock("Outer[1]/Inner[0]/Charge").returns("\"special\"");

      Execution run = machine.run("[[1, 2], [3]]");

      assertThat(run.output()).contains(Json.parse("[[10, 20], [\"special\"]]"));
      MapRun inner = run.mapRuns().get(0).child(1).mapRuns().get(0);
      assertThat(inner.stateMachineArn()).endsWith(":stateMachine:nested/I");
    }

    @Test
    void are_not_counted_in_the_timeline_before_they_are_read() {
      TestStateMachine orders = machine("\"MaxConcurrency\": 1");
      orders.mock("Charge").returns("\"ok\"");

      assertThat(orders.run("[1, 2]").timeline().toString())
          .contains("MapStateStarted, attempt 1\n")
          .doesNotContain(" items");
    }

    @Test
    void wait_for_tokens_that_the_test_sends() {
      TestStateMachine machine =
          env.define(
              "approvals",
              """
              {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true,
                "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED"},
                  "StartAt": "Ask", "States": {"Ask": {"Type": "Task", "End": true,
                    "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                    "Parameters": {"QueueUrl": "q", "MessageBody.$": "$$.Task.Token"}}}}}}}
              """);
      RunningExecution run = machine.start("[1, 2]").runUntilParked();

      run.token("Each[1]/Ask").succeed("\"yes\"");
      run.token("Each[0]/Ask").succeed("\"no\"");

      assertThat(run.finish().output()).contains(Json.parse("[\"no\", \"yes\"]"));
    }
  }

  @Nested
  class Concurrency {
    @Test
    void concurrency_is_what_the_map_says() {
      TestStateMachine orders = machine("\"MaxConcurrency\": 2");
      orders.mock("Charge").returns("\"ok\"").taking(Duration.ofSeconds(10));

      Execution run = orders.run("[1, 2, 3, 4, 5]");

      assertThat(run.duration()).isEqualTo(Duration.ofSeconds(30));
      assertThat(run.mapRuns().get(0).maxConcurrency()).isEqualTo(2);
    }

    @Test
    void concurrency_is_read_from_a_path() {
      TestStateMachine orders =
          machine("\"MaxConcurrencyPath\": \"$.most\", \"ItemsPath\": \"$.items\"");
      orders.mock("Charge").returns("\"ok\"").taking(Duration.ofSeconds(10));

      Execution run = orders.run("{\"most\": 1, \"items\": [1, 2, 3]}");

      assertThat(run.duration()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void concurrency_is_not_limited_to_the_forty_of_inline_maps() {
      TestStateMachine orders = machine("\"InputPath\": \"$\"");
      orders.mock("Charge").returns("\"ok\"").taking(Duration.ofSeconds(10));

      Execution run = orders.run(Json.text(Json.parse("[" + "1,".repeat(99) + "1]")));

      assertThat(run.duration()).isEqualTo(Duration.ofSeconds(10));
      assertThat(run.mapRuns().get(0).maxConcurrency()).isEqualTo(Integer.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10_001})
    void concurrency_is_never_more_than_ten_thousand(int maxConcurrency) {
      TestStateMachine orders = machine("\"MaxConcurrency\": " + maxConcurrency);
      orders.mock("Charge").neverAnswers();

      Execution run = orders.start(new int[10_001]).advance(Duration.ofSeconds(1)).snapshot();

      assertThat(run.mapRuns().get(0).executions().running()).isEqualTo(10_000);
    }
  }

  @Nested
  class Failures {
    @Test
    void failures_are_not_tolerated_where_nothing_says_so() {
      TestStateMachine orders = machine("\"MaxConcurrency\": 2");
      orders.mock("Lines[0]/Charge").fails("Card.Declined", "expired");
      orders.mock("Lines[1]/Charge").returns("\"ok\"").taking(Duration.ofHours(1));
      orders.mock("Lines[2]/Charge").returns("\"ok\"");

      Execution run = orders.run("[1, 2, 3, 4]");

      assertThat(types(run))
          .endsWith("MapRunStarted<3", "MapRunFailed<4", "MapStateFailed<5", "ExecutionFailed<6");
      assertThat(run.error()).contains("States.ExceedToleratedFailureThreshold");
      assertThat(run.cause()).contains("The specified tolerated failure threshold was exceeded");
      MapRun mapRun = run.mapRuns().get(0);
      assertThat(mapRun.status()).isEqualTo(MapRunStatus.FAILED);
      assertThat(mapRun.items()).isEqualTo(new MapRunTotals(1, 0, 1, 1, 0, 1));
      assertThat(mapRun.child(0).error()).contains("Card.Declined");
      assertThat(mapRun.child(1).status()).isEqualTo(ExecutionStatus.ABORTED);
      assertThat(mapRun.failedChildren()).hasSize(2);
    }

    @Test
    void failures_are_tolerated_up_to_a_count_and_stand_in_the_result_with_what_tells_of_them() {
      TestStateMachine orders = machine("\"ToleratedFailureCount\": 1");
      orders.mock("Charge").returns("\"ok\"");
      orders.mock("Lines[1]/Charge").fails("Card.Declined", "expired");

      Execution run = orders.run("[1, 2, 3]");

      assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
      assertThat(run.outputAt("$[0]")).contains(Json.parse("\"ok\""));
      assertThat(run.outputAt("$[1].Error")).contains(Json.parse("\"Card.Declined\""));
      assertThat(run.outputAt("$[1].Status")).contains(Json.parse("\"FAILED\""));
      assertThat(run.mapRuns().get(0).items()).isEqualTo(new MapRunTotals(0, 0, 2, 1, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "\"ToleratedFailurePercentage\": 50",
          "\"ToleratedFailurePercentagePath\": \"$.tolerated\", \"ItemsPath\": \"$.items\""
        })
    void failures_are_tolerated_up_to_a_percentage(String fields) {
      TestStateMachine orders = machine("\"MaxConcurrency\": 1, " + fields);
      orders.mock("Charge").returns("\"ok\"");
      orders.mock("Lines[0]/Charge").fails("Card.Declined");
      orders.mock("Lines[1]/Charge").fails("Card.Declined");

      String items = "[1, 2, 3, 4]";
      Execution run =
          orders.run(
              fields.contains("Path") ? "{\"tolerated\": 50, \"items\": " + items + "}" : items);

      assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
      assertThat(run.mapRuns().get(0).toleratedFailurePercentage()).isEqualTo(50);
    }

    @Test
    void fail_the_map_where_they_are_one_too_many() {
      TestStateMachine orders = machine("\"ToleratedFailurePercentage\": 49.9");
      orders.mock("Lines[0]/Charge").fails("Card.Declined");
      orders.mock("Charge").returns("\"ok\"");

      Execution run = orders.run("[1, 2]");

      assertThat(run.error()).contains("States.ExceedToleratedFailureThreshold");
    }

    @Test
    void can_be_caught_and_retried() {
      TestStateMachine orders =
          env.define(
              "orders",
              """
              {"StartAt": "Lines", "States": {"Done": {"Type": "Succeed"},
               "Lines": {"Type": "Map", "End": true,
                "Retry": [{"ErrorEquals": ["States.ExceedToleratedFailureThreshold"],
                           "MaxAttempts": 1, "IntervalSeconds": 3}],
                "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Done"}],
                "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED"},
                  "StartAt": "Charge", "States": {%s}}}}}
              """
                  .formatted(TASK));
      orders.mock("Charge").fails("Card.Declined");

      Execution run = orders.run("[1]");

      assertThat(run.mapRuns()).extracting(MapRun::status).containsOnly(MapRunStatus.FAILED);
      assertThat(run.mapRuns()).hasSize(2);
      assertThat(run.outputAt("$.Error"))
          .contains(Json.parse("\"States.ExceedToleratedFailureThreshold\""));
      assertThat(run.duration()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void failures_of_an_item_selector_fail_the_execution() {
      TestStateMachine orders = machine("\"ItemSelector\": {\"id.$\": \"$.nope\"}");
      orders.mock("Charge").returns("\"ok\"");

      Execution run = orders.run("[1]");

      assertThat(run.error()).contains("States.Runtime");
      assertThat(run.cause().orElseThrow()).contains("'$.nope'");
      assertThat(run.mapRuns().get(0).status()).isEqualTo(MapRunStatus.FAILED);
    }
  }

  @Nested
  class Ends {
    @Test
    void ends_of_the_parent_stop_the_children() {
      TestStateMachine orders = machine("\"MaxConcurrency\": 1");
      orders.mock("Charge").returns("\"ok\"").taking(Duration.ofHours(1));
      RunningExecution running = orders.start("[1, 2]").advance(Duration.ofMinutes(90));

      Execution run = running.stop().snapshot();

      MapRun mapRun = run.mapRuns().get(0);
      assertThat(mapRun.status()).isEqualTo(MapRunStatus.ABORTED);
      assertThat(mapRun.items()).isEqualTo(new MapRunTotals(0, 0, 1, 0, 0, 1));
      assertThat(mapRun.child(1).status()).isEqualTo(ExecutionStatus.ABORTED);
    }

    @Test
    void ends_of_time_stop_the_children_too() {
      TestStateMachine orders =
          env.define(
              "orders",
              """
              {"TimeoutSeconds": 60, "StartAt": "Lines", "States": {"Lines": {"Type": "Map",
                "End": true, "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED"},
                  "StartAt": "Charge", "States": {%s}}}}}
              """
                  .formatted(TASK));
      orders.mock("Charge").returns("\"ok\"").taking(Duration.ofHours(1));

      Execution run = orders.run("[1]");

      assertThat(run.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
      assertThat(run.mapRuns().get(0).child(0).status()).isEqualTo(ExecutionStatus.ABORTED);
    }

    @Test
    void ends_of_a_sibling_branch_abort_the_map_run() {
      TestStateMachine machine =
          env.define(
              "split",
              """
              {"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "End": true, "Branches": [
                {"StartAt": "Sleep", "States": {"Sleep": {"Type": "Wait", "Seconds": 5, "Next": "No"},
                                                "No": {"Type": "Fail", "Error": "No"}}},
                {"StartAt": "Lines", "States": {"Lines": {"Type": "Map", "End": true,
                  "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED"},
                    "StartAt": "Charge", "States": {%s}}}}}]}}}
              """
                  .formatted(TASK));
      machine.mock("Charge").returns("\"ok\"").taking(Duration.ofHours(1));

      Execution run = machine.run("[1]");

      assertThat(types(run))
          .contains("MapStateAborted<9", "MapRunAborted<9", "ParallelStateFailed<9");
      assertThat(run.mapRuns().get(0).status()).isEqualTo(MapRunStatus.ABORTED);
    }
  }

  @Nested
  class Kept {
    private TestStateMachine thousandAndMore(ChildRetention retention) {
      TestStateMachine orders =
          machine(
              StepFunctionsEnvironment.builder().keepingChildren(retention).build(),
              "\"ToleratedFailureCount\": 5");
      orders.mock("Charge").returns("\"ok\"");
      orders.mock("Lines[1100]/Charge").fails("Card.Declined");
      return orders;
    }

    private MapRun run(ChildRetention retention) {
      String items = "[" + "1,".repeat(1_199) + "1]";
      return thousandAndMore(retention).run(items).mapRuns().get(0);
    }

    @Test
    void kept_are_the_first_thousand_and_all_that_failed() {
      MapRun run = run(ChildRetention.standard());

      assertThat(run.children()).hasSize(1_001);
      assertThat(run.child(1_100).error()).contains("Card.Declined");
      assertThat(run.items().total()).isEqualTo(1_200);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> run.child(1_150))
          .withMessageContaining("did not keep its child execution 1150")
          .withMessageContaining("keepingChildren(ChildRetention.all())");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> run.child(1_200))
          .withMessageContaining("has no child execution 1200");
    }

    @Test
    void kept_are_none_all_or_those_asked_for() {
      assertThat(run(ChildRetention.none()).children()).isEmpty();
      assertThat(run(ChildRetention.all()).children()).hasSize(1_200);
      assertThat(run(ChildRetention.failed().andFirst(2)).children()).hasSize(3);
      assertThat(run(ChildRetention.none().and(index -> index % 100 == 0)).children()).hasSize(12);
    }
  }

  @Nested
  class Results {
    @Test
    void larger_than_a_state_may_hand_on_fail_the_execution() {
      TestStateMachine orders = machine("\"ResultPath\": null");
      orders.mock("Charge").returns(Json.NODES.textNode("x".repeat(100_000)));

      Execution run = orders.run("[1, 2, 3]");

      assertThat(run.error()).contains("States.DataLimitExceeded");
      assertThat(run.mapRuns().get(0).items().succeeded()).isEqualTo(3);
    }

    @Test
    void results_of_no_items_are_none() {
      assertThat(machine("").run("[]").output()).contains(Json.parse("[]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"ItemsPath\": \"$.prices\""})
    void results_of_an_object_are_those_of_its_fields(String fields) {
      TestStateMachine machine = machine(fields);
      machine.mock("Charge").answers(call -> call.input());
      String prices = "{\"A1\": 5, \"B2\": 6}";

      Execution run = machine.run(fields.isEmpty() ? prices : "{\"prices\": " + prices + "}");

      assertThat(run.output().orElseThrow())
          .hasToString("[{\"Key\":\"A1\",\"Value\":5},{\"Key\":\"B2\",\"Value\":6}]");
    }

    @Test
    void results_of_an_object_are_those_of_its_fields_in_jsonata() {
      TestStateMachine machine =
          env.define(
              "fields",
              """
              {"QueryLanguage": "JSONata", "StartAt": "Each", "States": {"Each": {"Type": "Map",
                "End": true, "Items": "{% $states.input %}",
                "ItemSelector": "{% $states.context.Map.Item.Key & $states.context.Map.Item.Source %}",
                "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED"},
                  "StartAt": "One", "States": {"One": {"Type": "Pass", "End": true}}}}}}
              """);

      Execution run = machine.run("{\"a\": 1, \"b\": 2}");

      assertThat(run.output()).contains(Json.parse("[\"aSTATE_DATA\", \"bSTATE_DATA\"]"));
    }
  }

  @Test
  void runs_express_children() {
    TestStateMachine machine =
        env.define(
            "fast",
            """
            {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true, "Label": "E",
              "ItemProcessor": {
                "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"},
                "StartAt": "One", "States": {"One": {"Type": "Pass", "End": true}}}}}}
            """);

    Execution run = machine.run("[1]");

    assertThat(run.output()).contains(Json.parse("[1]"));
    assertThat(run.mapRuns().get(0).child(0).arn())
        .matches(
            "arn:aws:states:us-east-1:123456789012:express:fast/E:[0-9a-f-]{36}:[0-9a-f-]{36}");
  }

  @Test
  void refuses_what_express_children_cannot_do_when_it_is_registered() {
    String definition =
        """
        {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true,
          "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "%s"},
            "StartAt": "Ask", "States": {"Ask": {"Type": "Task", "End": true,
              "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
              "Parameters": {"QueueUrl": "q", "MessageBody.$": "$$.Task.Token"}}}}}}}
        """;

    assertThatExceptionOfType(InvalidDefinitionException.class)
        .isThrownBy(() -> env.define("fast", definition.formatted("EXPRESS")))
        .withMessageContaining("'.waitForTaskToken' service integration")
        .withMessageContaining("/States/Each/ItemProcessor/States/Ask");
    assertThat(env.define("slow", definition.formatted("STANDARD")).name()).isEqualTo("slow");
  }

  @Test
  void distributed_map_is_the_same_with_the_same_seed() {
    assertThat(historyOfOneRun()).isEqualTo(historyOfOneRun());
  }

  private static String historyOfOneRun() {
    TestStateMachine orders = machine(StepFunctionsEnvironment.create(), "\"MaxConcurrency\": 3");
    orders.mock("Charge").returns("\"ok\"").taking(Duration.ofSeconds(1));
    Execution run = orders.run("[1, 2, 3, 4, 5]");
    StringBuilder all = new StringBuilder(run.historyJson());
    run.mapRuns().get(0).children().forEach(child -> all.append(child.historyJson()));
    return all.toString();
  }
}

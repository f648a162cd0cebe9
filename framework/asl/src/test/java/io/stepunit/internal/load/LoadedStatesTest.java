package io.stepunit.internal.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.Compiled;
import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.expression.TestScope;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.Catcher;
import io.stepunit.internal.model.ChoiceState;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.model.DataFlow;
import io.stepunit.internal.model.FailState;
import io.stepunit.internal.model.JitterStrategy;
import io.stepunit.internal.model.JsonPathDataFlow;
import io.stepunit.internal.model.MapState;
import io.stepunit.internal.model.ParallelState;
import io.stepunit.internal.model.PassState;
import io.stepunit.internal.model.Resource;
import io.stepunit.internal.model.ResultPath;
import io.stepunit.internal.model.Retrier;
import io.stepunit.internal.model.Setting;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.StateType;
import io.stepunit.internal.model.SucceedState;
import io.stepunit.internal.model.TaskState;
import io.stepunit.internal.model.Transition;
import io.stepunit.internal.model.WaitState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each state type looks like once it is loaded. */
class LoadedStatesTest {

  @Nested
  class Machines {
    @Test
    void machines_have_their_start_timeout_comment_and_states_in_the_order_of_the_text() {
      CompiledDefinition machine =
          Compiled.fromText(
              "order.asl.json",
              """
              {
                "Comment": "two steps",
                "Version": "1.0",
                "QueryLanguage": "JSONPath",
                "TimeoutSeconds": 300,
                "StartAt": "Z",
                "States": {
                  "Z": {"Type": "Pass", "Next": "A"},
                  "A": {"Type": "Succeed"}
                }
              }
              """);

      assertThat(machine.comment()).contains("two steps");
      assertThat(machine.timeout()).contains(Duration.ofSeconds(300));
      assertThat(machine.graph().startAt()).isEqualTo("Z");
      assertThat(machine.graph().states()).containsOnlyKeys("Z", "A");
      assertThat(machine.graph().states().keySet()).containsExactly("Z", "A");
    }

    @Test
    void know_where_each_state_is_named() {
      CompiledDefinition machine =
          Compiled.fromText(
              "order.asl.json",
              """
              {
                "StartAt": "a/b",
                "States": {
                  "a/b":
                    {"Type": "Succeed"}
                }
              }
              """);

      State state = machine.graph().state("a/b");

      assertThat(state.location()).hasToString("order.asl.json:4");
      assertThat(state.location().column()).isEqualTo(5);
      assertThat(state.location().pointer()).isEqualTo("/States/a~1b");
    }
  }

  @Nested
  class Tasks {
    @Test
    void tasks_have_neutral_values_for_absent_fields() {
      TaskState task =
          (TaskState)
              state(
                  """
                  {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true}
                  """);

      assertThat(task.type()).isEqualTo(StateType.TASK);
      assertThat(task.resource())
          .isEqualTo(
              new Resource.Service(
                  "arn:aws:states:::sqs:sendMessage",
                  "sqs",
                  "sendMessage",
                  Resource.Pattern.REQUEST_RESPONSE));
      assertThat(task.timeoutSeconds()).isEmpty();
      assertThat(task.heartbeatSeconds()).isEmpty();
      assertThat(task.credentialsRoleArn()).isEmpty();
      assertThat(task.errorHandlers().retriers()).isEmpty();
      assertThat(task.errorHandlers().catchers()).isEmpty();
      assertThat(flow(task.dataFlow()).parameters()).isEmpty();
      assertThat(flow(task.dataFlow()).resultSelector()).isEmpty();
      assertThat(flow(task.dataFlow()).assign()).isEmpty();
      assertThat(flow(task.dataFlow()).resultPath()).isSameAs(ResultPath.REPLACE);
      assertThat(value(flow(task.dataFlow()).inputPath(), "{\"a\": 1}"))
          .isEqualTo(Json.parse("{\"a\": 1}"));
      assertThat(value(flow(task.dataFlow()).outputPath(), "[2]")).isEqualTo(Json.parse("[2]"));
      assertThat(task.next()).isEqualTo(Transition.END);
    }

    @Test
    void tasks_have_all_data_flow_fields_compiled() {
      TaskState task =
          (TaskState)
              state(
                  """
                  {
                    "Type": "Task",
                    "Resource": "arn:aws:states:::lambda:invoke",
                    "InputPath": "$.order",
                    "Parameters": {"FunctionName": "charge", "Payload.$": "$"},
                    "ResultSelector": {"paid.$": "$.Payload"},
                    "ResultPath": "$.charge",
                    "OutputPath": "$.charge.paid",
                    "Assign": {"total.$": "$.sum", "fixed": [1]},
                    "Credentials": {"RoleArn.$": "$.role"},
                    "TimeoutSecondsPath": "$.t",
                    "HeartbeatSeconds": 5,
                    "End": true
                  }
                  """);

      assertThat(value(flow(task.dataFlow()).inputPath(), "{\"order\": 7}")).hasToString("7");
      assertThat(value(flow(task.dataFlow()).parameters().orElseThrow(), "7"))
          .hasToString("{\"FunctionName\":\"charge\",\"Payload\":7}");
      assertThat(value(flow(task.dataFlow()).resultSelector().orElseThrow(), "{\"Payload\": true}"))
          .hasToString("{\"paid\":true}");
      assertThat(
              flow(task.dataFlow()).resultPath().merge(Json.parse("{\"id\": 1}"), Json.parse("2")))
          .hasToString("{\"id\":1,\"charge\":2}");
      assertThat(value(flow(task.dataFlow()).outputPath(), "{\"charge\": {\"paid\": 3}}"))
          .hasToString("3");
      assertThat(flow(task.dataFlow()).assign().orElseThrow().variables().keySet())
          .containsExactly("total", "fixed");
      assertThat(
              value(
                  flow(task.dataFlow()).assign().orElseThrow().variables().get("total"),
                  "{\"sum\": 4}"))
          .hasToString("4");
      assertThat(value(flow(task.dataFlow()).assign().orElseThrow().variables().get("fixed"), "{}"))
          .hasToString("[1]");
      assertThat(value(task.credentialsRoleArn().orElseThrow(), "{\"role\": \"arn\"}"))
          .hasToString("\"arn\"");
      assertThat(task.timeoutSeconds())
          .get()
          .isInstanceOfSatisfying(
              Setting.AtPath.class,
              path -> {
                assertThat(path.field()).isEqualTo("TimeoutSecondsPath");
                assertThat(path.path()).isEqualTo("$.t");
                assertThat(value(path.expr(), "{\"t\": 9}")).hasToString("9");
              });
      assertThat(task.heartbeatSeconds()).contains(new Setting.Constant<>(5L));
    }

    @Test
    void take_a_null_path_for_an_empty_object_and_a_null_result_path_for_dropping_the_result() {
      TaskState task =
          (TaskState)
              state(
                  """
                  {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
                   "InputPath": null, "ResultPath": null, "OutputPath": null, "End": true}
                  """);

      assertThat(value(flow(task.dataFlow()).inputPath(), "{\"a\": 1}")).hasToString("{}");
      assertThat(value(flow(task.dataFlow()).outputPath(), "{\"a\": 1}")).hasToString("{}");
      assertThat(flow(task.dataFlow()).resultPath()).isSameAs(ResultPath.DISCARD);
    }
  }

  @Nested
  class ErrorHandling {
    @Test
    void retriers_have_the_services_defaults() {
      Retrier retrier = retrier("{\"ErrorEquals\": [\"States.ALL\"]}");

      assertThat(retrier.errorEquals()).containsExactly("States.ALL");
      assertThat(retrier.interval()).isEqualTo(Duration.ofSeconds(1));
      assertThat(retrier.maxAttempts()).isEqualTo(3);
      assertThat(retrier.backoffRate()).isEqualTo(2.0);
      assertThat(retrier.maxDelay()).isEmpty();
      assertThat(retrier.jitter()).isEqualTo(JitterStrategy.NONE);
    }

    @Test
    void retriers_have_all_their_fields() {
      Retrier retrier =
          retrier(
              """
              {"Comment": "busy", "ErrorEquals": ["A", "B"], "IntervalSeconds": 4, "MaxAttempts": 0,
               "BackoffRate": 1.5, "MaxDelaySeconds": 60, "JitterStrategy": "FULL"}
              """);

      assertThat(retrier.errorEquals()).containsExactly("A", "B");
      assertThat(retrier.interval()).isEqualTo(Duration.ofSeconds(4));
      assertThat(retrier.maxAttempts()).isZero();
      assertThat(retrier.backoffRate()).isEqualTo(1.5);
      assertThat(retrier.maxDelay()).contains(Duration.ofSeconds(60));
      assertThat(retrier.jitter()).isEqualTo(JitterStrategy.FULL);
      assertThat(retrier.location().pointer()).isEqualTo("/States/S/Retry/0");
    }

    @Test
    void catchers_put_the_error_output_where_they_say() {
      TaskState task =
          (TaskState)
              state(
                  """
                  {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true,
                   "Catch": [
                     {"ErrorEquals": ["A"], "Next": "Other", "ResultPath": "$.error"},
                     {"ErrorEquals": ["B"], "Next": "Other", "Assign": {"e.$": "$.Error"}}
                   ]}
                  """);

      List<Catcher> catchers = task.errorHandlers().catchers();

      assertThat(catchers).extracting(Catcher::next).containsExactly("Other", "Other");
      assertThat(
              flow(catchers.get(0).dataFlow())
                  .resultPath()
                  .merge(Json.parse("{\"a\":1}"), Json.parse("2")))
          .hasToString("{\"a\":1,\"error\":2}");
      assertThat(flow(catchers.get(1).dataFlow()).resultPath()).isSameAs(ResultPath.REPLACE);
      assertThat(flow(catchers.get(1).dataFlow()).assign().orElseThrow().variables())
          .containsOnlyKeys("e");
    }

    private Retrier retrier(String json) {
      TaskState task =
          (TaskState)
              state(
                  """
                  {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true,
                   "Retry": [%s]}
                  """
                      .formatted(json));
      return task.errorHandlers().retriers().get(0);
    }
  }

  @Nested
  class Waits {
    @Test
    void waits_for_seconds() {
      assertThat(until("\"Seconds\": 0"))
          .isEqualTo(new WaitState.Until.Seconds(new Setting.Constant<>(0L)));
    }

    @Test
    void until_a_timestamp_with_any_offset_and_fraction() {
      assertThat(until("\"Timestamp\": \"2016-03-05T21:29:29.2431672521+02:00\""))
          .isEqualTo(
              new WaitState.Until.Timestamp(
                  new Setting.Constant<>(Instant.parse("2016-03-05T19:29:29.243167252Z"))));
    }

    @ParameterizedTest
    @CsvSource({"SecondsPath", "TimestampPath"})
    void waits_for_what_a_path_says(String field) {
      WaitState.Until until = until("\"%s\": \"$.when\"".formatted(field));

      Setting<?> setting =
          until instanceof WaitState.Until.Seconds seconds
              ? seconds.seconds()
              : ((WaitState.Until.Timestamp) until).timestamp();
      assertThat(setting)
          .isInstanceOfSatisfying(
              Setting.AtPath.class, path -> assertThat(path.field()).isEqualTo(field));
    }

    private WaitState.Until until(String field) {
      return ((WaitState) state("{\"Type\": \"Wait\", %s, \"End\": true}".formatted(field)))
          .until();
    }
  }

  @Nested
  class Choices {
    @Test
    void choices_have_rules_with_conditions_assignments_and_targets() {
      ChoiceState choice =
          (ChoiceState)
              state(
                  """
                  {
                    "Type": "Choice",
                    "Choices": [
                      {"Comment": "big", "Variable": "$.n", "NumericGreaterThan": 5,
                       "Assign": {"big": true}, "Next": "Other"}
                    ],
                    "Default": "S"
                  }
                  """);

      ChoiceState.Rule rule = choice.choices().get(0);

      assertThat(rule.condition().test(scope("{\"n\": 6}"))).isTrue();
      assertThat(rule.condition().test(scope("{\"n\": 5}"))).isFalse();
      assertThat(rule.next()).isEqualTo("Other");
      assertThat(flow(rule.dataFlow()).assign().orElseThrow().variables()).containsOnlyKeys("big");
      assertThat(choice.defaultNext()).contains("S");
    }
  }

  @Nested
  class Maps {
    @Test
    void read_all_items_of_the_input_by_default() {
      MapState map =
          (MapState)
              state(
                  """
                  {"Type": "Map", "End": true, "ItemProcessor":
                    {"StartAt": "I", "States": {"I": {"Type": "Succeed"}}}}
                  """);

      assertThat(map.items()).extracting("path").isEqualTo("$");
      assertThat(map.items().evaluate(scope("[1]"))).hasToString("[1]");
      assertThat(map.itemSelector()).isEmpty();
      assertThat(map.maxConcurrency()).isEmpty();
      assertThat(map.toleratedFailureCount()).isEmpty();
      assertThat(map.toleratedFailurePercentage()).isEmpty();
      assertThat(map.itemProcessor().state("I")).isInstanceOf(SucceedState.class);
      assertThat(map.itemProcessor().location().pointer()).isEqualTo("/States/S/ItemProcessor");
    }

    @Test
    void maps_have_all_their_fields() {
      MapState map =
          (MapState)
              state(
                  """
                  {
                    "Type": "Map",
                    "ItemsPath": "$$.Execution.Input.items",
                    "ItemSelector": {"item.$": "$$.Map.Item.Value"},
                    "MaxConcurrency": 4,
                    "ToleratedFailureCountPath": "$.tolerated",
                    "ToleratedFailurePercentage": 12.5,
                    "ItemProcessor": {
                      "ProcessorConfig": {"Mode": "INLINE"},
                      "StartAt": "I",
                      "States": {"I": {"Type": "Pass", "End": true}}
                    },
                    "Next": "Other"
                  }
                  """);

      assertThat(map.items()).extracting("path").isEqualTo("$$.Execution.Input.items");
      assertThat(map.itemSelector()).isPresent();
      assertThat(map.maxConcurrency()).contains(new Setting.Constant<>(4L));
      assertThat(map.toleratedFailureCount())
          .get()
          .isInstanceOfSatisfying(
              Setting.AtPath.class,
              path -> assertThat(path.field()).isEqualTo("ToleratedFailureCountPath"));
      assertThat(map.toleratedFailurePercentage()).contains(new Setting.Constant<>(12.5));
      assertThat(map.next()).isEqualTo(new Transition.Next("Other"));
    }

    @Test
    void still_know_the_old_names_iterator_and_parameters() {
      MapState map =
          (MapState)
              state(
                  """
                  {"Type": "Map", "End": true, "Parameters": {"fixed": 1}, "Iterator":
                    {"ProcessorConfig": {"Mode": "INLINE"},
                     "StartAt": "I", "States": {"I": {"Type": "Succeed"}}}}
                  """);

      assertThat(value(map.itemSelector().orElseThrow(), "{}")).hasToString("{\"fixed\":1}");
      assertThat(flow(map.dataFlow()).parameters()).isEmpty();
      assertThat(map.itemProcessor().startAt()).isEqualTo("I");
    }
  }

  @Test
  void parallel_states_have_their_branches_in_order() {
    ParallelState parallel =
        (ParallelState)
            state(
                """
                {"Type": "Parallel", "End": true, "Branches": [
                  {"StartAt": "L", "States": {"L": {"Type": "Succeed"}}},
                  {"Comment": "right", "StartAt": "R", "States": {"R": {"Type": "Succeed"}}}
                ]}
                """);

    assertThat(parallel.branches())
        .extracting(branch -> branch.startAt())
        .containsExactly("L", "R");
    assertThat(parallel.branches().get(1).location().pointer()).isEqualTo("/States/S/Branches/1");
  }

  @Test
  void pass_states_keep_their_result_as_a_literal_with_doubles() {
    PassState pass =
        (PassState) state("{\"Type\": \"Pass\", \"Result\": {\"a.$\": 1.10}, \"End\": true}");

    assertThat(pass.result().orElseThrow()).hasToString("{\"a.$\":1.1}");
  }

  @Test
  void pass_states_take_a_null_result_for_none() {
    PassState withNull = (PassState) state("{\"Type\": \"Pass\", \"Result\": null, \"End\": true}");
    PassState without = (PassState) state("{\"Type\": \"Pass\", \"End\": true}");

    assertThat(withNull.result()).isEmpty();
    assertThat(without.result()).isEmpty();
  }

  @Test
  void fail_states_take_constants_paths_and_intrinsics() {
    FailState fail =
        (FailState)
            state(
                """
                {"Type": "Fail", "Error": "Order.Late", "CausePath": "States.Format('{} days', $.days)"}
                """);
    FailState bare = (FailState) state("{\"Type\": \"Fail\"}");

    assertThat(fail.error()).contains(new Setting.Constant<>("Order.Late"));
    assertThat(fail.cause())
        .get()
        .isInstanceOfSatisfying(
            Setting.AtPath.class,
            path -> assertThat(value(path.expr(), "{\"days\": 3}")).hasToString("\"3 days\""));
    assertThat(bare.error()).isEmpty();
    assertThat(bare.cause()).isEmpty();
  }

  private static State state(String json) {
    return Compiled.fromText(
            "test.asl.json",
            """
            {"StartAt": "S", "States": {"S": %s%s}}
            """
                .formatted(
                    json, json.contains("\"Other\"") ? ", \"Other\": {\"Type\": \"Succeed\"}" : ""))
        .graph()
        .state("S");
  }

  private static JsonPathDataFlow flow(DataFlow flow) {
    return (JsonPathDataFlow) flow;
  }

  private static JsonNode value(Expr expr, String input) {
    return expr.evaluate(scope(input));
  }

  private static Scope scope(String input) {
    return TestScope.of(input);
  }
}

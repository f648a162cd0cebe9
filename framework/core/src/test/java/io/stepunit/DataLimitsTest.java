package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The service's limit of 262,144 bytes for what states take in and hand on. */
class DataLimitsTest {
  private static final int LIMIT = 262_144;

  /** As a JSON text with its quotes: the limit and one more byte. */
  private static final String LARGEST = "x".repeat(LIMIT - 2);

  private static final String TOO_LARGE = LARGEST + "x";

  /** Twice this is too large, once is not. */
  private static final Map<String, String> HALF = Map.of("a", "x".repeat(140_000));

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  private static String returned(String name) {
    return "The state/task '"
        + name
        + "' returned a result with a size exceeding the maximum number of bytes service limit.";
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:states:::lambda:invoke, TaskFailed, lambda",
    "arn:aws:states:::aws-sdk:s3:getObject, TaskFailed, aws-sdk:s3",
    "arn:aws:states:::ecs:runTask.sync, TaskFailed, ecs",
    "arn:aws:states:::sqs:sendMessage.waitForTaskToken, TaskFailed, sqs",
    "arn:aws:lambda:us-east-1:123456789012:function:f, LambdaFunctionFailed,"
        + " arn:aws:lambda:us-east-1:123456789012:function:f",
    "arn:aws:states:us-east-1:123456789012:activity:a, ActivityFailed,"
        + " arn:aws:states:us-east-1:123456789012:activity:a"
  })
  void a_result_that_is_too_large_fails_its_task_and_can_be_caught(
      String resource, String event, String name) {
    String definition =
        """
        {"StartAt": "T", "States": {
          "T": {"Type": "Task", "Resource": "%s", "End": true,
            "Catch": [{"ErrorEquals": ["%s"], "Next": "C"}]},
          "C": {"Type": "Pass", "End": true}}}
        """;
    TestStateMachine byName =
        env.define("by-name", definition.formatted(resource, "States.DataLimitExceeded"));
    TestStateMachine byAll = env.define("by-all", definition.formatted(resource, "States.ALL"));
    byName.mock("T").answers(call -> Map.of("r", TOO_LARGE));
    byAll.mock("T").answers(call -> Map.of("r", TOO_LARGE));

    Execution run = byName.run("{}");

    assertThat(run.events()).extracting(e -> e.type().awsName()).contains(event);
    assertThat(run.output().orElseThrow().get("Error").textValue())
        .isEqualTo("States.DataLimitExceeded");
    assertThat(run.output().orElseThrow().get("Cause").textValue()).isEqualTo(returned(name));
    assertThat(byAll.run("{}").path()).containsExactly("T", "C");
  }

  @ParameterizedTest
  @CsvSource({"0, SUCCEEDED", "1, FAILED"})
  void the_joined_results_of_a_map_are_held_to_the_limit_to_the_byte(int more, String status) {
    TestStateMachine machine =
        env.define(
            "joined",
            """
            {"StartAt": "M", "States": {"M": {"Type": "Map", "ItemsPath": "$.i",
              "ResultPath": "$.r", "End": true, "ItemProcessor": {"StartAt": "T", "States": {
                "T": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true}}}}}}
            """);
    int texts = LIMIT - "{'i':[1,2],'r':['','']}".length() + more;
    machine
        .mock("T")
        .answers(call -> '"' + "x".repeat(100) + '"')
        .then()
        .answers(call -> '"' + "x".repeat(texts - 100) + '"');

    Execution run = machine.run("{\"i\": [1, 2]}");

    assertThat(run.status()).hasToString(status);
  }

  @Test
  void a_result_of_just_the_limit_is_fine() {
    TestStateMachine machine =
        env.define(
            "limit",
            """
            {"StartAt": "T", "States": {"T": {"Type": "Task",
              "Resource": "arn:aws:states:::lambda:invoke", "End": true}}}
            """);
    machine.mock("T").answers(call -> '"' + LARGEST + '"');

    assertThat(machine.run("{}").error()).isEmpty();
  }

  @Test
  void bytes_count_and_not_characters() {
    TestStateMachine machine =
        env.define(
            "bytes",
            """
            {"StartAt": "P", "States": {"P": {"Type": "Pass",
              "Parameters": {"a.$": "$.a", "b.$": "$.a"}, "End": true}}}
            """);

    assertThat(machine.run(Map.of("a", "x".repeat(80_000))).error()).isEmpty();
    assertThat(machine.run(Map.of("a", "é".repeat(80_000))).error())
        .contains("States.DataLimitExceeded");
  }

  @Test
  void an_output_that_is_too_large_ends_the_execution() {
    Execution run =
        env.define(
                "output",
                """
                {"StartAt": "State_1", "States": {"State_1": {"Type": "Pass",
                  "Parameters": {"a.$": "$.a", "b.$": "$.a"}, "End": true}}}
                """)
            .run(HALF);

    assertThat(HistoryLines.of(run)).endsWith("PassStateEntered<-0", "ExecutionFailed<-2");
    assertThat(run.error()).contains("States.DataLimitExceeded");
    assertThat(run.cause()).contains(returned("State_1"));
  }

  @Test
  void a_result_that_fits_and_makes_an_output_that_does_not_is_beyond_catch() {
    TestStateMachine machine =
        env.define(
            "merged",
            """
            {"StartAt": "T", "States": {
              "T": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                "ResultPath": "$.r", "End": true,
                "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "C"}]},
              "C": {"Type": "Pass", "End": true}}}
            """);
    machine.mock("T").returnsPayload(HALF);

    Execution run = machine.run(HALF);

    assertThat(HistoryLines.of(run)).endsWith("TaskSucceeded<-4", "ExecutionFailed<-5");
    assertThat(run.cause()).contains(returned("T"));
  }

  @Test
  void the_results_of_branches_together_are_an_output() {
    String parallel =
        """
        {"StartAt": "Both", "States": {
          "Both": {"Type": "Parallel", "End": true, %s
            "Branches": [
              {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}},
              {"StartAt": "B", "States": {"B": {"Type": "Pass", "End": true}}}]}}}
        """;

    Execution tooLarge = env.define("both", parallel.formatted("")).run(HALF);
    Execution selected =
        env.define("one", parallel.formatted("\"ResultSelector\": {\"a.$\": \"$[0].a\"},"))
            .run(HALF);

    assertThat(HistoryLines.of(tooLarge))
        .endsWith("ParallelStateSucceeded<-7", "ExecutionFailed<-8");
    assertThat(tooLarge.cause()).contains(returned("Both"));
    assertThat(selected.error()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke\", \"Parameters\":"
            + " {\"FunctionName\": \"f\", \"Payload\": %s} | 2",
        "\"Type\": \"Parallel\", \"Parameters\": %s, \"Branches\": [{\"StartAt\": \"P\","
            + " \"States\": {\"P\": {\"Type\": \"Pass\", \"End\": true}}}] | 3",
        "\"Type\": \"Map\", \"ItemsPath\": \"$.items\", \"ItemSelector\": %s, \"ItemProcessor\":"
            + " {\"StartAt\": \"P\", \"States\": {\"P\": {\"Type\": \"Pass\", \"End\": true}}} | 3"
      })
  void what_a_template_makes_of_the_input_has_the_same_limit(String fields, int previous) {
    String twice = "{\"a.$\": \"$.a\", \"b.$\": \"$.a\"}";
    String state = fields.formatted(twice);
    TestStateMachine machine =
        env.define(
            "input", "{\"StartAt\": \"S\", \"States\": {\"S\": {" + state + ", \"End\": true}}}");

    Execution run = machine.run(Map.of("a", HALF.get("a"), "items", new int[] {1}));

    assertThat(run.error()).contains("States.DataLimitExceeded");
    assertThat(HistoryLines.of(run)).endsWith("ExecutionFailed<-" + previous).hasSize(previous + 1);
  }

  @Test
  void input_of_branches_is_checked_before_the_first_begins() {
    TestStateMachine machine =
        env.define(
            "branches",
            """
            {"StartAt": "S", "States": {"S": {"Type": "Parallel", "End": true,
              "Parameters": {"a.$": "$.a", "b.$": "$.a"}, "Branches": [
                {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}},
                {"StartAt": "B", "States": {"B": {"Type": "Pass", "End": true}}}]}}}
            """);

    Execution run = machine.run(HALF);

    assertThat(HistoryLines.of(run))
        .containsExactly(
            "ExecutionStarted<-0",
            "ParallelStateEntered<-0",
            "ParallelStateStarted<-2",
            "ExecutionFailed<-3");
    assertThat(run.cause())
        .contains(
            "The state/task 'S' has an input with a size exceeding the maximum number of bytes"
                + " service limit.");
  }

  @Test
  void input_of_iterations_is_checked_before_each_begins() {
    String map =
        """
        {"StartAt": "Each", "States": {"Each": {"Type": "Map", "ItemsPath": "$.items", "End": true,
          "ItemSelector": {"b.$": "$$.Map.Item.Value", "c.$": "$$.Map.Item.Value"},
          "MaxConcurrency": 1, "ItemProcessor": {"StartAt": "P", "States": {
            "P": {"Type": "Pass", "Result": 0, "End": true}}}}}}
        """;
    Object input = Map.of("items", new String[] {"small", HALF.get("a")});

    Execution run = env.define("each", map).run(input);

    assertThat(run.error()).contains("States.DataLimitExceeded");
    assertThat(HistoryLines.of(run))
        .filteredOn(line -> line.startsWith("MapIteration"))
        .extracting(line -> line.substring(0, line.indexOf('<')))
        .containsExactly("MapIterationStarted", "MapIterationSucceeded");
  }

  @Test
  void an_input_that_is_too_large_is_refused_before_there_is_an_execution() {
    String pass = "{\"StartAt\": \"P\", \"States\": {\"P\": {\"Type\": \"Pass\", \"End\": true}}}";
    TestStateMachine machine = env.define("order", pass);
    TestStateMachine unlimited =
        StepFunctionsEnvironment.builder()
            .withoutLimits(ServiceLimit.PAYLOAD_BYTES)
            .build()
            .define("order", pass);

    assertThat(machine.run('"' + LARGEST + '"').error()).isEmpty();
    assertThatThrownBy(() -> machine.start('"' + TOO_LARGE + '"'))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The input of 'order' has 262145 bytes, and StartExecution takes 262144 at most."
                + " StepFunctionsEnvironment.builder().withoutLimits(ServiceLimit.PAYLOAD_BYTES)"
                + " lifts the limit.");
    assertThat(env.executions()).hasSize(1);
    assertThat(unlimited.run('"' + TOO_LARGE + '"').error()).isEmpty();
  }
}

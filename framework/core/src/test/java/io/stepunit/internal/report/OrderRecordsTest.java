package io.stepunit.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.Interleaving;
import io.stepunit.RunningExecution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class OrderRecordsTest {
  private static final String BOTH =
      """
      {
        "StartAt": "Both",
        "States": {
          "Both": {
            "Type": "Parallel",
            "Branches": [
              {"StartAt": "One", "States": {"One": {
                "Type": "Task",
                "Resource": "arn:aws:lambda:us-east-1:123456789012:function:one",
                "End": true}}},
              {"StartAt": "Two", "States": {"Two": {
                "Type": "Task",
                "Resource": "arn:aws:lambda:us-east-1:123456789012:function:two",
                "End": true}}}
            ],
            "End": true
          }
        }
      }
      """;

  private final TestRecording container =
      new TestRecording(() -> new TestId("class", "c"), null, Optional.empty(), false);
  private final OrderRecords records =
      new OrderRecords(
          new TestRecording(() -> new TestId("template", "s1"), container, Optional.empty(), false),
          "StockTest",
          "holds");

  private static StepFunctionsEnvironment environment(long seed) {
    return StepFunctionsEnvironment.builder().interleaving(Interleaving.ofSeed(seed)).build();
  }

  private void run(long seed, boolean failed) {
    StepFunctionsEnvironment env = environment(seed);
    TestStateMachine both = env.define("both", BOTH);
    both.mock("One").returns(1);
    both.mock("Two").returns(2);
    both.run(Map.of());
    add(seed, failed, env);
  }

  private void add(long seed, boolean failed, StepFunctionsEnvironment env) {
    TestRecording test =
        new TestRecording(() -> new TestId("test " + seed, ""), container, Optional.empty(), false);
    records.add(test, Long.toString(seed), failed, env.executions(), env.effects().list());
    List<RecordedTest.Run> runs =
        env.executions().stream()
            .map(run -> new RecordedTest.Run(run.arn(), seed + "-1", "d1"))
            .toList();
    test.further().get(0).of(new RecordedTest(new TestId("test " + seed, "k"), false, runs));
  }

  private ObjectNode record() {
    records.end(false);
    return container
        .further()
        .get(0)
        .of(new RecordedTest(new TestId("class", "k"), false, List.of()))
        .get(0);
  }

  /** A seed in which the second branch is called first. */
  private static long swapped() {
    for (long seed = 1; ; seed++) {
      StepFunctionsEnvironment env = environment(seed);
      TestStateMachine both = env.define("both", BOTH);
      both.mock("One").returns(1);
      both.mock("Two").returns(2);
      both.run(Map.of());
      if (env.effects().list().get(0).state().equals("Two")) {
        return seed;
      }
    }
  }

  private static List<String> paths(JsonNode order) {
    return StreamSupport.stream(order.get("steps").spliterator(), false)
        .map(step -> step.path("path").asText("end"))
        .toList();
  }

  @Test
  void the_failing_order_and_a_passing_one_are_told_call_by_call() {
    long swapped = swapped();
    run(0, false);
    run(swapped, true);

    ObjectNode record = record();

    assertThat(record.get("orders").asInt()).isEqualTo(2);
    assertThat(record.get("failed").asInt()).isEqualTo(1);
    assertThat(record.at("/failing/order").asText()).isEqualTo(Long.toString(swapped));
    assertThat(paths(record.get("failing"))).containsExactly("Both[1]/Two", "Both[0]/One", "end");
    assertThat(record.at("/passing/order").asText()).isEqualTo("0");
    assertThat(paths(record.get("passing"))).containsExactly("Both[0]/One", "Both[1]/Two", "end");
    assertThat(record.at("/passing/executions/0").asText()).isEqualTo("0-1");
    assertThat(record.at("/passing/steps/0"))
        .hasToString(
            """
            {"at":0.0,"path":"Both[0]/One","attempt":1,"outcome":"HAPPENED","input":"{}","took":0.0}\
            """);
    assertThat(record.at("/passing/steps/2"))
        .hasToString(
            """
            {"at":0.0,"ended":"SUCCEEDED","output":"[1,2]"}\
            """);
  }

  @Test
  void the_smallest_order_that_fails_is_told() {
    run(0, false);
    run(11, true);
    run(9, true);

    assertThat(record().at("/failing/order").asText()).isEqualTo("9");
  }

  @Test
  void without_a_failure_the_first_order_is_told() {
    run(0, false);
    run(1, false);

    ObjectNode record = record();

    assertThat(record.has("failing")).isFalse();
    assertThat(record.at("/passing/order").asText()).isEqualTo("0");
  }

  @Test
  void equal_outcomes_are_counted() {
    run(0, false);
    run(1, false);
    run(2, true);

    assertThat(record().get("outcomes"))
        .hasToString(
            """
            [{"order":"0","count":3,"failed":true,"executions":[{"ended":"SUCCEEDED","output":"[1,2]"}]}]\
            """);
  }

  @Test
  void executions_are_told_apart_by_the_order_of_their_starts() {
    StepFunctionsEnvironment env = environment(0);
    TestStateMachine both = env.define("both", BOTH);
    both.mock("One").returns(1);
    both.mock("Two").returns(2);
    RunningExecution first = both.start(Map.of());
    RunningExecution second = both.start(Map.of());
    first.finish();
    second.finish();
    add(0, false, env);

    assertThat(record().at("/passing/steps"))
        .filteredOn(step -> step.has("ended"))
        .extracting(step -> step.get("execution").asInt())
        .containsExactly(1, 2);
  }
}

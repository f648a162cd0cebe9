package io.stepunit;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.history.ExecutionStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Other orders of what happens at one instant. */
class InterleavingTest {
  /** Two branches that write one key: the one that writes last wins. */
  private static final String RACE =
      """
      {"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "End": true, "Branches": [
        {"StartAt": "Prepare", "States": {
          "Prepare": {"Type": "Pass", "Next": "WriteOne"},
          "WriteOne": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:put",
            "End": true}}},
        {"StartAt": "WriteTwo", "States": {
          "WriteTwo": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:put",
            "End": true}}}]}}}
      """;

  /** Each branch has two Tasks: what the second does depends on the first of the other branch. */
  private static final String TWO_BY_TWO =
      """
      {"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "End": true, "Branches": [
        {"StartAt": "A1", "States": {
          "A1": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f",
            "Next": "A2"},
          "A2": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f",
            "End": true}}},
        {"StartAt": "B1", "States": {
          "B1": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f",
            "Next": "B2"},
          "B2": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f",
            "End": true}}}]}}}
      """;

  private static StepFunctionsEnvironment environment(Interleaving order) {
    return StepFunctionsEnvironment.builder().interleaving(order).build();
  }

  private static String lastWriter(Interleaving order) {
    Map<String, String> table = new HashMap<>();
    TestStateMachine machine = environment(order).define("race", RACE);
    machine.mock("WriteOne").answers(call -> write(table, "one"));
    machine.mock("WriteTwo").answers(call -> write(table, "two"));
    machine.run("{}");
    return table.get("key");
  }

  private static Map<String, String> write(Map<String, String> table, String value) {
    table.put("key", value);
    return Map.of();
  }

  private static List<String> calls(Interleaving order) {
    List<String> calls = new ArrayList<>();
    TestStateMachine machine = environment(order).define("two-by-two", TWO_BY_TWO);
    for (String state : List.of("A1", "A2", "B1", "B2")) {
      machine.mock(state).answers(call -> calls.add(state));
    }
    Execution run = machine.run("{}");
    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    return calls;
  }

  @Test
  void the_engine_has_one_order_that_seed_0_stands_for() {
    assertThat(lastWriter(Interleaving.ofSeed(0))).isEqualTo("one");
    assertThat(lastWriter(Interleaving.ofChoices(List.of()))).isEqualTo("one");
  }

  @Test
  void a_race_between_branches_shows_under_some_seed_of_a_few() {
    Set<String> winners = new HashSet<>();
    LongStream.range(0, 20).forEach(seed -> winners.add(lastWriter(Interleaving.ofSeed(seed))));

    assertThat(winners).containsExactlyInAnyOrder("one", "two");
  }

  @Test
  void a_seed_gives_the_same_order_each_time() {
    for (long seed = 0; seed < 20; seed++) {
      assertThat(calls(Interleaving.ofSeed(seed))).isEqualTo(calls(Interleaving.ofSeed(seed)));
    }
  }

  @Test
  void a_parallel_points_back_to_the_last_event_of_its_branches_in_all_orders() {
    String two =
        """
        {"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "End": true, "Branches": [
          {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}},
          {"StartAt": "B", "States": {"B": {"Type": "Pass", "End": true}}}]}}}
        """;

    Optional<Interleaving> order = Optional.of(Interleaving.ofChoices(List.of()));
    while (order.isPresent()) {
      List<String> lines = HistoryLines.of(environment(order.get()).define("two", two).run("{}"));

      assertThat(lines)
          .as("order %s", order.get())
          .endsWith("ParallelStateSucceeded<-7", "ParallelStateExited<-7", "ExecutionSucceeded<-9");
      order = order.get().next();
    }
  }

  @Test
  void all_orders_of_a_small_machine_are_tried_once_each_and_branches_keep_their_own() {
    Set<List<String>> seen = new HashSet<>();
    Set<String> names = new HashSet<>();
    int tried = 0;

    Optional<Interleaving> order = Optional.of(Interleaving.ofChoices(List.of()));
    while (order.isPresent()) {
      seen.add(calls(order.get()));
      names.add(order.get().choices().toString());
      tried++;
      order = order.get().next();
    }

    assertThat(seen)
        .containsExactlyInAnyOrder(
            List.of("A1", "A2", "B1", "B2"),
            List.of("A1", "B1", "A2", "B2"),
            List.of("A1", "B1", "B2", "A2"),
            List.of("B1", "A1", "A2", "B2"),
            List.of("B1", "A1", "B2", "A2"),
            List.of("B1", "B2", "A1", "A2"));
    assertThat(names).hasSize(tried);
  }

  @Test
  void an_order_is_made_again_from_its_name() {
    for (String name : List.of("0", "17", "[]", "[1,0,2]")) {
      assertThat(Interleaving.named(name).name()).isEqualTo(name);
    }
    assertThat(calls(Interleaving.named("[1, 1]")))
        .isEqualTo(calls(Interleaving.ofChoices(List.of(1, 1))));
    assertThatThrownBy(() -> Interleaving.named("first"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected a seed such as 17 or choices such as [1,0,2]");
  }

  @Test
  void competing_executions_are_interleaved_too() {
    Set<List<String>> seen = new HashSet<>();
    for (long seed = 0; seed < 20; seed++) {
      List<String> calls = new ArrayList<>();
      TestStateMachine machine = environment(Interleaving.ofSeed(seed)).define("race", RACE);
      machine.mock("WriteOne").answers(call -> calls.add(call.inputAt("$").asText() + 1));
      machine.mock("WriteTwo").answers(call -> calls.add(call.inputAt("$").asText() + 2));
      RunningExecution first = machine.start("\"a\"");
      RunningExecution second = machine.start("\"b\"");
      first.finish();
      second.finish();
      seen.add(calls);
    }

    assertThat(seen).hasSizeGreaterThan(5);
    assertThat(seen)
        .allSatisfy(calls -> assertThat(calls).containsExactlyInAnyOrder("a1", "a2", "b1", "b2"));
  }

  @Test
  void tokens_are_still_first_and_deadlines_still_last() {
    String definition =
        """
        {"StartAt": "Ask", "States": {"Ask": {"Type": "Task", "TimeoutSeconds": 60, "End": true,
          "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
          "Parameters": {"QueueUrl": "q", "MessageBody": {"token.$": "$$.Task.Token"}}}}}
        """;
    for (long seed = 0; seed < 20; seed++) {
      TestStateMachine machine = environment(Interleaving.ofSeed(seed)).define("ask", definition);
      machine.mock("Ask").isCalledBackAfter(ofSeconds(60)).with("{}");

      assertThat(machine.run("{}").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }
  }

  @Test
  void a_range_of_durations_has_its_shortest_in_the_engine_s_order_and_both_ends_as_choices() {
    Interleaving own = Interleaving.ofSeed(0);
    Interleaving first = Interleaving.ofChoices(List.of());

    assertThat(own.order().between(ofMillis(5), ofMillis(9))).isEqualTo(ofMillis(5));
    assertThat(first.order().between(ofMillis(5), ofMillis(9))).isEqualTo(ofMillis(5));
    assertThat(first.next().orElseThrow().order().between(ofMillis(5), ofMillis(9)))
        .isEqualTo(ofMillis(9));
    assertThat(LongStream.range(1, 50).mapToObj(Interleaving::ofSeed))
        .extracting(each -> each.order().between(ofMillis(5), ofMillis(9)))
        .containsOnly(ofMillis(5), ofMillis(6), ofMillis(7), ofMillis(8), ofMillis(9));
  }

  @Test
  void an_answer_that_takes_a_range_of_time_takes_another_one_by_each_seed() {
    Set<String> winners = new HashSet<>();
    for (long seed = 0; seed < 20; seed++) {
      TestStateMachine machine = environment(Interleaving.ofSeed(seed)).define("two", TWO_BY_TWO);
      List<String> calls = new ArrayList<>();
      machine.mock("A1").returns("1").takingBetween(ofMillis(10), ofMillis(20));
      machine.mock("B1").returns("2").takingBetween(ofMillis(10), ofMillis(20));
      machine.mock("A2").answers(call -> calls.add("A2"));
      machine.mock("B2").answers(call -> calls.add("B2"));
      Execution run = machine.run("{}");
      winners.add(calls.get(0));
      assertThat(run.duration()).isBetween(ofMillis(10), ofMillis(20));
    }

    assertThat(winners).containsExactlyInAnyOrder("A2", "B2");
  }

  @Test
  void without_an_order_the_environment_s_seed_decides_on_a_range() {
    assertThat(tookWithSeed(1)).isEqualTo(tookWithSeed(1)).isNotEqualTo(tookWithSeed(2));
  }

  private static Duration tookWithSeed(long seed) {
    TestStateMachine machine =
        StepFunctionsEnvironment.builder().seed(seed).lenient().build().define("two", TWO_BY_TWO);
    machine.mockResource("*").returns("1").takingBetween(ofMillis(10), ofSeconds(20));
    return machine.run("{}").duration();
  }

  @Test
  void a_range_that_ends_before_it_begins_is_refused() {
    TestStateMachine machine = StepFunctionsEnvironment.create().define("two", TWO_BY_TWO);

    assertThatThrownBy(
            () -> machine.mock("A1").returns("1").takingBetween(ofSeconds(2), ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected the shortest time first");
  }

  @Test
  void iterations_of_a_map_are_interleaved() {
    String definition =
        """
        {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true, "ItemProcessor": {
          "StartAt": "Do", "States": {"Do": {"Type": "Task", "End": true,
            "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f"}}}}}}
        """;
    Set<List<String>> seen = new HashSet<>();
    for (long seed = 0; seed < 50; seed++) {
      List<String> items = new ArrayList<>();
      TestStateMachine machine = environment(Interleaving.ofSeed(seed)).define("map", definition);
      machine.mock("Do").answers(call -> items.add(call.inputAt("$").asText()));
      assertThat(machine.run("[1, 2, 3]").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
      seen.add(items);
    }

    assertThat(seen).hasSize(6);
  }
}

package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.asl.StateMachineDefinition;
import io.stepunit.load.DefinitionLoader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Evaluations of one loaded definition know nothing of each other. */
class JsonataDeterminismTest {
  /** Time and all randomness, in a Map and around a Wait; blocks that bind names of their own. */
  private static final StateMachineDefinition RANDOM =
      DefinitionLoader.fromText(
          "random.asl.json",
          """
          {"QueryLanguage": "JSONata", "StartAt": "Each", "States": {
            "Each": {"Type": "Map", "Items": "{% $states.input %}", "Next": "Wait",
              "Assign": {"before": "{% $now() %}", "n": 1},
              "ItemProcessor": {"StartAt": "One", "States": {
                "One": {"Type": "Pass", "End": true, "Output": {
                  "random": "{% $random() %}", "uuid": "{% $uuid() %}", "seeded": "{% $random(42) %}",
                  "shuffled": "{% $shuffle([1..20]) %}",
                  "bound": "{% ($x := $states.input; $y := $x * 2; $y) %}"}}}}},
            "Wait": {"Type": "Wait", "Seconds": 90, "Next": "End"},
            "End": {"Type": "Pass", "End": true, "Output": {
              "each": "{% $states.input %}", "before": "{% $before %}",
              "now": "{% $now() %}", "millis": "{% $millis() %}",
              "twice": "{% [$now() = $now(), $millis() = $millis()] %}",
              "leaked": "{% [$exists($x), $exists($y)] %}"}}}}
          """);

  private static Execution run(long seed) {
    return StepFunctionsEnvironment.builder()
        .seed(seed)
        .build()
        .register("random", RANDOM)
        .run("[1, 2, 3]");
  }

  private static JsonNode output(Execution run) {
    return run.output().orElseThrow(() -> new AssertionError(run.cause()));
  }

  @Test
  void the_same_seed_gives_the_same_bytes() {
    assertThat(run(7).historyJson()).isEqualTo(run(7).historyJson());
  }

  @Test
  void another_seed_gives_other_random_values_but_the_same_seeded_ones() {
    JsonNode one = output(run(7)).at("/each/0");
    JsonNode other = output(run(8)).at("/each/0");

    for (String field : List.of("random", "uuid", "shuffled")) {
      assertThat(one.get(field)).as(field).isNotEqualTo(other.get(field));
    }
    assertThat(one.get("seeded").doubleValue()).isEqualTo(0.7275636800328681);
    assertThat(other.get("seeded")).isEqualTo(one.get("seeded"));
  }

  @Test
  void evaluations_of_one_expression_differ_within_a_run() {
    JsonNode each = output(run(7)).get("each");

    for (String field : List.of("random", "uuid", "shuffled")) {
      assertThat(new HashSet<>(each.findValues(field))).as(field).hasSize(3);
    }
  }

  @Test
  void now_is_virtual_time_and_moves_with_it() {
    JsonNode output = output(run(7));

    assertThat(output.get("before").textValue()).isEqualTo("2026-01-01T00:00:00.000Z");
    assertThat(output.get("now").textValue()).isEqualTo("2026-01-01T00:01:30.000Z");
    assertThat(output.get("millis").longValue()).isEqualTo(1767225690000L);
    assertThat(output.get("twice").toString()).isEqualTo("[true,true]");
  }

  @Test
  void what_an_expression_binds_ends_with_it() {
    JsonNode output = output(run(7));

    assertThat(output.get("each").findValuesAsText("bound")).containsExactly("2", "4", "6");
    assertThat(output.get("leaked").toString()).isEqualTo("[false,false]");
  }

  @Test
  void variables_of_one_execution_are_not_seen_by_the_next() {
    TestStateMachine machine =
        StepFunctionsEnvironment.create()
            .define(
                "counter",
                """
                {"QueryLanguage": "JSONata", "StartAt": "A", "States": {
                  "A": {"Type": "Pass", "Next": "B",
                    "Assign": {"n": "{% $exists($n) ? $n + 1 : 1 %}"}},
                  "B": {"Type": "Succeed", "Output": "{% $n %}"}}}
                """);

    assertThat(output(machine.run("{}")).intValue()).isEqualTo(1);
    assertThat(output(machine.run("{}")).intValue()).isEqualTo(1);
  }

  @Test
  void the_input_is_never_changed() {
    TestStateMachine machine =
        StepFunctionsEnvironment.create()
            .define(
                "transform",
                """
                {"QueryLanguage": "JSONata", "StartAt": "A", "States": {
                  "A": {"Type": "Pass", "End": true, "Output": {
                    "sorted": "{% $sort($states.input.list) %}",
                    "changed": "{% $states.input ~> |inner|{'a': 2, 'n': null}| %}",
                    "appended": "{% $append($states.input.list, [null]) %}",
                    "before": "{% $states.input %}"}}}}
                """);

    Execution run = machine.run("{\"list\": [3, 1, 2], \"inner\": {\"a\": 1}}");

    assertThat(output(run).toString())
        .isEqualTo(
            "{\"sorted\":[1,2,3],"
                + "\"changed\":{\"list\":[3,1,2],\"inner\":{\"a\":2,\"n\":null}},"
                + "\"appended\":[3,1,2,null],"
                + "\"before\":{\"list\":[3,1,2],\"inner\":{\"a\":1}}}");
    assertThat(run.input().toString()).isEqualTo("{\"list\":[3,1,2],\"inner\":{\"a\":1}}");
  }

  @Test
  void threads_that_share_a_definition_do_not_change_a_byte() throws Exception {
    String expected = run(7).historyJson();
    Set<String> seen = ConcurrentHashMap.newKeySet();
    List<Callable<Boolean>> runs =
        IntStream.range(0, 200)
            .<Callable<Boolean>>mapToObj(i -> () -> seen.add(run(7).historyJson()))
            .toList();

    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (Future<Boolean> done : threads.invokeAll(runs)) {
        done.get();
      }
    } finally {
      threads.shutdown();
    }

    assertThat(seen).containsExactly(expected);
  }
}

package io.stepunit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.Fault;
import io.stepunit.TestStateMachine;
import io.stepunit.internal.json.Json;
import io.stepunit.junit.Interleavings.Orders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What the records of a run tell of fault matrices and of interleavings. */
class SweepRecordsTest {
  @TempDir Path folder;

  private List<JsonNode> records(Class<?> testCases, String kind) {
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(testCases))
                .configurationParameter("stepunit.report", folder.toString())
                .configurationParameter(FaultSweep.PRINT, "false")
                .build());
    try (Stream<String> lines = Files.lines(folder.resolve("data/fork-1.jsonl"))) {
      return lines
          .map(Json::parse)
          .filter(record -> record.get("kind").asText().equals(kind))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<JsonNode> cells(List<JsonNode> sweeps) {
    List<JsonNode> cells = new ArrayList<>();
    sweeps.forEach(sweep -> sweep.get("cells").forEach(cells::add));
    return cells;
  }

  private static String combination(JsonNode cell) {
    return cell.get("state").asText()
        + " × "
        + cell.get("fault").asText()
        + ", "
        + cell.get("attempts").asText();
  }

  private static String outcomes(List<JsonNode> cells, String combination) {
    return cells.stream()
        .filter(cell -> combination(cell).equals(combination))
        .map(cell -> cell.get("outcome").asText() + " " + cell.path("status").asText("-"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_matrix_that_fails_tells_what_came_of_each_combination() {
    List<JsonNode> sweeps = records(FailingMatrixTestCases.class, "sweep");

    List<JsonNode> cells = cells(sweeps);
    assertThat(sweeps).extracting(sweep -> sweep.get("id").asText()).containsOnly(id(sweeps));
    assertThat(cells).hasSize(24);
    assertThat(outcomes(cells, "Charge × reply lost, FIRST")).isEqualTo("ASSERTION_FAILED FAILED");
    assertThat(outcomes(cells, "Charge × Gateway.Busy, FIRST")).isEqualTo("HELD SUCCEEDED");
    assertThat(outcomes(cells, "Charge × Card.Declined, EVERY")).isEqualTo("HELD FAILED");
    assertThat(outcomes(cells, "Charge × Unknown.Error, EVERY")).isEqualTo("UNHANDLED FAILED");
    assertThat(outcomes(cells, "TellCustomer × SQS.Down, FIRST")).isEqualTo("HELD SUCCEEDED");
    assertThat(outcomes(cells, "TellCustomer × times out, FIRST")).isEqualTo("NOT_APPLICABLE -");
  }

  private static String id(List<JsonNode> sweeps) {
    return sweeps.get(0).get("id").asText();
  }

  @Test
  void the_plan_comes_first_and_names_the_test_and_its_definition() {
    List<JsonNode> sweeps = records(FailingMatrixTestCases.class, "sweep");

    JsonNode plan = sweeps.get(0);
    assertThat(plan.get("class").asText()).isEqualTo(FailingMatrixTestCases.class.getName());
    assertThat(plan.get("name").asText()).startsWith("is_charged_once(");
    assertThat(plan.get("states")).hasToString("[\"Charge\",\"TellCustomer\"]");
    assertThat(plan.get("cells")).isEmpty();
    assertThat(records(FailingMatrixTestCases.class, "definition"))
        .extracting(definition -> definition.get("id"))
        .containsExactly(plan.get("definition"));
  }

  @Test
  void the_execution_of_a_failed_cell_is_kept_and_the_cell_names_its_test() {
    JsonNode failed =
        cells(records(FailingMatrixTestCases.class, "sweep")).stream()
            .filter(cell -> cell.get("outcome").asText().equals("ASSERTION_FAILED"))
            .findFirst()
            .orElseThrow();

    assertThat(records(FailingMatrixTestCases.class, "execution"))
        .extracting(execution -> execution.get("id"), execution -> execution.get("test"))
        .contains(tuple(failed.get("execution"), failed.get("test")));
  }

  @StateMachineTest("breakable.asl.json")
  @Execution(ExecutionMode.SAME_THREAD)
  static class FailingMatrixTestCases {
    @FaultMatrix
    void is_charged_once(TestStateMachine machine, Fault fault) {
      Assumptions.assumeFalse(
          fault.state().equals("TellCustomer") && fault.what().equals("times out"));
      machine.mock("Charge").returns(Map.of("paid", true));
      machine.mock("TellCustomer").returns(Map.of());

      io.stepunit.Execution run = machine.run(Map.of("id", 7));

      boolean charged = !machine.effects("Charge").happened().isEmpty();
      assertThat(charged && run.visits("Notify").isEmpty()).as("charged in vain").isFalse();
    }
  }

  @Test
  void pairs_are_cells_of_two_faults() {
    List<JsonNode> cells = cells(records(PairsTestCases.class, "sweep"));

    assertThat(cells).hasSize(3);
    assertThat(cells.get(2).at("/pair/state").asText()).isEqualTo("TellCustomer");
    assertThat(outcomes(cells, "Charge × reply lost, FIRST")).isEqualTo("UNHANDLED FAILED");
  }

  @StateMachineTest("breakable.asl.json")
  @Execution(ExecutionMode.SAME_THREAD)
  static class PairsTestCases {
    @FaultMatrix(faults = "reply lost", pairs = true)
    void ends(TestStateMachine machine) {
      machine.mock("Charge").returns(Map.of("paid", true));
      machine.mock("TellCustomer").returns(Map.of());
      machine.run(Map.of("id", 7));
    }
  }

  @Test
  void a_race_is_told_by_the_order_that_fails_and_one_that_passes() {
    List<JsonNode> sweeps = records(RaceTestCases.class, "sweep");

    assertThat(sweeps).hasSize(1);
    JsonNode sweep = sweeps.get(0);
    assertThat(sweep.get("failed").asInt()).isEqualTo(1);
    assertThat(sweep.get("all").asBoolean()).isFalse();
    assertThat(sweep.at("/failing/steps/0/path").asText()).isEqualTo("Both[1]/WriteTwo");
    assertThat(sweep.at("/passing/steps/0/path").asText()).isEqualTo("Both[0]/WriteOne");
    assertThat(records(RaceTestCases.class, "execution"))
        .extracting(execution -> execution.get("id"))
        .contains(sweep.at("/failing/executions/0"), sweep.at("/passing/executions/0"));
  }

  @StateMachineTest("race.asl.json")
  @Execution(ExecutionMode.SAME_THREAD)
  static class RaceTestCases {
    @Interleavings(value = 1000, orders = Orders.ALL)
    void the_second_write_is_the_last(TestStateMachine race) {
      AtomicInteger value = new AtomicInteger();
      race.mock("WriteOne").answers(call -> write(value, 1));
      race.mock("WriteTwo").answers(call -> write(value, 2));

      race.run("{}");

      assertThat(value).hasValue(2);
    }

    private static int write(AtomicInteger to, int value) {
      to.set(value);
      return value;
    }
  }

  @Test
  void a_test_tells_what_it_did_to_the_world() {
    List<JsonNode> worlds = records(WorldTestCases.class, "world");

    assertThat(worlds).hasSize(1);
    assertThat(worlds.get(0).get("effects"))
        .extracting(
            effect -> effect.get("state").asText(), effect -> effect.path("repeats").asInt())
        .containsExactly(
            tuple("Charge", 0),
            tuple("TellCustomer", 0),
            tuple("Charge", 1),
            tuple("TellCustomer", 2));
    assertThat(worlds.get(0).get("executions")).hasSize(2);
    assertThat(records(WorldTestCases.class, "execution"))
        .extracting(execution -> execution.get("id"))
        .contains(worlds.get(0).at("/executions/1/id"));
  }

  @StateMachineTest("breakable.asl.json")
  static class WorldTestCases {
    @Test
    void pays_twice(TestStateMachine machine) {
      machine.mock("Charge").returns(Map.of("paid", true));
      machine.mock("TellCustomer").returns(Map.of());
      machine.run(Map.of("id", 7));
      machine.run(Map.of("id", 7));
    }
  }
}

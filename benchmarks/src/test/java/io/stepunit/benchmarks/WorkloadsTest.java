package io.stepunit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stepunit.Execution;
import io.stepunit.asl.Diagnostic;
import io.stepunit.asl.Rule;
import io.stepunit.asl.StateMachineDefinition;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.load.DefinitionLoader;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A figure counts only if the engine and the floor do the same work, and do it right. */
class WorkloadsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void the_pass_chain_ends_with_its_last_step() {
    JsonNode output = output(Workloads.w1());

    assertThat(output.at("/slot0/step").intValue()).isEqualTo(100);
    assertSame(output, PlainJava.passChain(Workloads.w1().input()));
  }

  @Test
  void the_choice_loop_counts_to_a_thousand() {
    JsonNode output = output(Workloads.w2());

    assertThat(output.get("i").intValue()).isEqualTo(1000);
    assertSame(output, PlainJava.choiceLoop(Workloads.w2().input()));
  }

  @Test
  void the_map_reserves_each_item() {
    JsonNode output = output(Workloads.w3());

    assertThat(output.at("/999/reservation/reserved").booleanValue()).isTrue();
    assertSame(output, PlainJava.map(Workloads.w3().input()));
  }

  @Test
  void the_retries_take_31_seconds() {
    Execution run = Workloads.w4().run();

    assertThat(run.outputAt("$.ok").orElseThrow().booleanValue()).isTrue();
    assertThat(run.duration()).isEqualTo(Duration.ofSeconds(31));
  }

  @Test
  void the_long_wait_takes_a_year() {
    Execution run = Workloads.w5().run();

    assertThat(run.outputAt("$.id").orElseThrow().intValue()).isEqualTo(1);
    assertThat(run.duration()).isEqualTo(Duration.ofDays(365));
  }

  @Test
  void the_saga_with_mocks_declared_once_ends_as_the_saga() {
    Supplier<Execution> saga = Workloads.w6().withMocksDeclaredOnce();

    for (int i = 0; i < 101; i++) {
      assertSame(saga.get().output().orElseThrow(), PlainJava.saga(Workloads.w6().input()));
    }
  }

  @Test
  void the_saga_is_rejected_and_compensated() {
    JsonNode output = output(Workloads.w6());

    assertThat(output.get("status").textValue()).isEqualTo("REJECTED");
    assertSame(output, PlainJava.saga(Workloads.w6().input()));
  }

  @Test
  void the_jsonata_chain_sums_the_lines_in_each_state() {
    Workload workload = Workloads.w7();

    JsonNode output = output(workload);

    assertThat(output.get("sum").intValue()).isEqualTo(20);
    assertThat(output.get("step").intValue()).isEqualTo(100);
    assertSame(output, JSON.valueToTree(new JsonataLibrary().run(workload.input())));
  }

  @Test
  void the_long_jsonata_keeps_the_dearest_items() {
    Workload workload = Workloads.w9();

    JsonNode output = output(workload);

    assertThat(output.get("sums")).hasSize(20);
    assertThat(output.get("dearest")).hasSize(10);
    assertSame(output, JSON.valueToTree(new JsonataLibraryOverItems().run(workload.input())));
  }

  @ParameterizedTest
  @EnumSource
  void the_library_gives_what_we_give(JsonataCase expression) {
    JsonNode ours = expression.evaluation().get();
    Object byLibrary = expression.evaluationByLibrary().get();

    assertSame(ours, JSON.valueToTree(byLibrary));
  }

  @Test
  void the_large_definition_has_all_its_states_and_warnings() {
    String text = LargeDefinition.text();

    StateMachineDefinition loaded = DefinitionLoader.fromText("w8.asl.json", text);

    assertThat(text.length()).isGreaterThan(1_000_000);
    assertThat(CompiledDefinition.of(loaded).graph().states()).hasSize(LargeDefinition.STATES);
    assertThat(loaded.warnings())
        .extracting(Diagnostic::rule)
        .containsOnly(Rule.TASK_WITHOUT_TIMEOUT, Rule.LAMBDA_WITHOUT_RETRY)
        .hasSize(2_000);
  }

  private static JsonNode output(Workload workload) {
    return workload.run().output().orElseThrow();
  }

  private static void assertSame(JsonNode output, JsonNode floor) {
    assertThat(Json.sameValue(output, floor)).as("%s as %s", output, floor).isTrue();
  }
}

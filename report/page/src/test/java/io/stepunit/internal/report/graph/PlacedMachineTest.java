package io.stepunit.internal.report.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlacedMachineTest {
  @TestFactory
  Stream<DynamicTest> states_stand_apart_and_transitions_lead_around_them() {
    return PublishedDefinitions.files()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
  }

  private static void check(Path file) {
    PlacedMachine placed = PlacedMachine.of(PublishedDefinitions.machine(file));

    assertThat(LayoutRules.brokenBy(placed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8, 13, 40, 90, 110, 300})
  void machines_of_any_form_keep_the_rules(int states) {
    for (int seed = 0; seed < 5; seed++) {
      PlacedMachine placed = PlacedMachine.of(random(states, new Random(seed)));

      assertThat(LayoutRules.brokenBy(placed)).isEmpty();
    }
  }

  /** States that lead anywhere, back and to themselves too. */
  private static JsonNode random(int count, Random random) {
    ObjectNode machine = Json.NODES.objectNode().put("StartAt", "S0");
    ObjectNode states = machine.putObject("States");
    for (int i = 0; i < count; i++) {
      ObjectNode state = states.putObject("S" + i).put("Type", "Task");
      if (random.nextInt(6) == 0) {
        state.put("Type", "Parallel");
        for (int j = random.nextInt(3); j >= 0; j--) {
          state.withArray("/Branches").add(random(1 + random.nextInt(4), random));
        }
      }
      if (i + 1 == count) {
        state.put("End", true);
      } else {
        state.put("Next", "S" + (random.nextInt(3) > 0 ? i + 1 : random.nextInt(count)));
      }
      for (int j = random.nextInt(3); j > 0; j--) {
        ObjectNode catcher = state.withArray("/Catch").addObject();
        catcher.put("Next", "S" + random.nextInt(count)).putArray("ErrorEquals").add("E" + j);
      }
    }
    return machine;
  }

  @Test
  void the_locale_has_no_say() {
    JsonNode machine = random(60, new Random(7));
    Locale before = Locale.getDefault();
    String usual = Json.text(PlacedMachine.of(machine).toJson());

    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      assertThat(Json.text(PlacedMachine.of(machine).toJson())).isEqualTo(usual);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void the_page_gets_nodes_and_edges_with_their_places() {
    JsonNode machine =
        Json.parse(
            """
            {"StartAt": "A", "States": {
              "A": {"Type": "Task", "Next": "B", "Catch": [{"ErrorEquals": ["E"], "Next": "B"}]},
              "B": {"Type": "Map", "End": true,
                "ItemProcessor": {"StartAt": "C", "States": {"C": {"Type": "Succeed"}}}}}}
            """);

    JsonNode json = PlacedMachine.of(machine).toJson();

    assertThat(json.path("nodes"))
        .extracting(node -> node.path("id").asText() + " " + node.path("parent").asText())
        .containsExactly(
            "/StartAt ",
            "/States/A ",
            "/States/B ",
            "/States/B/ItemProcessor/States/C /States/B",
            "/End ");
    assertThat(json.path("nodes").get(2).path("frame").asBoolean()).isTrue();
    assertThat(json.path("edges"))
        .extracting(edge -> edge.path("id").asText(), edge -> edge.path("kind").asText())
        .contains(tuple("/States/A/Next", "NEXT"), tuple("/States/A/Catch/0", "CATCH"));
    assertThat(Json.text(json.path("edges").get(0).path("points"))).isEqualTo("[[76,26],[76,50]]");
  }

  @Test
  void long_names_lose_their_middle() {
    assertThat(NodeName.cut("ShortEnough")).isEqualTo("ShortEnough");
    assertThat(NodeName.cut("ReserveInventoryForCustomerOfEurope"))
        .isEqualTo("ReserveInvento…tomerOfEurope");
    assertThat(
            NodeName.cut("😀".repeat(40)).codePointCount(0, NodeName.cut("😀".repeat(40)).length()))
        .isEqualTo(28);
  }
}

package io.stepunit.internal.report.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.internal.report.coverage.DefinitionCoverage;
import io.stepunit.internal.report.coverage.SampleRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateTest {
  private static final String ORDER =
      """
      {"StartAt": "Charge", "States": {
        "Charge": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Next": "Done",
          "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Undo"}]},
        "Undo": {"Type": "Pass", "Next": "Stuck"},
        "Stuck": {"Type": "Fail", "Error": "Stuck"},
        "Done": {"Type": "Succeed"}}}
      """;

  private static final String[] GOOD_DAY = {
    "/States/Charge", "/States/Charge/Next", "/States/Done"
  };

  @TempDir Path folder;

  private List<DefinitionCoverage> covered(String... keys) {
    return DefinitionCoverage.of(
        SampleRecords.of(folder, "orders", "1")
            .definition("d1", "order.asl.json", ORDER)
            .test("t", "d1", keys)
            .read());
  }

  private static Gate gate(String thresholds) {
    return new Gate(Thresholds.parse(thresholds), Map.of(), Baseline.NONE);
  }

  @Test
  void coverage_that_is_high_enough_passes() {
    GateResult result = gate("states=50,transitions=25,catchers=0").check(covered(GOOD_DAY));

    assertThat(result.isPassed()).isTrue();
    assertThat(result.lines()).isEmpty();
  }

  @Test
  void each_kind_that_is_too_low_is_told_with_the_holes_and_their_lines() {
    GateResult result = gate("states=75,transitions=100").check(covered(GOOD_DAY));

    assertThat(result.isPassed()).isFalse();
    assertThat(result.lines())
        .startsWith(
            "order: states 2/4 (50 %, and 75 % are asked for),"
                + " transitions 1/3 (33 %, and 100 % are asked for)")
        .anyMatch(line -> line.startsWith("  src/main/resources/order.asl.json:5: Undo "));
  }

  @Test
  void a_kind_that_the_definition_has_none_of_passes() {
    assertThat(gate("choiceRules=100,heartbeats=100").check(covered(GOOD_DAY)).isPassed()).isTrue();
  }

  @Test
  void a_hole_of_a_kind_that_nothing_is_asked_of_is_not_told() {
    GateResult result =
        gate("states=100,catchers=0")
            .check(covered("/States/Charge", "/States/Charge/Next", "/States/Undo"));

    assertThat(result.lines()).noneMatch(line -> line.contains("Catch"));
  }

  @Test
  void a_percentage_is_not_rounded_up() {
    String[] all = {"/States/Charge", "/States/Done", "/States/Undo"};

    assertThat(gate("states=75").check(covered(all)).isPassed()).isTrue();
    assertThat(gate("states=76").check(covered(all)).isPassed()).isFalse();
  }

  @Test
  void thresholds_of_a_definition_go_before_the_general_ones() {
    for (String name :
        List.of("order", "order.asl.json", "src/main/resources/order.asl.json", "src/main/**")) {
      Gate gate =
          new Gate(Thresholds.EVERYTHING, Map.of(name, Thresholds.parse("all=0")), Baseline.NONE);

      assertThat(gate.check(covered(GOOD_DAY)).isPassed()).as(name).isTrue();
    }
  }

  @Test
  void thresholds_of_a_definition_that_no_test_used_are_refused() {
    Gate gate =
        new Gate(
            Thresholds.EVERYTHING, Map.of("odrer", Thresholds.parse("states=50")), Baseline.NONE);

    assertThatThrownBy(() -> gate.check(covered(GOOD_DAY)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "There are thresholds for 'odrer', but no test used a definition of that name."
                + " Used: order.");
  }

  @Test
  void holes_of_the_baseline_are_allowed_and_new_ones_are_not() {
    Baseline baseline = gate("all=100").today(covered(GOOD_DAY));
    Gate ratchet = new Gate(Thresholds.EVERYTHING, Map.of(), baseline);

    assertThat(ratchet.check(covered(GOOD_DAY)).isPassed()).isTrue();
    assertThat(ratchet.check(covered("/States/Charge", "/States/Charge/Next")).lines())
        .containsExactly(
            "order: states 3/4 (75 %, and 100 % are asked for)",
            "  src/main/resources/order.asl.json:9: Done is never reached");
  }

  @Test
  void a_baseline_has_only_kinds_that_something_is_asked_of() {
    Baseline baseline = gate("states=100").today(covered(GOOD_DAY));

    assertThat(baseline.holes())
        .isEqualTo(Map.of("order", Set.of("/States/Undo", "/States/Stuck")));
  }

  @Test
  void what_tests_have_closed_since_the_baseline_is_counted() {
    Gate ratchet =
        new Gate(Thresholds.EVERYTHING, Map.of(), gate("all=100").today(covered(GOOD_DAY)));

    GateResult result =
        ratchet.check(
            covered(
                "/States/Charge",
                "/States/Charge/Next",
                "/States/Done",
                "/States/Charge/Catch/0",
                "/States/Undo"));

    assertThat(result.closed()).isEqualTo(2);
  }

  @Test
  void what_a_baseline_has_of_definitions_that_no_test_used_is_not_closed() {
    Baseline whole = read("{\"order\": [\"/States/Undo\"], \"other\": [\"/States/A\"]}");

    GateResult result = new Gate(Thresholds.EVERYTHING, Map.of(), whole).check(covered(GOOD_DAY));

    assertThat(result.closed()).isZero();
  }

  @Test
  void a_baseline_stays_true_when_a_definition_changes() {
    Baseline before = gate("all=100").today(covered(GOOD_DAY));
    String changed = ORDER.replace("lambda:invoke", "sqs:sendMessage");

    Baseline after =
        gate("all=100")
            .today(
                DefinitionCoverage.of(
                    SampleRecords.of(folder.resolve("two"), "orders", "1")
                        .definition("d1", "order.asl.json", ORDER)
                        .definition("d2", "order.asl.json", changed)
                        .test("t", "d1", GOOD_DAY)
                        .test("u", "d2", GOOD_DAY)
                        .read()));

    assertThat(after).isEqualTo(before);
    assertThat(before.holes()).containsOnlyKeys("order");
  }

  @Test
  void definitions_of_one_title_in_two_files_have_an_entry_each() {
    List<DefinitionCoverage> coverage =
        DefinitionCoverage.of(
            SampleRecords.of(folder, "orders", "1")
                .definition("d1", "eu/order.asl.json", ORDER)
                .definition("d2", "us/order.asl.json", ORDER.replace("Stuck", "Lost"))
                .test("t", "d1", GOOD_DAY)
                .test("u", "d2", GOOD_DAY)
                .read());

    Baseline baseline = gate("states=100").today(coverage);

    assertThat(baseline.holes())
        .isEqualTo(
            Map.of(
                "order (src/main/resources/eu/order.asl.json)",
                Set.of("/States/Undo", "/States/Stuck"),
                "order (src/main/resources/us/order.asl.json)",
                Set.of("/States/Undo", "/States/Lost")));
    assertThat(
            new Gate(Thresholds.parse("states=100"), Map.of(), baseline).check(coverage).isPassed())
        .isTrue();
  }

  private Baseline read(String text) {
    try {
      return Baseline.read(Files.writeString(folder.resolve("baseline.json"), text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

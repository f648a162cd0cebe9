package io.stepunit.internal.report.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.internal.coverage.PointKind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionCoverageTest {
  private static final String ORDER =
      """
      {"StartAt": "Check", "TimeoutSeconds": 60, "States": {
        "Check": {"Type": "Choice", "Default": "Charge", "Choices": [
          {"And": [{"Variable": "$.a", "IsPresent": true}, {"Variable": "$.b", "IsPresent": true}],
           "Next": "Lines"},
          {"Or": [{"Variable": "$.c", "IsPresent": true}, {"Variable": "$.d", "IsPresent": true}],
           "Next": "Charge"}]},
        "Lines": {"Type": "Map", "Next": "Charge",
          "ItemProcessor": {"StartAt": "Line", "States": {"Line": {"Type": "Pass", "End": true}}}},
        "Charge": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
          "TimeoutSeconds": 10, "Next": "Done",
          "Retry": [{"ErrorEquals": ["Busy"]}, {"ErrorEquals": ["States.ALL"], "MaxAttempts": 2}],
          "Catch": [{"ErrorEquals": ["States.Runtime"], "Next": "Operator"},
                    {"ErrorEquals": ["Declined"], "Next": "Done"},
                    {"ErrorEquals": ["States.ALL"], "Next": "Undo"}]},
        "Undo": {"Type": "Pass", "Next": "Operator"},
        "Operator": {"Type": "Pass", "Next": "Stuck"},
        "Stuck": {"Type": "Fail", "Error": "Stuck"},
        "Done": {"Type": "Succeed"}}}
      """;

  @TempDir Path folder;

  private DefinitionCoverage covered(String asl, String... keys) {
    return DefinitionCoverage.of(
            SampleRecords.of(folder, "orders", "1")
                .definition("d1", "order.asl.json", asl)
                .test("t", "d1", keys)
                .read())
        .get(0);
  }

  private static List<String> titles(DefinitionCoverage coverage) {
    return coverage.holes().stream().map(Hole::title).toList();
  }

  @Test
  void totals_tell_how_many_of_each_kind_were_reached() {
    DefinitionCoverage coverage =
        covered(
            ORDER,
            "/States/Check",
            "/States/Check/Choices/0#false",
            "/States/Check/Choices/0/And/0#false",
            "/States/Check/Choices/1#false",
            "/States/Check/Choices/1#true",
            "/States/Check/Choices/1/Next",
            "/States/Charge",
            "/States/Charge/Retry/0#used",
            "/States/Charge/Next",
            "/States/Done");

    assertThat(coverage.totals().toString())
        .isEqualTo(
            "{STATE=3/8, TRANSITION=2/9, CHOICE_RULE=1/2, OPERAND=0/4, RETRIER=1/2,"
                + " EXHAUSTED_RETRIER=0/2, CATCHER=0/2, MAP_ITEMS=0/3, TIMEOUT=0/2}");
    assertThat(coverage.executions()).isEqualTo(1);
  }

  @Test
  void what_can_never_be_reached_is_no_hole_and_counts_in_no_total() {
    DefinitionCoverage coverage = covered(ORDER);

    assertThat(coverage.points())
        .filteredOn(point -> !point.point().isReachable())
        .extracting(point -> point.point().key())
        .containsExactly("/States/Charge/Catch/0");
    assertThat(coverage.total(PointKind.CATCHER)).isEqualTo(new Total(0, 2));
    assertThat(coverage.holes()).noneMatch(hole -> hole.keys().contains("/States/Charge/Catch/0"));
  }

  @Test
  void what_was_reached_against_all_reckoning_counts() {
    assertThat(covered(ORDER, "/States/Charge/Catch/0").total(PointKind.CATCHER))
        .isEqualTo(new Total(1, 3));
  }

  @Test
  void unreached_states_that_lead_to_each_other_are_one_hole_with_all_that_belongs_to_them() {
    DefinitionCoverage coverage =
        covered(
            ORDER,
            "/States/Check",
            "/States/Check/Default",
            "/States/Charge",
            "/States/Charge/Next",
            "/States/Done");

    List<Hole> holes = coverage.holes();
    assertThat(titles(coverage))
        .containsExactly(
            "Lines is never reached",
            "Undo, Operator and Stuck are never reached",
            "Charge: Catch[1] is never used",
            "Charge: Retry[0] is never used",
            "Charge: Retry[1] is never used",
            "Check: Choices[0] is never false",
            "Check: Choices[1] is never tested",
            "The execution never times out",
            "Charge never times out");
    assertThat(holes.get(0).keys())
        .containsExactlyInAnyOrder(
            "/States/Lines",
            "/States/Lines#none",
            "/States/Lines#one",
            "/States/Lines#many",
            "/States/Lines/Next",
            "/States/Lines/ItemProcessor/States/Line",
            "/States/Check/Choices/0#true",
            "/States/Check/Choices/0/And/0#true",
            "/States/Check/Choices/0/And/1#true",
            "/States/Check/Choices/0/Next");
    assertThat(holes.get(1).keys())
        .startsWith("/States/Undo")
        .containsExactlyInAnyOrder(
            "/States/Undo",
            "/States/Undo/Next",
            "/States/Operator",
            "/States/Operator/Next",
            "/States/Stuck",
            "/States/Charge/Catch/2");
    assertThat(holes.get(1).lines().orElseThrow().first()).isEqualTo(9);
  }

  @Test
  void each_missed_point_is_in_exactly_one_hole() {
    for (DefinitionCoverage coverage :
        List.of(
            covered(ORDER), covered(ORDER, "/States/Check", "/States/Lines", "/States/Stuck"))) {
      assertThat(coverage.holes().stream().flatMap(hole -> hole.keys().stream()))
          .containsExactlyInAnyOrderElementsOf(
              coverage.points().stream()
                  .filter(CoveredPoint::isMissing)
                  .map(point -> point.point().key())
                  .toList());
    }
  }

  @Test
  void a_definition_that_no_test_ran_has_one_hole_for_its_states() {
    assertThat(titles(covered(ORDER)))
        .containsExactly(
            "Check, Lines and 5 more are never reached", "The execution never times out");
  }

  @Test
  void definitions_of_one_name_are_told_apart_by_file_or_id() {
    String one = "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}";
    SampleRecords records =
        SampleRecords.of(folder, "orders", "1")
            .definition("aaaaaaaa01", "a/order.asl.json", one)
            .definition("bbbbbbbb02", "b/order.asl.json", one)
            .definition("cccccccc03", "refund.asl.json", one)
            .definition("dddddddd04", "refund.asl.json", one.replace("A", "B"));

    assertThat(DefinitionCoverage.of(records.read()))
        .extracting(DefinitionCoverage::title)
        .containsExactly(
            "order (src/main/resources/a/order.asl.json)",
            "order (src/main/resources/b/order.asl.json)",
            "refund cccccccc",
            "refund dddddddd");
  }

  @Test
  void outcomes_of_one_rule_are_one_hole() {
    String all = "/States/Check/Choices/0";

    assertThat(
            titles(
                covered(
                    ORDER,
                    "/States/Check",
                    all + "#true",
                    all + "#false",
                    all + "/Next",
                    all + "/And/0#true",
                    all + "/And/0#false",
                    all + "/And/1#true",
                    "/States/Lines",
                    "/States/Lines#one",
                    "/States/Charge")))
        .contains(
            "Check: And[1] in Choices[0] is never false",
            "Lines never runs with no items or several items",
            "Check: Default to Charge is never taken",
            "Lines: Next to Charge is never taken",
            "Line is never reached");
  }
}

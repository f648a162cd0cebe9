package io.stepunit.internal.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.stepunit.internal.graph.MachineGraph.EdgeKind;
import io.stepunit.internal.graph.MachineGraph.NodeKind;
import io.stepunit.internal.json.Json;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineGraphTest {
  private static final String ORDER =
      """
      {"StartAt": "Big?", "States": {
        "Big?": {"Type": "Choice", "Default": "Ship/Send",
          "Choices": [{"Variable": "$.total", "NumericGreaterThan": 100, "Next": "Both"}]},
        "Both": {"Type": "Parallel", "Next": "Ship/Send",
          "Branches": [
            {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}},
            {"StartAt": "B", "States": {"B": {"Type": "Fail"}}}],
          "Catch": [{"ErrorEquals": ["Out", "Of"], "Next": "Ship/Send"}]},
        "Ship/Send": {"Type": "Map", "End": true,
          "Iterator": {"StartAt": "One", "States": {"One": {"Type": "Succeed"}}}}}}
      """;

  private final MachineGraph graph = MachineGraph.of(Json.parse(ORDER));

  @Test
  void nodes_are_named_by_their_pointers_and_come_in_the_order_of_the_definition() {
    assertThat(graph.nodes())
        .extracting(MachineGraph.Node::id, MachineGraph.Node::kind, MachineGraph.Node::frame)
        .contains(
            tuple("/StartAt", NodeKind.START, Optional.empty()),
            tuple("/States/Big?", NodeKind.STATE, Optional.empty()),
            tuple("/States/Both", NodeKind.STATE, Optional.empty()),
            tuple("/States/Both/Branches/1/States/B", NodeKind.STATE, Optional.of("/States/Both")),
            tuple(
                "/States/Ship~1Send/Iterator/States/One",
                NodeKind.STATE,
                Optional.of("/States/Ship~1Send")),
            tuple("/End", NodeKind.END, Optional.empty()));
    assertThat(graph.withoutInnerDots().nodes())
        .extracting(MachineGraph.Node::name)
        .containsExactly("", "Big?", "Both", "A", "B", "Ship/Send", "One", "");
  }

  @Test
  void edges_are_named_by_what_coverage_counts() {
    assertThat(graph.withoutInnerDots().edges())
        .extracting(MachineGraph.Edge::id, MachineGraph.Edge::kind, MachineGraph.Edge::label)
        .containsExactly(
            tuple("/StartAt", EdgeKind.START, ""),
            tuple("/States/Big?/Choices/0/Next", EdgeKind.CHOICE, "$.total > 100"),
            tuple("/States/Big?/Default", EdgeKind.DEFAULT, "otherwise"),
            tuple("/States/Both/Next", EdgeKind.NEXT, ""),
            tuple("/States/Both/Catch/0", EdgeKind.CATCH, "Out, Of"),
            tuple("/States/Ship~1Send/End", EdgeKind.END, ""));
  }

  @Test
  void scopes_inside_of_states_have_starts_and_ends_of_their_own() {
    assertThat(graph.edges())
        .filteredOn(MachineGraph.Edge::isInner)
        .extracting(MachineGraph.Edge::from, MachineGraph.Edge::to)
        .contains(
            tuple("/States/Both/Branches/0/StartAt", "/States/Both/Branches/0/States/A"),
            tuple("/States/Both/Branches/0/States/A", "/States/Both/Branches/0/End"));
  }

  @Test
  void a_machine_that_never_ends_has_no_end() {
    MachineGraph loop =
        MachineGraph.of(
            Json.parse(
                "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\", \"Next\": \"A\"}}}"));

    assertThat(loop.nodes())
        .extracting(MachineGraph.Node::kind)
        .containsExactly(NodeKind.START, NodeKind.STATE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'Variable': '$.a', 'StringEquals': 'x'} | $.a = \"x\"",
        "{'Variable': '$.a', 'StringEqualsPath': '$.b'} | $.a = $.b",
        "{'Variable': '$.a', 'NumericLessThanEquals': 3.5} | $.a ≤ 3.5",
        "{'Variable': '$.a', 'BooleanEquals': true} | $.a = true",
        "{'Variable': '$.a', 'StringMatches': 'x*'} | $.a matches \"x*\"",
        "{'Variable': '$.a', 'IsPresent': false} | $.a is not present",
        "{'Variable': '$.a', 'IsNull': true} | $.a is null",
        "{'Not': {'Variable': '$.a', 'IsNull': true}} | not $.a is null",
        "{'And': [{'Variable': '$.a', 'IsNull': true}, {'Or': [{'Variable': '$.b', 'IsNull': true},"
            + " {'Variable': '$.c', 'NumericEquals': 1}]}]} | $.a is null and ($.b is null or $.c = 1)",
        "{'Condition': '{% $states.input.total > 100 %}'} | $states.input.total > 100",
        "{'Condition': true} | true",
      })
  void rules_are_told_in_a_line(String rule, String text) {
    assertThat(RuleText.of(Json.parse(rule.replace('\'', '"')))).isEqualTo(text);
  }

  @Test
  void a_picture_of_an_execution_tells_states_by_their_outcome_and_its_way_in_bold() {
    GraphMarks.Course course =
        new GraphMarks.Course(
            Map.of(
                "/States/Big?", new GraphMarks.StateMark(GraphMarks.Status.SUCCEEDED, 0, 0, 0),
                "/States/Ship~1Send", new GraphMarks.StateMark(GraphMarks.Status.FAILED, 4, 0, 0)),
            Map.of("/StartAt", 1L, "/States/Big?/Default", 1L));

    assertThat(Mermaid.of(graph, course))
        .contains(
            "subgraph s4[\"Ship/Send ×4\"]",
            "  class s4 failed\n  class s0 succeeded\n  class s1,s2,s3,s5 unreached\n",
            "  linkStyle 0,");
  }
}

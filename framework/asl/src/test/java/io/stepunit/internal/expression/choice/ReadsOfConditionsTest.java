package io.stepunit.internal.expression.choice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.ReadPaths;
import io.stepunit.internal.expression.TestScope;
import io.stepunit.internal.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadsOfConditionsTest {
  static Set<String> operators() {
    return Conditions.operators();
  }

  /** Who writes a new operator has to say values for which it holds, and does not. */
  @ParameterizedTest
  @MethodSource("operators")
  void reads_of_conditions_have_values_for_both_outcomes_of_every_operator(String operator) {
    ObjectNode rule = Json.NODES.objectNode().put("Variable", "$.a");
    rule.set(operator, operand(operator));
    Condition condition = Conditions.compile(rule);

    List<Read> reads = condition.reads().toList();

    assertThat(reads.get(0)).extracting(ReadPaths::text).isEqualTo("INPUT.a");
    assertThat(outcomes(condition, reads)).contains(true, false);
  }

  private static JsonNode operand(String operator) {
    if (operator.endsWith("Path")) {
      return Json.NODES.textNode("$.b");
    }
    if (operator.startsWith("Numeric")) {
      return Json.NODES.numberNode(100);
    }
    if (operator.startsWith("Boolean") || operator.startsWith("Is")) {
      return Json.NODES.booleanNode(true);
    }
    return Json.NODES.textNode(operator.startsWith("Time") ? "2026-03-01T00:00:00Z" : "a*c");
  }

  private static List<Boolean> outcomes(Condition condition, List<Read> reads) {
    List<ObjectNode> inputs = new ArrayList<>();
    if (reads.get(0).optional()) {
      inputs.add(Json.NODES.objectNode());
      inputs.add(Json.NODES.objectNode().put("a", 1));
    }
    for (JsonNode value : reads.get(0).deciding()) {
      ObjectNode input = Json.NODES.objectNode();
      input.set("a", value);
      reads.stream().skip(1).forEach(other -> input.set("b", other.deciding().get(0)));
      inputs.add(input);
    }
    return inputs.stream().map(input -> condition.test(TestScope.of(Json.text(input)))).toList();
  }

  @Test
  void reads_of_conditions_of_combined_rules_are_those_of_all_their_parts() {
    Condition condition =
        Conditions.compile(
            Json.parse(
                """
                {"Or": [
                  {"Variable": "$.a", "IsPresent": true},
                  {"Not": {"And": [
                    {"Variable": "$b.c", "StringEqualsPath": "$$.Execution.Name"},
                    {"Variable": "$.d[0]", "BooleanEquals": true}
                  ]}}
                ]}
                """));

    assertThat(condition.reads())
        .extracting(ReadPaths::text)
        .containsExactly("INPUT.a", "VARIABLE.b.c", "CONTEXT.Execution.Name", "INPUT.d[]");
    assertThat(condition.variables()).containsExactly("b");
  }
}

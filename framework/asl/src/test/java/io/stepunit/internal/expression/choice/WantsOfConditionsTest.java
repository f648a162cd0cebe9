package io.stepunit.internal.expression.choice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.expression.Granted;
import io.stepunit.internal.expression.TestScope;
import io.stepunit.internal.expression.Wants;
import io.stepunit.internal.json.Json;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WantsOfConditionsTest {
  static Set<String> operators() {
    return Conditions.operators();
  }

  /** Who writes a new operator has to say values for which it holds, and does not. */
  @ParameterizedTest
  @MethodSource("operators")
  void every_operator_says_what_it_takes_to_hold_and_not_to_hold(String operator) {
    ObjectNode rule = Json.NODES.objectNode().put("Variable", "$.a.b");
    rule.set(operator, operand(operator));
    Condition condition = Conditions.compile(rule);

    assertThat(outcomes(condition, "{\"a\": {\"b\": []}}", true)).contains(true);
    assertThat(outcomes(condition, "{\"a\": {\"b\": []}}", false)).contains(false);
    assertThat(outcomes(condition, "{}", true)).contains(true);
  }

  private static JsonNode operand(String operator) {
    if (operator.endsWith("Path")) {
      return Json.NODES.textNode("$.other");
    }
    if (operator.startsWith("Numeric")) {
      return Json.NODES.numberNode(100);
    }
    if (operator.startsWith("Boolean") || operator.startsWith("Is")) {
      return Json.NODES.booleanNode(true);
    }
    return Json.NODES.textNode(operator.startsWith("Time") ? "2026-03-01T00:00:00Z" : "a*c");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"And": [{"Variable": "$.a", "IsPresent": true}, {"Variable": "$.a", "StringEquals": "x"}]}
          {"And": [{"Variable": "$.a", "NumericGreaterThan": 5}, {"Variable": "$.b", "BooleanEquals": true}]}
          {"Or": [{"Variable": "$.a", "NumericGreaterThan": 5}, {"Variable": "$.b", "BooleanEquals": true}]}
          {"Not": {"Variable": "$.a", "StringEquals": "x"}}
          {"And": [{"Variable": "$.a", "NumericGreaterThan": 3.141}, {"Variable": "$.a", "NumericLessThan": 3.142}]}
          {"And": [{"Variable": "$.a", "TimestampGreaterThan": "2026-03-01T00:00:00Z"}, {"Variable": "$.a", "TimestampLessThan": "2026-03-01T00:01:00Z"}]}
          {"Or": [{"Variable": "$.a", "StringMatches": "*.txt"}, {"Variable": "$.a", "StringMatches": "*pdf"}]}
          {"Not": {"And": [{"Variable": "$.a", "IsNull": true}, {"Variable": "$.b", "IsNull": true}]}}
          """)
  void combined_rules_say_what_it_takes_to_hold_and_not_to_hold(String rule) {
    Condition condition = Conditions.compile(Json.parse(rule));

    assertThat(outcomes(condition, "{\"a\": \"x\", \"b\": null}", true)).contains(true);
    assertThat(outcomes(condition, "{\"a\": \"x\", \"b\": null}", false)).contains(false);
  }

  @Test
  void nothing_is_wanted_where_the_rule_is_settled() {
    Condition condition =
        Conditions.compile(Json.parse("{\"Variable\": \"$.a\", \"StringEquals\": \"x\"}"));

    assertThat(condition.wants(TestScope.of("{\"a\": \"x\"}"), true)).isEqualTo(Wants.FULFILLED);
    assertThat(condition.wants(TestScope.of("{\"a\": \"y\"}"), false)).isEqualTo(Wants.FULFILLED);
  }

  /** How the rule turns out where the input has what it wants, for each way. */
  private static List<Boolean> outcomes(Condition condition, String input, boolean holds) {
    JsonNode before = Json.parse(input);
    return condition.wants(TestScope.of(before), holds).ways().stream()
        .map(way -> outcome(condition, Granted.in(before, way), !holds))
        .toList();
  }

  private static boolean outcome(Condition condition, JsonNode input, boolean ofFailure) {
    try {
      return condition.test(TestScope.of(input));
    } catch (EvaluationException e) {
      return ofFailure;
    }
  }
}

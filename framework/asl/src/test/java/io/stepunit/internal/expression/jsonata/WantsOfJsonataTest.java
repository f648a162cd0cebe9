package io.stepunit.internal.expression.jsonata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.expression.Granted;
import io.stepunit.internal.expression.TestScope;
import io.stepunit.internal.expression.Want;
import io.stepunit.internal.expression.Wants;
import io.stepunit.internal.json.Json;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WantsOfJsonataTest {
  private static final String INPUT = "{\"n\": 1, \"name\": \"a\", \"on\": true, \"list\": [1]}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          $states.input.n > 5
          $states.input.n + 2 > 5 and $states.input.n * 2 < 12
          7 - $states.input.n = 3
          $states.input.name = 'ok' or $states.input.on = false
          $states.input.name in ['x', 'y']
          'x' in $states.input.list
          $not($states.input.on)
          $exists($states.input.missing)
          $count($states.input.list) > 2
          $count($states.input.missing) = 2
          $count($states.input.lines[paid = true]) > 0
          $states.input.lines[kind = 'big'][0].price > 10
          $length($states.input.name) = 4
          $contains($states.input.name, 'end')
          $contains($states.input.name, /^b.*d$/)
          $type($states.input.n) = 'string'
          $uppercase($states.input.name) = 'DONE'
          $lookup($states.input.map, 'k') = 3
          $parse($states.input.text).status = 'DONE'
          ($x := $states.input.n; $x > 3)
          ($c := $count($states.input.list); $c = 3)
          $states.input.on ? $states.input.n > 9 : $states.input.n > 7
          'job-' & $states.input.name = 'job-7'
          $states.input.status != 'OPEN'
          $states.input.a.b < $states.input.n
          $number($states.input.text) >= 10
          """)
  void conditions_say_what_it_takes_to_hold(String expression) {
    Expr condition = compile(expression);

    assertThat(values(condition, Json.NODES.booleanNode(true)))
        .contains(Json.NODES.booleanNode(true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          $states.input.n = 1
          $states.input.n >= 1 and $states.input.on
          $states.input.on or $states.input.name = 'a'
          $exists($states.input.name)
          $states.input.name in ['a', 'b']
          $count($states.input.list) > 0
          """)
  void conditions_say_what_it_takes_not_to_hold(String expression) {
    Expr condition = compile(expression);

    assertThat(values(condition, Json.NODES.booleanNode(false)))
        .contains(Json.NODES.booleanNode(false));
  }

  @Test
  void parts_of_computed_objects_say_what_it_takes() {
    Expr output = compile("{'count': $count($states.input.list), 'is': {'on': $states.input.on}}");
    Want.Value two = new Want.Value.Is(Json.NODES.numberNode(2));

    Wants wants =
        output.wants(
            TestScope.of(INPUT),
            List.of(new io.stepunit.internal.expression.DataPath.Step.Field("count")),
            two);

    assertThat(value(output, Granted.in(Json.parse(INPUT), wants.ways().get(0))))
        .map(value -> value.get("count"))
        .contains(Json.NODES.numberNode(2));
  }

  @Test
  void what_nothing_in_the_data_decides_is_impossible() {
    assertThat(values(compile("1 = 2"), Json.NODES.booleanNode(true))).isEmpty();
  }

  private static Expr compile(String expression) {
    return JsonataTemplate.compile(
        "Condition",
        Json.NODES.textNode("{% " + expression + " %}"),
        StatesVariables.INPUT_AND_CONTEXT);
  }

  private static List<JsonNode> values(Expr expr, JsonNode wanted) {
    JsonNode input = Json.parse(INPUT);
    return expr.wants(TestScope.of(input), List.of(), new Want.Value.Is(wanted)).ways().stream()
        .flatMap(way -> value(expr, Granted.in(input, way)).stream())
        .toList();
  }

  private static Optional<JsonNode> value(Expr expr, JsonNode input) {
    try {
      return Optional.of(expr.evaluate(TestScope.of(input)));
    } catch (EvaluationException e) {
      return Optional.empty();
    }
  }
}

package io.stepunit.internal.expression.jsonata;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.ReadPaths;
import io.stepunit.internal.expression.ValueKind;
import io.stepunit.internal.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadsOfJsonataTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          $states.input.order.id                                     | INPUT.order.id ANY
          $states.result.Payload."a b"                               | RESULT.Payload.a b ANY
          $states.context.Execution.Input.id                         | CONTEXT.Execution.Input.id ANY
          $total.amount                                              | VARIABLE.total.amount ANY
          $states.input.lines[0].price                               | INPUT.lines[].price ANY
          $states.input.lines[paid = true].id                        | INPUT.lines[].paid ANY, INPUT.lines[].id ANY
          $states.input.a + 1                                        | INPUT.a NUMBER
          $states.input.a & 'x'                                      | INPUT.a TEXT
          $states.input.*                                            | INPUT ANY
          {'k': $states.input.a, 'l': [$b]}                          | INPUT.a ANY, VARIABLE.b ANY
          $sum($states.input.prices)                                 | INPUT.prices ARRAY
          $uppercase($states.input.name)                             | INPUT.name TEXT
          $parse($states.input.text)                                 | INPUT.text JSON_TEXT
          $toMillis($states.input.due)                               | INPUT.due TIMESTAMP
          $toMillis($states.input.day, '[D].[M].[Y]')                | INPUT.day TEXT
          $map($states.input.lines, function($l) { $l.price * 2 })   | INPUT.lines ARRAY, INPUT.lines[].price NUMBER
          $filter($xs, function($x) { $x.on })[0].id                 | VARIABLE.xs ARRAY, VARIABLE.xs[].on ANY, VARIABLE.xs[].id ANY
          $reduce($xs, function($a, $x) { $a + $x.n })               | VARIABLE.xs ARRAY, VARIABLE.xs[].n NUMBER
          ($o := $states.input.order; $o.id & $o.name)               | INPUT.order.id TEXT, INPUT.order.name TEXT
          $states.input.lines.(price * count)                        | INPUT.lines.price NUMBER, INPUT.lines.count NUMBER
          $states.input.lines^(>price)                               | INPUT.lines[].price ANY, INPUT.lines ANY
          $states.input.lines{kind: $sum(price)}                     | INPUT.lines ANY, INPUT.lines[].kind ANY, INPUT.lines[].price ARRAY
          $states.input.a ? $states.input.b : $states.input.c        | INPUT.a ANY, INPUT.b ANY, INPUT.c ANY
          $now()                                                     | ``
          """)
  void reads_of_jsonata_are_the_paths_with_what_is_done_to_their_values(
      String expression, String expected) {
    assertThat(reads(expression))
        .extracting(read -> ReadPaths.text(read) + " " + read.kind())
        .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split(", ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          $states.input.state = 'DONE'          | ["DONE","not DONE"]
          $contains($states.input.a, /^A-\\d$/i) | ["A-0",""]
          $contains($states.input.a, 'x')       | ["x",""]
          3 < $states.input.count               | [3,4,2]
          $states.input.state in ['a', 'b']     | ["a","not a","b","not b"]
          $states.input.paid = false            | [false,true]
          $states.input.paid and true           | [true,false]
          $not($states.input.paid)              | [true,false]
          $states.input.paid ? 1 : 2            | [true,false]
          $states.input.lines[kind = 'x']       | ["x","not x"]
          """)
  void reads_of_jsonata_of_comparisons_have_values_on_both_sides(
      String expression, String expected) {
    assertThat(Json.text(Json.NODES.arrayNode().addAll(reads(expression).get(0).deciding())))
        .isEqualTo(expected);
  }

  @Test
  void reads_of_jsonata_of_what_is_asked_for_may_be_missing() {
    assertThat(reads("$exists($states.input.a)")).singleElement().matches(Read::optional);
  }

  @Test
  void go_on_under_the_name_of_a_field_that_copies_them() {
    Expr field =
        JsonataTemplate.compile(
            "Output",
            Json.parse(
                "{\"id\": \"{% $states.result.Id %}\", \"n\": \"{% $count($states.result.l) %}\"}"),
            StatesVariables.WITH_RESULT);

    assertThat(field.reads(ValueKind.ANY))
        .extracting(read -> read.handedOnAs().orElse("-"))
        .containsExactly("id", "-");
  }

  @Test
  void reads_of_jsonata_of_a_condition_are_true_and_false() {
    Expr condition =
        JsonataTemplate.compile(
            "Condition",
            Json.NODES.textNode("{% $states.input.paid %}"),
            StatesVariables.INPUT_AND_CONTEXT,
            ResultType.BOOLEAN);

    assertThat(condition.reads(ValueKind.ANY).toList().get(0).deciding()).hasSize(2);
  }

  private static List<Read> reads(String expression) {
    return JsonataTemplate.compile(
            "Output", Json.NODES.textNode("{% " + expression + " %}"), StatesVariables.WITH_RESULT)
        .reads(ValueKind.ANY)
        .toList();
  }
}

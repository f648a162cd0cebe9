package io.stepunit.internal.expression.jsonata;

import static io.stepunit.internal.expression.jsonata.Evaluations.expression;
import static io.stepunit.internal.expression.jsonata.Evaluations.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.internal.expression.ExpressionSyntaxException;
import io.stepunit.internal.expression.ExpressionSyntaxException.Kind;
import io.stepunit.internal.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What AWS refuses when a definition is created. */
class RefusalsTest {
  private static ExpressionSyntaxException refused(String text) {
    return refusal(Json.NODES.textNode("{% " + text + " %}").toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "phone                            | Reference to 'phone' at the top level is not supported.",
        "phone.number                     | Reference to 'phone' at the top level is not supported.",
        "$sum(prices)                     | Reference to 'prices' at the top level is not supported.",
        "{'a': phone}                     | Reference to 'phone' at the top level is not supported.",
        "$map([1], function($x) { b })    | Reference to 'b' at the top level is not supported.",
        "phone[0]                         | Reference to 'phone' at the top level is not supported.",
        "$                                | Reference to '$' at the top level is not supported.",
        "$.a                              | Reference to '$' at the top level is not supported.",
        "$$                               | Reference to '$$' is not supported.",
        "$states.input.items[$$.a]        | Reference to '$$' is not supported.",
        "$states.errorOutput              | Field '$states.errorOutput' does not exist.",
        "$states.result.a                 | Field '$states.result' does not exist.",
        "$map([1], function($x) { $states.foo }) | Field '$states.foo' does not exist."
      })
  void names_that_lead_nowhere(String text, String problem) {
    assertThat(refused(text))
        .satisfies(
            e -> {
              assertThat(e.kind()).isEqualTo(Kind.UNSUPPORTED_JSONATA_EXPRESSION);
              assertThat(e.problem()).isEqualTo(problem);
              assertThat(e.detail()).isNotEmpty();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$states.input.items.price",
        "$states.input.items[price > 1 and $.qty < 3]",
        "$states.input.items^(price, >name)",
        "$states.input.items{kind: $sum(price)}",
        "$states.input.items.{'n': name}",
        "$states.input.items.(price * qty)",
        "$states.input.items.$map([1], function($x) { price })",
        "$states.input ~> |items|{'price': price * 2}|",
        "$states.input.items#$i[$i < 2].name",
        "$states.input.items@$x.{'a': $x.name}",
        "$x.and.or.in"
      })
  void names_inside_a_path_mean_its_context(String text) {
    assertThat(expression(text)).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[1, 2           | Expected \"]\" before end of expression",
        "[1 2]           | Expected \"]\", got 2",
        "(1, 2]          | Expected \")\", got \",\"",
        "{'a' 1}         | Expected \":\", got 1",
        "1 +             | Unexpected end of expression",
        "'abc            | String literal must be terminated by a matching quote",
        "1 2             | Syntax error: 2",
        "* 2             | Syntax error: 2",
        "1 ?: 2          | The symbol \":\" cannot be used as a unary operator",
        "1 ?? 2          | The symbol \"?\" cannot be used as a unary operator",
        "1 := 2          | The left side of := must be a variable name (start with $)",
        "function(a) {1} | Parameter 1 of function definition must be a variable name (start with $)",
        "$x@1            | The right side of \"@\" must be a variable name (start with $)",
        "'\\q'           | Unsupported escape sequence: \\\"q\"",
        "'\\u12'         | The escape sequence \\u must be followed by 4 hex digits",
        "1e400           | Number out of range: \"1e400\"",
        "/* c            | Comment has no closing tag",
        "$x.`a           | Quoted property name must be terminated with a backquote (`)",
        "/abc            | No terminating / in regular expression",
        "$x.1.5.y        | The literal value 1.5 cannot be used as a step within a path expression",
        "%               | The object representing the 'parent' cannot be derived from this expression"
      })
  void texts_that_do_not_parse(String text, String problem) {
    assertThat(refused(text))
        .satisfies(
            e -> {
              assertThat(e.kind()).isEqualTo(Kind.INVALID_JSONATA_EXPRESSION);
              assertThat(e.problem()).isEqualTo(problem);
            });
  }

  @Test
  void an_empty_expression() {
    assertThat(refusal("\"{%%}\"").problem()).isEqualTo("Unexpected end of expression");
  }

  @Test
  void brackets_without_end_are_refused_and_do_not_end_the_jvm() {
    assertThat(refused("(".repeat(100_000) + "1" + ")".repeat(100_000)).kind())
        .isEqualTo(Kind.INVALID_JSONATA_EXPRESSION);
  }
}

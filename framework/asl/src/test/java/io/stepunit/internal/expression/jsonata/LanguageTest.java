package io.stepunit.internal.expression.jsonata;

import static io.stepunit.internal.expression.jsonata.Evaluations.assertValue;
import static io.stepunit.internal.expression.jsonata.Evaluations.expression;
import static io.stepunit.internal.expression.jsonata.Evaluations.failure;
import static io.stepunit.internal.expression.jsonata.Evaluations.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.stepunit.internal.expression.TestScope;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.jsonata.Sequence;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The language and its functions. */
class LanguageTest {
  private static final String ARROW = " ==> ";
  private static final String ERROR = "error ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'x': $states.input.str[]}       | {'y': $states.input.x} | {\"y\": [\"s\"]}",
        "{'x': [$states.input.str[]]}     | $states.input.x.$      | \"s\"",
        "{'x': [1..2].[$]}                | $states.input.x.$      | [1, 2]",
        "{'x': $states.input.items.[qty]} | $states.input.(x.$)    | [2, 9, 1]",
        "{'x': $states.input.items.name}  | $states.input.x[]      | [\"a\", \"b\", \"c\"]"
      })
  void what_an_expression_returns_is_plain_to_the_next_one(
      String first, String second, String json) {
    JsonNode between = value(first);

    JsonNode result = expression(second).evaluate(TestScope.of(between));

    assertThat(Json.sameValue(result, Json.parse(json))).as("%s from %s", result, between).isTrue();
    assertThat(between.get("x")).isInstanceOf(ArrayNode.class).isNotInstanceOf(Sequence.class);
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void evaluates_as_the_reference_implementation_does(String text, String expected) {
    if (expected.equals("undefined")) {
      assertThat(failure(text)).isEqualTo("returned nothing (undefined).");
    } else if (expected.startsWith(ERROR)) {
      assertThat(failure(text))
          .isEqualTo("threw an error during evaluation. " + expected.substring(ERROR.length()));
    } else {
      assertValue(text, expected);
    }
  }

  static Stream<Arguments> expressions() {
    try (InputStream file = LanguageTest.class.getResourceAsStream("expressions.txt")) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.startsWith("#"))
          .map(
              line -> {
                int arrow = line.lastIndexOf(ARROW);
                return Arguments.of(
                    line.substring(0, arrow).strip(), line.substring(arrow + ARROW.length()));
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "1/0                                | \"Infinity\"",
        "-1/0                               | \"-Infinity\"",
        "0/0                                | \"NaN\"",
        "5 % 0                              | \"NaN\"",
        "1e308*10                           | \"Infinity\"",
        "{'a': [1/0, 1]}                    | {\"a\": [\"Infinity\", 1]}",
        "$states.input.items.(price / 0)    | [\"Infinity\", \"Infinity\", \"Infinity\"]",
        "$parseInteger('abc', '0')          | \"NaN\"",
        "8 / 2 / 2 % 3                      | 2",
        "(1 + 2) / (4 - 1)                  | 1",
        "$map([4, 9], function($x) { $x / 2 })       | [2, 4.5]",
        "$reduce([64, 4, 2], function($a, $b) { $a / $b }) | 8"
      })
  void numbers_beyond_all_numbers_are_texts(String text, String json) {
    assertValue(text, json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "(1/0) + 1          | D1001: Number out of range: null",
        "$string(1/0)       | D3001: Attempting to invoke string function on Infinity or NaN",
        "'a' / 2            | T2001: The left side of the \"/\" operator must evaluate to a number",
        "2 / 'a'            | T2002: The right side of the \"/\" operator must evaluate to a number",
        "1 ~> 4 / 2         | T2006: The right side of the function application operator ~> must be a function",
        "$count([1..1000000000]) | D2014: The size of the sequence allocated by the range operator (..) must not exceed 1e6.  Attempted to allocate 1000000000.",
        "$eval('1+1')       | T1006: Attempted to invoke a non-function",
        "$randomSeeded(1)   | T1006: Attempted to invoke a non-function",
        "$formatNumber(1, 'x') | D3086: The sub-picture must not contain a passive character that is preceded by an active character and that is followed by another active character",
        "$formatNumber(1, '0,.0') | D3087: The sub-picture must not contain a 'grouping-separator' character that appears adjacent to a 'decimal-separator' character",
        "$formatNumber(1, '0#') | D3090: The integer part of the sub-picture must not contain a member of the 'decimal digit family' that is followed by an instance of the 'optional digit character'",
        "$contains('a', function($s) {true}) | T1010: The matcher function argument passed to function \"contains\" does not return the correct object structure"
      })
  void errors_that_are_aws_s_own(String text, String error) {
    assertThat(failure(text)).isEqualTo("threw an error during evaluation. " + error);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "$keys({'a': 1})                           | \"a\"",
        "$map([7], function($v) { $v })            | 7",
        "$filter([7, 8], function($v) { $v = 7 })  | 7",
        "$each({'a': 1}, function($v) { $v })      | 1",
        "$spread({'a': 1})                         | {\"a\": 1}",
        "$append([], [7])                          | [7]",
        "$reverse([7])                             | [7]",
        "$sort([7])                                | [7]",
        "$distinct([7])                            | [7]",
        "$distinct([7, 7])                         | [7]",
        "$zip([7])                                 | [[7]]",
        "$split('a', ',')                          | [\"a\"]",
        "$shuffle([7])                             | [7]"
      })
  void of_one_item_some_functions_make_that_item_and_others_an_array(String text, String json) {
    assertValue(text, json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 /* c */",
        "/* a */ 1 /* b */ /* c */",
        "1 /* over\n several\n lines */\n",
        "$sum([1]) /* after a call */",
        "/* * / ** */ 1/**/"
      })
  void a_comment_may_end_the_text(String text) {
    assertValue(text, "1");
  }

  @Test
  void whole_numbers_are_exact_within_64_bits_and_have_no_fraction() {
    assertValue("$states.input.big", "9223372036854775807");
    assertValue("[$states.input.big]", "[9223372036854775807]");
    assertThat(value("$states.input.whole").toString()).isEqualTo("1");
    assertThat(value("$states.input.items[2].price * 2").toString()).isEqualTo("5");
    assertThat(value("$states.input").get("whole").toString()).isEqualTo("1");
    assertThat(value("$states.input.huge").decimalValue())
        .isEqualByComparingTo("1.2345678901234568E+29");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1e20 | 100000000000000000000",
        "1e21 | 1e+21",
        "0.1 + 0.2 | 0.3",
        "1e-7 | 1e-7",
        "-1.5e-9 | -1.5e-9",
        "1/3 | 0.333333333333333"
      })
  void numbers_become_texts_as_in_javascript(String number, String text) {
    assertThat(value("$string(" + number + ")").textValue()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"$sum", "function($x) { $x }", "[$sum]", "{'f': function() { 1 }}", "/a/"})
  void a_function_is_no_result(String text) {
    assertThat(failure(text)).isEqualTo("returned an unsupported result type.");
  }

  @Test
  void an_internal_failure_has_an_id_and_nothing_else() {
    assertThat(failure("$base64decode('!!!')"))
        .matches(
            "threw an internal error during evaluation\\. [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  }
}

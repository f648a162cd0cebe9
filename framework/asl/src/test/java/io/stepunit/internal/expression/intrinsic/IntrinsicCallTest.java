package io.stepunit.internal.expression.intrinsic;

import static io.stepunit.internal.expression.intrinsic.IntrinsicAssertions.assertCall;
import static io.stepunit.internal.expression.intrinsic.IntrinsicAssertions.assertFails;
import static io.stepunit.internal.expression.intrinsic.IntrinsicAssertions.invalid;
import static io.stepunit.internal.expression.intrinsic.IntrinsicAssertions.missing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.internal.expression.ExpressionSyntaxException;
import io.stepunit.internal.expression.TestScope;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntrinsicCallTest {
  @Nested
  class Grammar {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '"',
        value = {
          "States.Array( $.a , 'x' )                       | [1,\\\"x\\\"]",
          "States.Array($['b c'][0],$.list[?(@.k == 'a,)')].v) | [5,[2]]",
          "States.Array($.list.length())                   | [2]",
          "States.Array(States.Array(1), States.Array())   | [[1],[]]",
          "States.Array('it\\'s', 'a,b', ')')              | [\\\"it's\\\",\\\"a,b\\\",\\\")\\\"]",
          "States.Array(-1, 1.5, 1e2, true, null)          | [-1,1.5,1E+2,true,null]",
          "States.Array('true', '')                        | [\\\"true\\\",\\\"\\\"]",
          "States.Array($$.State.Name, $var.x)             | [\\\"S\\\",3]"
        })
    void reads_all_kinds_of_arguments(String call, String expected) {
      TestScope scope =
          TestScope.of(
                  """
                  {"a": 1, "b c": [5], "list": [{"k": "a,)", "v": 2}, {"k": "b", "v": 3}]}\
                  """)
              .withContext("{\"State\": {\"Name\": \"S\"}}")
              .withVariable("var", "{\"x\": 3}");

      assertThat(IntrinsicCall.compile(call).evaluate(scope))
          .hasToString(expected.replace("\\\"", "\""));
    }

    @Test
    void line_breaks_may_stand_between_arguments_and_inside_texts() {
      assertCall("States.Format('a\n{}',\n  1\n)", "{}", "\"a\\n1\"");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '"',
        value = {
          "States.Fromat('{}')         | did you mean States.Format?",
          "states.format('{}')         | did you mean States.Format?",
          "Sum($.a)                    | known are States.Format, States.StringSplit",
          "States.ArrayLength()        | States.ArrayLength takes 1 argument, not 0",
          "States.ArrayLength($, $)    | States.ArrayLength takes 1 argument, not 2",
          "States.MathRandom(1)        | States.MathRandom takes 2 to 3 arguments, not 1",
          "States.Format()             | States.Format takes 1 or more arguments, not 0",
          "States.UUID(1, 2)           | States.UUID takes 0 to 1 argument, not 2",
          "States.Array(1              | expected , or ) after an argument",
          "States.Array(1 2)           | expected , or ) after an argument",
          "States.Array(1,)            | an argument is missing",
          "States.Array(,1)            | an argument is missing",
          "States.Array('a             | the closing quote of a string is missing",
          "States.Array('a\\n')        | a backslash must be followed by ', {, } or \\",
          "States.Array('a\\           | a backslash must be followed by ', {, } or \\",
          "States.Array(\"\"a\"\")     | an argument must be a 'string', a number",
          "States.Array(01)            | an argument must be a 'string', a number",
          "States.Array(undefined)     | or a call such as",
          "States.Array($.a..)         | found '$.a..'",
          "States.Array(1) x           | nothing may follow the closing bracket",
          "States.Array                | or a call such as",
          "                            | or a call such as"
        })
    void says_what_is_wrong_with_a_text(String text, String detail) {
      assertThatThrownBy(() -> IntrinsicCall.compile(text == null ? "" : text))
          .isInstanceOfSatisfying(
              ExpressionSyntaxException.class, e -> assertThat(e.detail()).contains(detail));
    }

    @Test
    void nests_10_deep_and_no_more() {
      assertThatCode(() -> IntrinsicCall.compile(nested(10))).doesNotThrowAnyException();
      assertThatThrownBy(() -> IntrinsicCall.compile(nested(11)))
          .isInstanceOf(ExpressionSyntaxException.class)
          .hasMessageContaining("calls may be nested at most 10 deep");
      assertThatThrownBy(() -> IntrinsicCall.compile(nested(100_000)))
          .isInstanceOf(ExpressionSyntaxException.class);
    }

    private String nested(int depth) {
      return "States.Array(".repeat(depth) + ")".repeat(depth);
    }
  }

  @Nested
  class Failures {
    @ParameterizedTest
    @ValueSource(
        strings = {"$.nope", "$.items[5]", "$.items[5].x", "$.a.b", "$$.Nope.Deep", "$nope"})
    void a_missing_argument_names_the_whole_expression_and_the_state_s_input(String path) {
      String call = "States.Format('{}', States.Format('{}', " + path + "))";

      assertFails(
          call,
          "{\"items\":[1],\"a\":1}",
          missing(
              call,
              "The JsonPath argument for the field '"
                  + path
                  + "' could not be found in the input '{\"items\":[1],\"a\":1}'"));
    }

    @Test
    void an_index_into_what_is_no_array_hands_the_library_s_text_on() {
      assertFails(
          "States.Array($.a[0])",
          "{\"a\":1}",
          missing(
              "States.Array($.a[0])",
              "Filter: [0] can only be applied to arrays. Current context is: 1"));
    }

    @Test
    void null_and_an_indefinite_path_without_hit_are_values() {
      assertCall("States.Array($.n, $.items[*].nope)", "{\"n\":null,\"items\":[1]}", "[null,[]]");
    }

    @Test
    void an_inner_function_is_named_inside_the_outer_expression() {
      String call = "States.Array(States.MathAdd('1', 2))";

      assertFails(call, "{}", invalid(call, "States.MathAdd"));
    }
  }

  @Test
  void the_catalogue_has_the_18_functions_of_the_guide() {
    assertThat(Catalogue.names())
        .containsExactlyInAnyOrder(
            "States.Array",
            "States.ArrayPartition",
            "States.ArrayContains",
            "States.ArrayRange",
            "States.ArrayGetItem",
            "States.ArrayLength",
            "States.ArrayUnique",
            "States.Base64Encode",
            "States.Base64Decode",
            "States.Hash",
            "States.JsonMerge",
            "States.StringToJson",
            "States.JsonToString",
            "States.MathRandom",
            "States.MathAdd",
            "States.StringSplit",
            "States.UUID",
            "States.Format");
  }
}

package io.stepunit.internal.expression.intrinsic;

import static io.stepunit.internal.expression.intrinsic.IntrinsicAssertions.assertCall;
import static io.stepunit.internal.expression.intrinsic.IntrinsicAssertions.assertInvalid;

import com.fasterxml.jackson.databind.node.TextNode;
import io.stepunit.internal.json.Json;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFunctionsTest {
  @Nested
  class StringToJson {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        ignoreLeadingAndTrailingWhitespace = false,
        value = {
          "{\"a\": [1, null]}|{\"a\":[1,null]}",
          " 1.5 |1.5",
          "-0|0",
          "\"x\"|\"x\"",
          "null|null",
          "''|null",
          "' '|null",
          "{\"a\":1,\"a\":2}|{\"a\":2}"
        },
        quoteCharacter = '\'')
    void parses_a_text(String text, String expected) {
      assertCall("States.StringToJson($)", Json.text(TextNode.valueOf(text)), expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{bad json}", "{\"a\":1", "undefined", "1 2", "'a'"})
    void fails_on_a_text_that_is_no_json(String text) {
      assertInvalid("States.StringToJson($)", Json.text(TextNode.valueOf(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "{}", "[]", "null", "true"})
    void fails_on_what_is_no_text(String value) {
      assertInvalid("States.StringToJson($.v)", "{\"v\":" + value + "}");
    }

    @Test
    void a_literal_may_hold_braces_and_double_quotes() {
      assertCall("States.StringToJson('{\"a\": \"{}\"}')", "{}", "{\"a\":\"{}\"}");
    }
  }

  @Nested
  class JsonToString {
    @ParameterizedTest
    @ValueSource(strings = {"\"Hi\"", "null", "1.5", "{\"b\":1,\"a\":[true,\"x\"]}", "[]"})
    void gives_compact_text_in_the_order_of_the_keys(String json) {
      assertCall(
          "States.JsonToString($.v)", "{\"v\":" + json + "}", Json.text(TextNode.valueOf(json)));
    }
  }

  @Nested
  class JsonMerge {
    @Test
    void json_merge_is_shallow_and_the_second_wins() {
      assertCall(
          "States.JsonMerge($.a, $.b, false)",
          "{\"a\":{\"x\":1,\"y\":{\"k\":1},\"z\":[1,2]},\"b\":{\"y\":{\"l\":2},\"z\":null,\"w\":0}}",
          "{\"x\":1,\"y\":{\"l\":2},\"z\":null,\"w\":0}");
    }

    @Test
    void takes_a_third_argument_that_is_no_boolean_as_shallow() {
      assertCall("States.JsonMerge($, $, 'deep')", "{\"a\":1}", "{\"a\":1}");
    }

    @Test
    void leaves_its_arguments_as_they_are() {
      assertCall(
          "States.Array(States.JsonMerge($.a, $.b, false), $.a)",
          "{\"a\":{\"x\":1},\"b\":{\"x\":2}}",
          "[{\"x\":2},{\"x\":1}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "1", "\"x\""})
    void fails_on_what_is_no_object(String value) {
      assertInvalid("States.JsonMerge($.o, $.v, false)", "{\"o\":{},\"v\":" + value + "}");
      assertInvalid("States.JsonMerge($.v, $.o, false)", "{\"o\":{},\"v\":" + value + "}");
    }

    @Test
    void fails_on_a_deep_merge() {
      assertInvalid("States.JsonMerge($, $, true)", "{}");
    }
  }
}

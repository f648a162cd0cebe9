package io.stepunit.internal.expression.intrinsic;

import static io.stepunit.internal.expression.intrinsic.IntrinsicAssertions.assertCall;
import static io.stepunit.internal.expression.intrinsic.IntrinsicAssertions.assertFails;
import static io.stepunit.internal.expression.intrinsic.IntrinsicAssertions.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.internal.expression.TestScope;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextFunctionsTest {
  @Nested
  class Format {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '"',
        value = {
          "x                      | x",
          "Hi                     | Hi",
          "1                      | 1",
          "1.1                    | 1.1",
          "1.10                   | 1.1",
          "1e3                    | 1000.0",
          "12345678901234567890   | 12345678901234567890",
          "true                   | true",
          "null                   | null",
          "{'a':1,'b':[]}         | {a=1, b=[]}",
          "[1,'x',null,{'k':2.5}] | [1, x, null, {k=2.5}]"
        })
    void shows_a_value_as_java_does(String value, String shown) {
      boolean bare = value.matches("[A-Za-z]+") && !value.equals("true") && !value.equals("null");
      String json = bare ? "\"" + value + "\"" : value.replace('\'', '"');

      assertCall("States.Format('<{}>', $.v)", "{\"v\":" + json + "}", "\"<" + shown + ">\"");
    }

    @Test
    void fills_places_in_order() {
      assertCall("States.Format('{}-{}-{}', 1, 'b', true)", "{}", "\"1-b-true\"");
    }

    @Test
    void takes_no_values_at_all() {
      assertCall("States.Format('plain')", "{}", "\"plain\"");
    }

    @Test
    void escaped_braces_quotes_and_backslashes_stand_for_themselves() {
      assertCall(
          "States.Format('\\{\"a\":\"{}\"\\} \\'q\\' \\\\', 1)",
          "{}",
          "\"{\\\"a\\\":\\\"1\\\"} 'q' \\\\\"");
    }

    @Test
    void takes_its_template_from_a_path_too() {
      assertCall("States.Format($.t, 1)", "{\"t\": \"no. {}\"}", "\"no. 1\"");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "States.Format('{}')",
          "States.Format('{} {}', 1)",
          "States.Format('none', 1)",
          "States.Format('{{}}', 1)",
          "States.Format('{0}', 1)",
          "States.Format($.n, 1)"
        })
    void fails_if_places_and_values_do_not_match(String call) {
      assertInvalid(call, "{\"n\": 1}");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '"',
        value = {
          "States.Format('{', 1)      | } | {",
          "States.Format('{} {{}', 1) | } | {",
          "States.Format('{a\\}', 1)  | } | {",
          "States.Format('}')         | { | }",
          "States.Format('{} }', 1)   | { | }"
        })
    void a_brace_without_its_partner_is_told(String call, String missing, String found) {
      assertFails(
          call,
          "{}",
          "There was an error while evaluating the intrinsic function: %s. Invalid template in States.Format: matching '%s' not found for '%s'."
              .formatted(call, missing, found));
    }
  }

  @Nested
  class StringSplit {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        ignoreLeadingAndTrailingWhitespace = false,
        value = {
          "1,2,3|,|[\"1\",\"2\",\"3\"]",
          "This.is+a,test=string|.+,=|[\"This\",\"is\",\"a\",\"test\",\"string\"]",
          "1a2b3ab4|ab|[\"1\",\"2\",\"3\",\"4\"]",
          ", , ,|,|[\" \",\" \"]",
          ",,,,|,|[]",
          "a.b|.|[\"a\",\"b\"]",
          "a b|x|[\"a b\"]"
        })
    void splits_at_each_separator_and_drops_empty_pieces(
        String text, String separators, String expected) {
      String input = "{\"t\":\"" + text + "\",\"s\":\"" + separators + "\"}";

      assertCall("States.StringSplit($.t, $.s)", input, expected);
    }

    @Test
    void without_separators_gives_the_whole_text_and_without_text_nothing() {
      assertCall("States.StringSplit('ab', '')", "{}", "[\"ab\"]");
      assertCall("States.StringSplit('', ',')", "{}", "[]");
    }

    @Test
    void fails_on_what_is_no_text() {
      assertInvalid("States.StringSplit(12, '1')", "{}");
      assertInvalid("States.StringSplit('12', 1)", "{}");
    }
  }

  @Nested
  class Uuid {
    @Test
    void uuid_is_of_version_4_and_drawn_from_the_environment_s_seed() {
      IntrinsicCall call = IntrinsicCall.compile("States.UUID()");
      TestScope scope = TestScope.of("{}");

      String first = call.evaluate(scope).textValue();

      assertThat(first)
          .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
      assertThat(call.evaluate(scope).textValue()).isNotEqualTo(first);
      assertThat(call.evaluate(TestScope.of("{}")).textValue()).isEqualTo(first);
    }

    @Test
    void ignores_an_argument() {
      assertThat(IntrinsicCall.compile("States.UUID(1)").evaluate(TestScope.of("{}")).textValue())
          .hasSize(36);
    }
  }

  @Nested
  class Base64 {
    @ParameterizedTest
    @CsvSource({"Data to encode, RGF0YSB0byBlbmNvZGU=", "'', ''", "ä€😀, w6Tigqzwn5iA"})
    void encodes_and_decodes_utf_8(String text, String encoded) {
      assertCall("States.Base64Encode('" + text + "')", "{}", "\"" + encoded + "\"");
      assertCall("States.Base64Decode('" + encoded + "')", "{}", "\"" + text + "\"");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"SGVsbG8", " SGVsbG8= ", "SGVs*bG8=", "SGVs-bG8=", "SGVsbG8====", "SGVs\\nbG8="})
    void decodes_leniently(String encoded) {
      assertCall("States.Base64Decode($.e)", "{\"e\":\"" + encoded + "\"}", "\"Hello\"");
    }

    @Test
    void takes_10_000_chars_and_no_more() {
      String longest = "A".repeat(10_000);

      assertCall(
          "States.Base64Decode($)", "\"" + longest + "\"", "\"" + "\\u0000".repeat(7_500) + "\"");
      assertInvalid("States.Base64Decode($)", "\"" + longest + "A\"");
      assertInvalid("States.Base64Encode($)", "\"" + longest + "A\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "null", "{}", "[]", "true"})
    void fails_on_what_is_no_text(String value) {
      String input = "{\"v\":" + value + "}";

      assertInvalid("States.Base64Decode($.v)", input);
      assertInvalid("States.Base64Encode($.v)", input);
    }
  }

  @Nested
  class Hash {
    @ParameterizedTest
    @CsvSource({
      "MD5, 900150983cd24fb0d6963f7d28e17f72",
      "SHA-1, a9993e364706816aba3e25717850c26c9cd0d89d",
      "SHA-256, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
      "SHA-384,"
          + " cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7",
      "SHA-512,"
          + " ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
    })
    void gives_lower_case_hex(String algorithm, String expected) {
      assertCall("States.Hash('abc', '" + algorithm + "')", "{}", "\"" + expected + "\"");
    }

    @Test
    void hashes_a_number_as_its_text() {
      assertThat(IntrinsicCall.compile("States.Hash(1, 'MD5')").evaluate(TestScope.of("{}")))
          .isEqualTo(IntrinsicCall.compile("States.Hash('1', 'MD5')").evaluate(TestScope.of("{}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha-256", "SHA256", "MD-5", "MD2", ""})
    void fails_on_an_algorithm_that_aws_does_not_offer(String algorithm) {
      assertInvalid("States.Hash('abc', '" + algorithm + "')", "{}");
    }

    @Test
    void takes_10_000_chars_and_no_more() {
      assertInvalid("States.Hash($, 'MD5')", "\"" + "a".repeat(10_001) + "\"");
    }
  }
}

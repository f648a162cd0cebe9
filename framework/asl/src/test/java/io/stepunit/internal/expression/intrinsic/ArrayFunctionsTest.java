package io.stepunit.internal.expression.intrinsic;

import static io.stepunit.internal.expression.intrinsic.IntrinsicAssertions.assertCall;
import static io.stepunit.internal.expression.intrinsic.IntrinsicAssertions.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.internal.expression.TestScope;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArrayFunctionsTest {
  @Test
  void array_takes_any_values_or_none() {
    assertCall("States.Array()", "{}", "[]");
    assertCall("States.Array(1, 'a', null, true, -2.5, $)", "{}", "[1,\"a\",null,true,-2.5,{}]");
  }

  @Nested
  class ArrayPartition {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "[0,1,2,3] | 1   | [[0],[1],[2],[3]]",
          "[0,1,2,3] | 3   | [[0,1,2],[3]]",
          "[0,1,2,3] | 9   | [[0,1,2,3]]",
          "[0,1,2,3] | 2.6 | [[0,1],[2,3]]",
          "[]        | 2   | []"
        })
    void cuts_into_parts_of_a_size(String array, String size, String expected) {
      assertCall("States.ArrayPartition($, " + size + ")", array, expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "0.6", "'2'", "null", "true"})
    void fails_on_a_size_below_one_or_no_number(String size) {
      assertInvalid("States.ArrayPartition($, " + size + ")", "[1]");
    }

    @Test
    void takes_256_kib_and_no_more() {
      String largest = "[\"" + "x".repeat(256 * 1024 - 4) + "\"]";

      assertCall("States.ArrayPartition($, 1)", largest, "[" + largest + "]");
      assertInvalid(
          "States.ArrayPartition($, 1)", largest.replace("[", "[ ").replace("\"x", "\"xx"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[[1,2,3],2]           | [1,2,3]            | true",
        "[{\"a\":1,\"b\":[]}]  | {\"b\":[],\"a\":1} | true",
        "[1]                   | \"1\"              | false",
        "[null]                | null               | true",
        "[]                    | null               | false",
        "[[]]                  | []                 | true",
        "[1.50]                | 1.5                | true"
      })
  void array_contains_compares_in_depth(String array, String value, String expected) {
    assertCall(
        "States.ArrayContains($.a, $.v)", "{\"a\":" + array + ",\"v\":" + value + "}", expected);
  }

  @Nested
  class ArrayRange {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "1, 9, 2          | [1,3,5,7,9]",
          "1, 9, 9          | [1]",
          "5, 1, -2         | [5,3,1]",
          "3, 3, -1         | [3]",
          "1, 5, -1         | []",
          "5, 1, 1          | []",
          "5.4, -0.6, -2.4  | [5,3,1]",
          "2147483647, 2147483648, 1 | [2147483647,2147483648]"
        })
    void counts_from_first_to_last(String arguments, String expected) {
      assertCall("States.ArrayRange(" + arguments + ")", "{}", expected);
    }

    @Test
    void array_range_has_1000_items_and_no_more() {
      assertThat(
              IntrinsicCall.compile("States.ArrayRange(1, 1000, 1)").evaluate(TestScope.of("{}")))
          .hasSize(1000);
      assertInvalid("States.ArrayRange(1, 1001, 1)", "{}");
      assertInvalid("States.ArrayRange(-9223372036854775808, 9223372036854775807, 1)", "{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1, 2, 0", "1, 2, 0.5", "'1', 2, 1", "1, null, 1", "1e300, 1, 1"})
    void fails_on_a_step_of_zero_and_on_what_is_no_number(String arguments) {
      assertInvalid("States.ArrayRange(" + arguments + ")", "{}");
    }
  }

  @Nested
  class ArrayGetItem {
    @ParameterizedTest
    @CsvSource({"0, 7", "1, 8", "1.2, 8", "-0.5, 7"})
    void counts_from_zero(String index, String expected) {
      assertCall("States.ArrayGetItem($, " + index + ")", "[7,8]", expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "-1", "'0'", "null"})
    void fails_on_an_index_that_the_array_does_not_have(String index) {
      assertInvalid("States.ArrayGetItem($, " + index + ")", "[7,8]");
    }

    @Test
    void gives_null_for_an_empty_array() {
      assertCall("States.ArrayGetItem($, 999)", "[]", "null");
    }
  }

  @Test
  void array_length_counts_items() {
    assertCall("States.ArrayLength($)", "[1,null,[]]", "3");
    assertInvalid("States.ArrayLength($)", "{\"a\":1}");
    assertInvalid("States.ArrayLength('abc')", "{}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1,2,1,3,2,4]                     | [1,2,3,4]",
        "[4,3,2,1,4]                       | [1,2,3,4]",
        "[null,null,1,null]                | [null,1]",
        "[true,false,true]                 | [false,true]",
        "[[1,2],[1,2],[2,1]]               | [[2,1],[1,2]]",
        "[1,\"1\",\"01\"]                  | [1,\"1\",\"01\"]",
        "[{\"a\":1,\"b\":2},{\"b\":2,\"a\":1}] | [{\"a\":1,\"b\":2}]",
        "[]                                | []"
      })
  void array_unique_has_the_order_of_a_java_set(String array, String expected) {
    assertCall("States.ArrayUnique($)", array, expected);
  }
}

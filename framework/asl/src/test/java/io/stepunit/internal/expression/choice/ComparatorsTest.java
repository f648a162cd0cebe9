package io.stepunit.internal.expression.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.expression.TestScope;
import io.stepunit.internal.json.Json;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparatorsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // operator                 | variable | value | holds
        "StringEquals               | \"a\"  | \"a\"  | true",
        "StringEquals               | \"a\"  | \"A\"  | false",
        "StringEquals               | \"a \" | \"a\"  | false",
        "StringEquals               | \"\"   | \"\"   | true",
        "StringLessThan             | \"A\"  | \"AB\" | true",
        "StringLessThan             | \"a\"  | \"B\"  | false",
        "StringLessThan             | \"a\"  | \"a\"  | false",
        "StringGreaterThan          | \"b\"  | \"a\"  | true",
        "StringGreaterThan          | \"a\"  | \"a\"  | false",
        "StringLessThanEquals       | \"a\"  | \"a\"  | true",
        "StringLessThanEquals       | \"b\"  | \"a\"  | false",
        "StringGreaterThanEquals    | \"\"   | \"\"   | true",
        "StringGreaterThanEquals    | \"AB\" | \"A\"  | true",
        "StringGreaterThanEquals    | \"A\"  | \"AB\" | false",
        "NumericEquals              | 0      | 0.0    | true",
        "NumericEquals              | -0.0   | 0      | true",
        "NumericEquals              | 1      | 1.1    | false",
        "NumericEquals              | 9007199254740993 | 9007199254740992 | true",
        "NumericLessThan            | 1      | 1.5    | true",
        "NumericLessThan            | 1      | 1      | false",
        "NumericGreaterThan         | 2      | 1      | true",
        "NumericGreaterThan         | 1      | 1      | false",
        "NumericLessThanEquals      | 1      | 1      | true",
        "NumericLessThanEquals      | 2      | 1      | false",
        "NumericGreaterThanEquals   | 1      | 1.0    | true",
        "NumericGreaterThanEquals   | 0      | 1      | false",
        "BooleanEquals              | true   | true   | true",
        "BooleanEquals              | false  | false  | true",
        "BooleanEquals              | true   | false  | false",
        "TimestampEquals            | \"2020-01-01T00:00:00Z\" | \"2020-01-01T01:00:00+01:00\" |"
            + " true",
        "TimestampEquals            | \"2020-01-01T00:00:00Z\" | \"2020-01-01T00:00:00.001Z\" |"
            + " false",
        "TimestampLessThan          | \"2020-01-01T00:00:00+01:00\" | \"2020-01-01T00:00:00Z\" |"
            + " true",
        "TimestampGreaterThan       | \"2020-01-01T00:00:00+01:00\" | \"2020-01-01T00:00:00Z\" |"
            + " false",
        "TimestampLessThanEquals    | \"2020-01-01T00:00:00Z\" | \"2020-01-01T00:00:00Z\" | true",
        "TimestampGreaterThanEquals | \"2020-01-01T00:00:00Z\" | \"2020-01-01T00:00:00Z\" | true",
        "TimestampGreaterThanEquals | \"2019-01-01T00:00:00Z\" | \"2020-01-01T00:00:00Z\" | false"
      })
  void compares_with_a_constant_and_with_the_value_at_a_path(
      String operator, String variable, String value, boolean holds) {
    String input = "{\"x\":" + variable + ",\"y\":" + value + "}";

    assertThat(test(operator, value, input)).isEqualTo(holds);
    assertThat(test(operator + "Path", "\"$.y\"", input)).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "StringEquals     | \"1\"                      | 1 null true [] {} [\"1\"]",
        "NumericEquals    | 1                          | \"1\" null true [] {} [1]",
        "NumericLessThan  | 1                          | \"0\" null false [] {}",
        "BooleanEquals    | true                       | \"true\" 1 null [] {}",
        "TimestampEquals  | \"2020-01-01T00:00:00Z\"   | 1577836800 null true [] {} \"2020-01-01\""
      })
  void a_variable_of_another_type_is_no_match_and_no_failure(
      String operator, String value, String variables) {
    for (String variable : variables.split(" ")) {
      String input = "{\"x\":" + variable + ",\"y\":" + value + "}";

      assertThat(test(operator, value, input)).as(variable).isFalse();
      assertThat(test(operator + "Path", "\"$.y\"", input)).as(variable).isFalse();
    }
  }

  @Test
  void the_value_at_a_path_of_another_type_is_no_match() {
    assertThat(test("NumericEqualsPath", "\"$.y\"", "{\"x\":1,\"y\":\"1\"}")).isFalse();
    assertThat(test("StringEqualsPath", "\"$.y\"", "{\"x\":\"1\",\"y\":null}")).isFalse();
  }

  @Test
  void paths_reach_the_context_object_and_variables() {
    TestScope scope =
        TestScope.of("{\"x\":\"S\"}")
            .withContext("{\"State\":{\"Name\":\"S\"}}")
            .withVariable("v", "{\"x\":\"S\"}");

    for (String path : new String[] {"$$.State.Name", "$v.x", "$.x"}) {
      String rule = "{\"Variable\":\"" + path + "\",\"StringEqualsPath\":\"" + path + "\"}";
      assertThat(Conditions.compile(Json.parse(rule)).test(scope)).as(path).isTrue();
    }
  }

  @Nested
  class TypeTests {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "IsNull      | null                              | 0 \"\" false [] {}",
          "IsNumeric   | 0 0.0 1 1.1 -2                    | null \"\" \"1\" true [] {}",
          "IsString    | \"\" \"1\" \"2020-01-01T00:00:00Z\" | null 1 true [] {}",
          "IsBoolean   | true false                        | null 1 \"true\" [] {}",
          "IsTimestamp | \"2020-01-01T00:00:00Z\" \"2020-01-01T00:00:00.5+02:00\""
              + " | null 1577836800 true {} \"2020-01-01\" \"2020-01-01T00%3A00%3A00Z\"",
          "IsPresent   | null 0 \"\" false [] {}           | missing"
        })
    void tell_values_apart_and_their_negation_is_the_opposite(
        String operator, String met, String unmet) {
      for (String value : met.split(" ")) {
        assertTypeTest(operator, value, true);
      }
      for (String value : unmet.split(" ")) {
        assertTypeTest(operator, value, false);
      }
    }

    private void assertTypeTest(String operator, String value, boolean expected) {
      String input = value.equals("missing") ? "{}" : "{\"x\":" + value + "}";
      assertThat(test(operator, "true", input)).as("%s of %s", operator, value).isEqualTo(expected);
      assertThat(test(operator, "false", input))
          .as("%s of %s", operator, value)
          .isNotEqualTo(expected);
    }
  }

  @Nested
  class MissingValues {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "\"StringEquals\":\"a\"",
          "\"NumericLessThan\":1",
          "\"BooleanEqualsPath\":\"$.y\"",
          "\"StringMatches\":\"*\"",
          "\"IsNull\":true",
          "\"IsTimestamp\":false"
        })
    void a_variable_that_is_not_there_fails_the_state(String test) {
      Condition condition = Conditions.compile(Json.parse("{\"Variable\":\"$.x\"," + test + "}"));

      assertThatThrownBy(() -> condition.test(TestScope.of("{\"y\":true}")))
          .isInstanceOfSatisfying(
              EvaluationException.class,
              e -> {
                assertThat(e.error()).isEqualTo("States.Runtime");
                assertThat(e.causeText())
                    .isEqualTo(
                        "Invalid path '$.x': The choice state's condition path references an"
                            + " invalid value.");
              });
    }

    @Test
    void the_path_of_a_value_that_is_not_there_fails_the_state() {
      assertThatThrownBy(() -> test("StringEqualsPath", "\"$.y.z\"", "{\"x\":\"a\"}"))
          .hasMessage(
              "Invalid path '$.y.z': The choice state's condition path references an invalid"
                  + " value.");
    }

    @Test
    void an_index_past_the_end_is_not_there() {
      assertThat(
              Conditions.compile(Json.parse("{\"Variable\":\"$.a[1]\",\"IsPresent\":true}"))
                  .test(TestScope.of("{\"a\":[1]}")))
          .isFalse();
    }

    @Test
    void a_path_that_finds_several_values_is_an_array_and_matches_no_type() {
      Condition condition =
          Conditions.compile(Json.parse("{\"Variable\":\"$.a[*]\",\"NumericEquals\":1}"));

      assertThat(condition.test(TestScope.of("{\"a\":[1]}"))).isFalse();
    }
  }

  @Test
  void there_are_39_operators() {
    assertThat(Conditions.operators())
        .hasSize(39)
        .contains("StringMatches", "BooleanEqualsPath", "TimestampGreaterThanEqualsPath", "IsNull")
        .doesNotContain("StringMatchesPath", "BooleanLessThan", "IsNullPath", "And");
  }

  private static boolean test(String operator, String value, String input) {
    String rule = "{\"Variable\":\"$.x\",\"" + operator + "\":" + value + "}";
    return Conditions.compile(Json.parse(rule)).test(TestScope.of(input));
  }
}

package io.stepunit.internal.expression.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.internal.expression.ExpressionSyntaxException;
import io.stepunit.internal.expression.TestScope;
import io.stepunit.internal.json.Json;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {
  private static final String TRUE = "{\"Variable\":\"$.t\",\"BooleanEquals\":true}";
  private static final String FALSE = "{\"Variable\":\"$.t\",\"BooleanEquals\":false}";
  private static final String FAILING = "{\"Variable\":\"$.nope\",\"IsNull\":true}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'And':[T,T]}                    | true",
        "{'And':[T,F]}                    | false",
        "{'And':[T]}                      | true",
        "{'Or':[F,T]}                     | true",
        "{'Or':[F,F]}                     | false",
        "{'Not':F}                        | true",
        "{'Not':T}                        | false",
        "{'Not':{'And':[T,{'Or':[F,{'Not':T}]}]}} | true"
      })
  void and_or_and_not_combine_rules_at_any_depth(String rule, boolean expected) {
    assertThat(test(rule)).isEqualTo(expected);
  }

  @Test
  void the_first_rule_that_settles_it_is_the_last_one_evaluated() {
    assertThat(test("{'And':[F,X]}")).isFalse();
    assertThat(test("{'Or':[T,X]}")).isTrue();
    assertThatThrownBy(() -> test("{'And':[T,X]}")).hasMessageContaining("$.nope");
    assertThatThrownBy(() -> test("{'Or':[F,X]}")).hasMessageContaining("$.nope");
  }

  @Test
  void is_present_guards_later_tests() {
    String rule =
        """
        {"And": [
          {"Variable": "$.x", "IsPresent": true},
          {"Variable": "$.x", "NumericGreaterThan": 1}]}\
        """;

    assertThat(Conditions.compile(Json.parse(rule)).test(TestScope.of("{}"))).isFalse();
    assertThat(Conditions.compile(Json.parse(rule)).test(TestScope.of("{\"x\":2}"))).isTrue();
  }

  @Test
  void fields_that_belong_to_the_state_are_left_to_the_caller() {
    assertThat(
            test(
                "{'Next':'S','Assign':{'x':1},'Comment':'c',"
                    + "'And':[{'Variable':'$.t','IsBoolean':true,'Comment':'inner'}]}"))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'Variable':'$.t','StringEqual':'a'} | /StringEqual | Field 'StringEqual' is not supported"
            + " | did you mean StringEquals?",
        "{'Variable':'$.t','stringequals':'a'} | /stringequals | Field 'stringequals' is not"
            + " supported | did you mean StringEquals?",
        "{'Variable':'$.t','Wat~/':1} | /Wat~0~1 | Field 'Wat~/' is not supported | known operators"
            + " are StringEquals",
        "{'Condition':true,'Next':'S'} | /Condition | Field 'Condition' is not supported |"
            + " QueryLanguage is JSONata",
        "{'Variable':'$.t','StringMatchesPath':'$.p'} | /StringMatchesPath | Field"
            + " 'StringMatchesPath' is not supported | did you mean",
        "{'Variable':'$.t'} | " + "\"\" | A choice rule needs a comparison operator | StringEquals",
        "{'Variable':'$.t','IsNull':true,'IsString':true} | \"\" | There should only be one of the"
            + " following fields: [IsNull, IsString] | And",
        "{'And':[T],'Or':[T]} | \"\" | There should only be one of the following fields: [And, Or]"
            + " | And",
        "{'Variable':'$.t','And':[T]} | \"\" | Field 'Variable' is not supported | And combines"
            + " rules",
        "{'StringEquals':'a'} | \"\" | These fields are required: [Variable] | StringEquals tests",
        "{'Variable':5,'IsNull':true} | /Variable | Expected value of type [STRING] | found 5",
        "{'Variable':'t','IsNull':true} | /Variable | Value is not a valid JSONPath | found 't'",
        "{'Variable':'States.UUID()','IsNull':true} | /Variable | Value is not a valid JSONPath |"
            + " found 'States.UUID()'",
        "{'Variable':'$.t','StringEquals':1} | /StringEquals | Expected value of type [STRING] |"
            + " found 1",
        "{'Variable':'$.t','NumericEquals':'1'} | /NumericEquals | Expected value of type [NUMBER]"
            + " | found",
        "{'Variable':'$.t','BooleanEquals':null} | /BooleanEquals | Expected value of type"
            + " [BOOLEAN] | found null",
        "{'Variable':'$.t','IsNull':'true'} | /IsNull | Expected value of type [BOOLEAN] | found",
        "{'Variable':'$.t','TimestampEquals':'2020-01-01'} | /TimestampEquals | String does not"
            + " match RFC3339 timestamp | 2016-08-18T17:33:00Z",
        "{'Variable':'$.t','NumericEqualsPath':5} | /NumericEqualsPath | Expected value of type"
            + " [STRING] | found 5",
        "{'Variable':'$.t','NumericEqualsPath':'y'} | /NumericEqualsPath | Value is not a valid"
            + " JSONPath | found 'y'",
        "{'And':[]} | /And | Value cannot be empty | at least one rule",
        "{'Or':T} | /Or | Expected value of type [ARRAY] | found",
        "{'Not':[T]} | /Not | Expected value of type [OBJECT] | found",
        "{'And':[T,{'Or':[{'Not':{'Variable':'$.t'}}]}]} | /And/1/Or/0/Not | A choice rule needs a"
            + " comparison operator | StringEquals",
        "{'And':[{'Variable':'$.t','IsNull':true,'Next':'S'}]} | /And/0/Next | Field 'Next' is not"
            + " supported | only a top-level rule has it",
        "[] | \"\" | Expected value of type [OBJECT] | found []"
      })
  void says_what_is_wrong_with_a_rule_and_where(
      String rule, String pointer, String problem, String detail) {
    assertThatThrownBy(() -> Conditions.compile(Json.parse(json(rule))))
        .isInstanceOfSatisfying(
            ExpressionSyntaxException.class,
            e -> {
              assertThat(e.problem()).isEqualTo(problem);
              assertThat(e.pointer()).isEqualTo(pointer);
              assertThat(e.detail()).contains(detail);
            });
  }

  private static boolean test(String rule) {
    return Conditions.compile(Json.parse(json(rule))).test(TestScope.of("{\"t\":true}"));
  }

  /** T, F and X stand for rules that hold, do not hold and fail. */
  private static String json(String rule) {
    return rule.replaceAll("\\bT\\b", Matcher.quoteReplacement(TRUE))
        .replaceAll("\\bF\\b", Matcher.quoteReplacement(FALSE))
        .replaceAll("\\bX\\b", Matcher.quoteReplacement(FAILING))
        .replace('\'', '"');
  }
}

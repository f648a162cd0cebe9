package io.stepunit.internal.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionNameTest {
  @ParameterizedTest
  @CsvSource({
    "charge,                                                        charge",
    "charge:live,                                                   charge:live",
    "123456789012:function:charge,                                  charge",
    "arn:aws:lambda:us-east-1:123456789012:function:charge,         charge",
    "arn:aws-cn:lambda:cn-north-1:123456789012:function:charge:7,   charge:7",
    "arn:aws:lambda:us-east-1:${AWS::AccountId}:function:${Charge}, Charge",
    "${ChargeFunction.Arn},                                         ChargeFunction",
    "${ChargeFunction.Arn}:live,                                    ChargeFunction:live",
    "function,                                                      function",
  })
  void function_name_is_understood_in_all_its_forms(String written, String understood) {
    assertThat(FunctionName.parse(written)).hasToString(understood);
  }

  @Test
  void without_a_qualifier_covers_all_versions() {
    assertThat(FunctionName.parse("charge").covers(FunctionName.parse("charge:live"))).isTrue();
    assertThat(FunctionName.parse("charge").covers(FunctionName.parse("charges"))).isFalse();
  }

  @Test
  void with_a_qualifier_covers_that_version_only() {
    FunctionName live = FunctionName.parse("charge:live");

    assertThat(live.covers(FunctionName.parse("charge:live"))).isTrue();
    assertThat(live.covers(FunctionName.parse("charge:7"))).isFalse();
    assertThat(live.covers(FunctionName.parse("charge"))).isFalse();
  }
}

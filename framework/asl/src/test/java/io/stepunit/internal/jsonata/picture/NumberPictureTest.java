package io.stepunit.internal.jsonata.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.internal.jsonata.JsonataError;
import io.stepunit.internal.jsonata.LimitExceeded;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers by XPath's decimal formats. */
class NumberPictureTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "1234.5 | #,##0.00 | 1,234.50",
        "0.5 | 0 | 0",
        "1.5 | 0 | 2",
        "2.5 | 0 | 2",
        "0.125 | 0.00 | 0.12",
        "-3 | 0.0 | -3.0",
        "-3 | 0.0;(0.0) | (3.0)",
        "-7.25 | 000.00;#0.0 | 7.2",
        "0.256 | 0% | 26%",
        "0.0123 | 0.0‰ | 12.3‰",
        "12345678 | #,##,##0 | 123,45,678",
        "5 | 9,9,99 | 0,0,05",
        "1234.56789 | 0.000,00 | 1234.567,89",
        "0.5 | #.## | .5",
        "0 | #.## | .0",
        "0 | # | 0",
        "12345.6 | 0.00e0 | 1.23e4",
        "0.000123 | 00.0e00 | 12.3e-05",
        "0.5 | #.0e0 | 0.5e0",
        "7 | v0.0 kg | v7.0 kg",
        "1 | e0 | e1"
      })
  void writes_numbers(double number, String picture, String expected) {
    assertThat(NumberPicture.of(picture, Map.of()).format(number)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "1 | 0;0;0 | D3080",
        "1 | 0.0.0 | D3081",
        "1 | 0%% | D3082",
        "1 | 0%‰ | D3084",
        "1 | 0x0 | D3086",
        "1 | #,.0 | D3087",
        "1 | 0, | D3088",
        "1 | 0,,0 | D3089",
        "1 | 0# | D3090",
        "1 | .#0 | D3091",
        "1 | 0%e0 | D3092",
        "1 | 0e | D3093"
      })
  void refuses_what_is_no_picture(double number, String picture, String code) {
    assertThatThrownBy(() -> NumberPicture.of(picture, Map.of()).format(number))
        .isInstanceOfSatisfying(
            JsonataError.class, error -> assertThat(error.code()).isEqualTo(code));
  }

  @ParameterizedTest
  @CsvSource({"'', D3085", "kg, D3086"})
  void refuses_a_picture_without_any_digit(String picture, String code) {
    assertThatThrownBy(() -> NumberPicture.of(picture, Map.of()))
        .isInstanceOfSatisfying(
            JsonataError.class, error -> assertThat(error.code()).isEqualTo(code));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "-5    | 0       | minus-sign         | ~minus ~ | minus 5",
        "0.5   | 0pc     | percent            | p        | 50pc",
        "1200  | 0.0E0   | exponent-separator | E        | 1.2E3",
        "-1    | 0/(0)   | pattern-separator  | /        | (1)",
        "7     | xx0     | digit              | x        | 7",
        "42.5  | ①.①     | zero-digit         | ①        | ⑤③.⑥",
        "1234  | #'##0   | grouping-separator | '        | 1'234",
        "1.5   | 0!0     | decimal-separator  | !        | 1!5",
        "0.012 | 0m      | per-mille          | m        | 12m"
      })
  void takes_other_signs(
      double number, String picture, String symbol, String sign, String expected) {
    assertThat(NumberPicture.of(picture, Map.of(symbol, sign)).format(number)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.POSITIVE_INFINITY})
  void ends_where_a_number_has_no_exponent(double number) {
    NumberPicture picture = NumberPicture.of("0.0e0", Map.of());

    assertThatThrownBy(() -> picture.format(number)).isInstanceOf(LimitExceeded.class);
  }
}

package io.stepunit.internal.jsonata.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.internal.jsonata.JsonataError;
import io.stepunit.internal.jsonata.LimitExceeded;
import io.stepunit.internal.jsonata.NumberText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole numbers as digits, letters, Roman numerals and words. */
class IntegerPictureTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "0 | 0 | 0",
        "7 | 000 | 007",
        "1234567 | #,##0 | 1,234,567",
        "1234567 | #'##0 | 1'234'567",
        "1234567 | #,##,##0 | 12,34,567",
        "5 | #,##,##0 | ,5",
        "1234567 | ##-##-00 | 1-23-45-67",
        "21 | 1;o | 21st",
        "111 | #,##0;o | 111th",
        "1 | 0;o | 1st",
        "26 | A | Z",
        "27 | a | aa",
        "703 | A | AAA",
        "0 | a | ~~",
        "1994 | I | MCMXCIV",
        "49 | i | xlix",
        "0 | I | ~~",
        "-12 | w | -twelve",
        "13 | Ww;o | Thirteenth",
        "80 | w;o | eightieth",
        "342 | W | THREE HUNDRED AND FORTY-TWO",
        "1001 | w | one thousand and one",
        "1200000 | Ww | One Million, Two Hundred Thousand",
        "2000000 | w;o | two millionth",
        "1000000000000000 | w | one thousand trillion",
        "-2.5 | 0 | -3",
        "2018 | ٠ | ٢٠١٨",
        "2018 | ٠٠,٠٠ | ٢٠,١٨",
        "1e+21 | 0 | 1e+21",
        "12 | 0;c | 12"
      })
  void writes_whole_numbers(double number, String picture, String expected) {
    assertThat(IntegerPicture.of(picture).format(number)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "1,234 | #,##0 | 1234",
        "1'234 | #'##0 | 1",
        "12,34,567 | #,##,##0 | 1234567",
        "42nd | 0;o | 42",
        "AAA | A | 703",
        "zz | a | 702",
        "MCMXCIV | I | 1994",
        "xlix | i | 49",
        "XIQ | I | NaN",
        "thirteen | w | 13",
        "One Thousand, Two Hundred and Three | Ww | 1203",
        "TWENTY-FIRST | W;o | 21",
        "two million and one | w | 2000001",
        "three billion trillion | w | 3e+21",
        "nonsense | w | NaN",
        "~~ | w | NaN",
        "12abc | 0 | 12",
        "abc | 0 | NaN",
        "0x1F | 0 | 31",
        " -5 | 0 | -5",
        "٣٤ | ٠ | 34"
      })
  void reads_whole_numbers(String text, String picture, String expected) {
    assertThat(NumberText.of(IntegerPicture.of(picture).parse(text))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {"3 | x | D3130", "3 | # | D3130", "3 | 0٠ | D3131", "3 | ~~ | D3130"})
  void refuses_pictures_without_digits_or_with_digits_of_two_families(
      double number, String picture, String code) {
    assertThatThrownBy(() -> IntegerPicture.of(picture).format(number))
        .isInstanceOfSatisfying(
            JsonataError.class, error -> assertThat(error.code()).isEqualTo(code));
  }

  @Test
  void says_which_sequence_it_does_not_know() {
    assertThatThrownBy(() -> IntegerPicture.of("#").parse("12"))
        .isInstanceOfSatisfying(
            JsonataError.class,
            error ->
                assertThat(error.text())
                    .isEqualTo(
                        "Formatting or parsing an integer as a sequence starting with \"#\" is not"
                            + " supported by this implementation"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "I", "w"})
  void ends_where_a_number_has_no_end(String picture) {
    assertThatThrownBy(() -> IntegerPicture.of(picture).format(Double.POSITIVE_INFINITY))
        .isInstanceOf(LimitExceeded.class);
  }
}

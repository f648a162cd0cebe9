package io.stepunit.internal.jsonata.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers with fewer digits, and with another base. */
class RoundingTest {
  @ParameterizedTest
  @CsvSource({
    "0.5, 0, 0",
    "1.5, 0, 2",
    "-2.5, 0, -2",
    "-0.2, 0, 0",
    "2.675, 2, 2.68",
    "1.005, 2, 1",
    "1250, -2, 1200",
    "1350, -2, 1400",
    "123.456, 1, 123.5",
    "1e21, 2, 1e21",
    "4.5e-7, 7, 4e-7",
    "5, -400, 0"
  })
  void rounds_the_middle_to_the_even_digit_that_is_written(
      double value, double decimals, double expected) {
    assertThat(Rounding.half(value, decimals)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "255, 16, ff",
    "-10, 2, -1010",
    "35, 36, z",
    "0, 7, 0",
    "1e21, 36, 5v1j4f4ds7c000",
    "1e21, 10, 1e+21"
  })
  void writes_numbers_of_another_base(double value, int radix, String expected) {
    assertThat(Radix.text(value, radix)).isEqualTo(expected);
  }
}

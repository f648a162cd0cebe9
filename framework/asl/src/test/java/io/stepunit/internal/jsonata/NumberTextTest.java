package io.stepunit.internal.jsonata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.DoubleNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as ECMAScript writes them. */
class NumberTextTest {
  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "1e20, 100000000000000000000",
    "1e21, 1e+21",
    "1e-6, 0.000001",
    "1e-7, 1e-7",
    "-1.25e-9, -1.25e-9",
    "142157966147704030, 142157966147704030",
    "2.0e-3, 0.002",
    "8.41e21, 8.41e+21",
    "5e-324, 5e-324",
    "1.7976931348623157e308, 1.7976931348623157e+308",
    "9007199254740993, 9007199254740992",
    "-0.0, 0"
  })
  void has_as_few_digits_as_tell_the_number(double value, String expected) {
    assertThat(NumberText.of(value)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0.1000000000000005, 0.100000000000001",
    "0.30000000000000004, 0.3",
    "1234567890.12345678, 1234567890.12346",
    "123456789012345678901, 123456789012346000000"
  })
  void is_rounded_to_15_digits_from_what_it_is_exactly(double value, String expected) {
    assertThat(NumberText.rounded(DoubleNode.valueOf(value))).isEqualTo(expected);
  }
}

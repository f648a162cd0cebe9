package io.stepunit.internal.report.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NaturalOrderTest {
  private final NaturalOrder order = new NaturalOrder();

  @ParameterizedTest
  @CsvSource({
    "#2, #10",
    "a1b2, a1b10",
    "a19, a109",
    "a9, a10",
    "a01, a1",
    "a01, a2",
    "a, b",
    "a, a1",
    "a1, ab",
    "2x, 12",
    "99999999999999999999998, 99999999999999999999999",
    "1.10, 1.100"
  })
  void a_text_comes_before_another(String one, String other) {
    assertThat(order.compare(one, other)).isNegative();
    assertThat(order.compare(other, one)).isPositive();
    assertThat(order.compare(one, one)).isZero();
  }
}

package io.stepunit.internal.table.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReservedWordsTest {
  @ParameterizedTest
  @ValueSource(strings = {"ABORT", "status", "Name", "ttl", "year", "zone", "counter", "Hidden"})
  void are_reserved_in_whatever_case(String word) {
    assertThat(ReservedWords.contain(word)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Id", "LockName", "Price", "ProductCategory", "Reviews", ""})
  void are_not_reserved(String word) {
    assertThat(ReservedWords.contain(word)).isFalse();
  }
}

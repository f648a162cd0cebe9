package io.stepunit.internal.expression.jsonata;

import static io.stepunit.internal.expression.jsonata.Evaluations.assertValue;
import static io.stepunit.internal.expression.jsonata.Evaluations.failure;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where AWS ends an evaluation: measured, each limit from both sides. */
class BoundsTest {
  private static final String DEEP =
      "threw an error during evaluation: Stack overflow error: Check for non-terminating recursive"
          + " function. Consider rewriting as tail-recursive.";
  private static final String BIG =
      "threw an error during evaluation: Expression evaluation memory limit exceeded: Check for"
          + " excessive memory usage";
  private static final String LONG =
      "threw an error during evaluation: Expression evaluation timeout";

  @Test
  void a_hundred_levels() {
    assertValue("1" + "+1".repeat(99), "100");
    assertValue("(".repeat(99) + "1" + ")".repeat(99), "1");
    assertValue("[".repeat(99) + "1" + "]".repeat(99), "[".repeat(99) + "1" + "]".repeat(99));
    assertValue("1" + " ~> $abs".repeat(99), "1");
    assertValue("($f := function($n) { $n <= 0 ? 0 : 1 + $f($n - 1) }; $f(31))", "31");
  }

  @Test
  void not_one_level_more() {
    assertThat(failure("1" + "+1".repeat(100))).isEqualTo(DEEP);
    assertThat(failure("(".repeat(100) + "1" + ")".repeat(100))).isEqualTo(DEEP);
    assertThat(failure("[".repeat(100) + "1" + "]".repeat(100))).isEqualTo(DEEP);
    assertThat(failure("1" + " ~> $abs".repeat(100))).isEqualTo(DEEP);
    assertThat(failure("($f := function($n) { $n <= 0 ? 0 : 1 + $f($n - 1) }; $f(32))"))
        .isEqualTo(DEEP);
  }

  @Test
  void tail_calls_do_not_add_levels() {
    assertValue("($f := function($n) { $n <= 0 ? 0 : $f($n - 1) }; $f(3000))", "0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$count([1..873782]) | 873782",
        "$count($range(1, 360145, 1)) | 360145",
        "$length($pad('', 262144, 'x')) | 262144",
        "$length($pad('', -262144, 'xy')) | 262144",
        "$length($pad('abc', 262147, '\u00e9')) | 262147",
        "$length($pad($pad('', 131072, 'x'), 262145, 'x')) | 262145",
        "$length($pad('', 131072, 'x') & $pad('', 131073, 'x')) | 262145",
        "$length($join([$pad('', 131072, 'x'), $pad('', 131073, 'x')])) | 262145",
        "($d := function($s, $n) { $n = 0 ? $s : $d($s & $s, $n - 1) }; $length($d('a', 22)))"
            + " | 4194304"
      })
  void values_that_just_fit(String text, String json) {
    assertValue(text, json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$count([1..873783])",
        "$count($range(1, 360146, 1))",
        "$length($pad('', 262145, 'x'))",
        "$length($pad('', -262145, 'x'))",
        "$length($pad('abc', 262148))",
        "$length($pad('a', 7000000))",
        "$length($pad('a', 5e18))",
        "($d := function($s, $n) { $n = 0 ? $s : $d($s & $s, $n - 1) }; $length($d('a', 23)))",
        "$length($join($split($pad('', 3000), ''), $pad('', 3000)))",
        "$length($replace($pad('', 3000, 'a'), 'a', $pad('', 3000)))",
        "$length($replace($pad('', 3000, 'a'), /a/, $pad('', 3000)))",
        "($all := [1..100000]; $map([1..10], function($n) { [$all] }){'k': $count($)})"
      })
  void values_that_do_not_fit(String text) {
    assertThat(failure(text)).isEqualTo(BIG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "($f := function() { $f() }; $f())",
        "($all := $append('a', [1..100000]); $map([1..100], function($n) { $all }){'k': $count($)})",
        "$contains($pad('', 60, 'a') & 'b', /^(?:(a+)\\1?)+c$/)"
      })
  void evaluations_without_end(String text) {
    assertThat(failure(text)).isEqualTo(LONG);
  }
}

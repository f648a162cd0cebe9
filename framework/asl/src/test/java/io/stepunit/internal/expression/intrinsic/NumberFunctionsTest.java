package io.stepunit.internal.expression.intrinsic;

import static io.stepunit.internal.expression.intrinsic.IntrinsicAssertions.assertCall;
import static io.stepunit.internal.expression.intrinsic.IntrinsicAssertions.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.internal.expression.TestScope;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFunctionsTest {
  @Nested
  class MathAdd {
    @ParameterizedTest
    @CsvSource({
      "-9, 3, -6",
      "1.49, 1.5, 3",
      "1.5, 1.51, 4",
      "-1.5, 0, -1",
      "-1.51, 0, -2",
      "-0.5, 0.5, 1",
      "2.5, 0, 3",
      "-2.5, 0, -2",
      "2147483646, 1, 2147483647",
      "-2147483648, 0, -2147483648"
    })
    void rounds_each_operand_half_up_and_adds(String a, String b, String sum) {
      assertCall("States.MathAdd(" + a + ", " + b + ")", "{}", sum);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "2147483647, 1",
          "-2147483648, -1",
          "2147483648, -1",
          "1e400, 0",
          "'1', 1",
          "true, 1",
          "null, 1"
        })
    void fails_beyond_32_bits_and_on_what_is_no_number(String arguments) {
      assertInvalid("States.MathAdd(" + arguments + ")", "{}");
    }
  }

  @Nested
  class MathRandom {
    @Test
    void lies_between_start_and_end_and_reaches_each() {
      IntrinsicCall call = IntrinsicCall.compile("States.MathRandom(-1, 2)");
      TestScope scope = TestScope.of("{}");

      Set<Integer> drawn = new HashSet<>();
      for (int i = 0; i < 200; i++) {
        drawn.add(call.evaluate(scope).intValue());
      }

      assertThat(drawn).containsExactlyInAnyOrder(-1, 0, 1);
    }

    @Test
    void a_seed_fixes_the_number_whatever_the_environment_s_seed() {
      IntrinsicCall call = IntrinsicCall.compile("States.MathRandom(-5, 5, 42)");
      TestScope scope = TestScope.of("{}");

      assertThat(call.evaluate(scope).intValue()).isEqualTo(-5);
      assertThat(call.evaluate(scope).intValue()).isEqualTo(-5);
    }

    @Test
    void without_a_seed_the_environment_s_seed_fixes_it() {
      IntrinsicCall call = IntrinsicCall.compile("States.MathRandom(0, 1000000)");

      assertThat(call.evaluate(TestScope.of("{}"))).isEqualTo(call.evaluate(TestScope.of("{}")));
    }

    @ParameterizedTest
    @CsvSource({
      "'0, 4000000000', 0, 4000000000",
      "'-9e18, 9e18', -9000000000000000000, 9000000000000000000"
    })
    void takes_wide_spans(String arguments, long from, long to) {
      long value =
          IntrinsicCall.compile("States.MathRandom(" + arguments + ", 7)")
              .evaluate(TestScope.of("{}"))
              .longValue();

      assertThat(value).isBetween(from, to - 1);
    }

    @Test
    void cuts_fractions_off() {
      Set<Integer> drawn = new HashSet<>();
      for (int seed = 0; seed < 100; seed++) {
        drawn.add(
            IntrinsicCall.compile("States.MathRandom(1.6, 3.9, " + 1_000_003L * seed + ")")
                .evaluate(TestScope.of("{}"))
                .intValue());
      }

      assertThat(drawn).containsExactlyInAnyOrder(1, 2);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"1, 1", "2, 1", "1.4, 1.6", "'1', 2", "1, null", "1, 2, null", "1, 2, 'x'"})
    void fails_on_an_empty_span_and_on_what_is_no_number(String arguments) {
      assertInvalid("States.MathRandom(" + arguments + ")", "{}");
    }
  }
}

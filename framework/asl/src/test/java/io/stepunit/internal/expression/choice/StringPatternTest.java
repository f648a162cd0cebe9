package io.stepunit.internal.expression.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.internal.expression.EvaluationException;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StringPatternTest {
  @ParameterizedTest
  @CsvSource({
    "foo*.log, foo23.log, true",
    "*.log, zebra.log, true",
    "foo*.*, foobar.zebra, true",
    "*, '', true",
    "'', '', true",
    "'', a, false",
    "a, a, true",
    "a*, ba, false",
    "a*a, a, false",
    "a*a, aa, true",
    "*ab*ab*, ab, false",
    "*ab*ab*, xabyabz, true",
    "a?c, abc, false",
    "a?c, a?c, true",
    "[ab], a, false",
    "a.c, abc, false",
    "A*, abc, false",
    "a\\*c, a*c, true",
    "a\\*c, abc, false",
    "a\\\\*, a\\b, true",
    "a\\\\*, ab, false",
    "*\\*, x*, true"
  })
  void a_star_stands_for_any_characters_and_all_else_for_itself(
      String pattern, String value, boolean matches) {
    assertThat(StringPattern.compile(pattern).matches(value)).isEqualTo(matches);
  }

  @Test
  void agrees_with_a_regular_expression_on_random_patterns() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      String pattern = text(random, "ab*", 6);
      String value = text(random, "ab", 8);
      boolean expected = Pattern.matches(pattern.replace("*", ".*"), value);

      assertThat(StringPattern.compile(pattern).matches(value))
          .as("%s on %s", pattern, value)
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\\", "a\\b", "\\?"})
  void an_open_escape_fails_when_it_is_evaluated(String pattern) {
    StringPattern compiled = StringPattern.compile(pattern);

    assertThatThrownBy(() -> compiled.matches("a"))
        .isInstanceOf(EvaluationException.class)
        .hasMessageContaining("'" + pattern + "' has an invalid escape");
  }

  private static String text(Random random, String alphabet, int longest) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(longest + 1); i > 0; i--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}

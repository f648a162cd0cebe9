package io.stepunit.internal.jsonata.function;

import static io.stepunit.internal.jsonata.function.Evaluations.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stepunit.internal.jsonata.Values;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSONata's own functions. */
class StandardFunctionsTest {
  private static final String ARROW = " ==> ";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Locale locale = Locale.getDefault();

  @AfterEach
  void restoreTheLocale() {
    Locale.setDefault(locale);
  }

  static Stream<Arguments> functions() throws IOException {
    try (InputStream file = StandardFunctionsTest.class.getResourceAsStream("functions.txt")) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> line.contains(ARROW))
          .map(
              line -> {
                int arrow = line.lastIndexOf(ARROW);
                return Arguments.of(
                    line.substring(0, arrow), line.substring(arrow + ARROW.length()));
              });
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void give_what_the_reference_implementation_gives(String expression, String expected)
      throws IOException {
    String outcome = outcome(expression);

    if (isJson(expected) && isJson(outcome)) {
      assertThat(Values.areEqual(MAPPER.readTree(outcome), MAPPER.readTree(expected)))
          .as("%s gives %s", expression, outcome)
          .isTrue();
    } else {
      assertThat(outcome).isEqualTo(expected);
    }
  }

  private static boolean isJson(String outcome) {
    return !outcome.matches("(?s)undefined|(error|limit) .*|failure");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "$now()                        | \"2024-12-30T15:04:05.067Z\"",
        "$now('[Y]')                   | \"2024\"",
        "$now('[H]', '+0100')          | \"16\"",
        "$millis()                     | 1735571045067",
        "$toMillis('06:30', '[H]:[m]') | 1735540200000"
      })
  void tell_the_time_of_the_surroundings(String expression, String expected) {
    assertThat(outcome(expression)).isEqualTo(expected);
  }

  @Test
  void shuffle_as_the_surroundings_say() {
    assertThat(outcome("$shuffle([1..9])")).isEqualTo(outcome("$shuffle([1..9])"));
    assertThat(outcome("$sort($shuffle([1..9]))")).isEqualTo("[1,2,3,4,5,6,7,8,9]");
  }

  /** In JavaScript the engine fails; what it says has no code. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "$base64decode('!!!')",
        "$sift({'a': 1})",
        "$contains('a', nothing)",
        "$split('a', nothing)",
        "$fromMillis(0, '[fn]')",
        "$parseInteger('12', '٠')",
        "$match('a', function($t) { {'match': 'a', 'start': 0, 'end': 1} })"
      })
  void fail_without_a_code(String expression) {
    assertThat(outcome(expression)).isEqualTo("failure");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tr", "ar-EG", "lt", "de"})
  void do_not_depend_on_the_locale(String language) {
    Locale.setDefault(Locale.forLanguageTag(language));

    assertThat(outcome("$uppercase('iI') & $lowercase('Iİ')")).isEqualTo("\"IIii̇\"");
    assertThat(outcome("$formatNumber(1234.5, '#,##0.0')")).isEqualTo("\"1,234.5\"");
    assertThat(outcome("$formatInteger(13, 'W')")).isEqualTo("\"THIRTEEN\"");
    assertThat(outcome("$fromMillis(0, '[MN] [Fn]')")).isEqualTo("\"JANUARY thursday\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "$map([5], function() { 'none' })                                             | \"none\"",
        "$map([5], function($a, $b, $c, $d) { {'n': [$a, $b, $c, $d]} }).n            | [5,0,5]",
        "$reduce([5, 6], function($a, $b, $c, $d, $e) { [$a, $b, $c, $d, $e] })       | [5,6,1,5,6]"
      })
  void hand_over_as_many_arguments_as_a_function_takes(String expression, String expected) {
    assertThat(outcome(expression)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "$pad('a', 2000000000)                                                  | limit MEMORY",
        "$pad('', 262145)                                                       | limit MEMORY",
        "$length($pad('', 262144))                                              | 262144",
        "$replace($pad('', 3000, 'a'), 'a', $pad('', 3000))                     | limit MEMORY",
        "$replace($pad('', 3000, 'a'), /a/, $pad('', 3000))                     | limit MEMORY",
        "$join($split($pad('', 3000), ''), $pad('', 3000))                      | limit MEMORY",
        "$reduce([1..40], function($t, $i) { $t & $t }, 'ab')                   | limit MEMORY",
        "$reduce([1..40], function($t, $i) { $append($t, $t) }, [1, 2])         | limit MEMORY",
        "$reduce([1..40], function($t, $i) { $append($t, $t) }, ['a'])          | limit TIME",
        "$map([1..3000], function($i) { $sort([1..3000]) })                     | limit TIME",
        "$map([1..3000], function($i) { $distinct([1..9000]) })                 | limit TIME",
        "$contains($pad('', 60, 'a') & 'b', /^(?:(a+)\\1?)+c$/)                 | limit TIME",
        "$toMillis($pad('', 20000, 'a') & '1', '[Ya][Ma][Da][Ha][ma]')          | limit TIME",
        "$formatInteger(1/0, 'w')                                               | limit DEPTH",
        "$formatInteger(1e300, 'I')                                             | limit DEPTH",
        "$formatInteger(1/0, 'A')                                               | limit MEMORY",
        "$formatNumber(0, '0e0')                                                | limit TIME",
        "$fromMillis(0, '[Y,2000000000]')                                       | limit MEMORY"
      })
  void end_within_their_bounds(String expression, String expected) {
    assertThat(outcome(expression)).isEqualTo(expected);
  }
}

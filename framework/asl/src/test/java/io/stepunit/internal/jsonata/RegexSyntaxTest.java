package io.stepunit.internal.jsonata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Regular expressions mean what they mean in ECMAScript. */
class RegexSyntaxTest {
  static Stream<Arguments> expressions() {
    return Stream.of(
        arguments("a.c", "", "a\nc", List.of()),
        arguments("a.c", "", "a\u0085c", List.of("a\u0085c")),
        arguments("c$", "", "abc\n", List.of()),
        arguments("^b$", "m", "a\nb\nc", List.of("b")),
        arguments("^b", "", "a\nb", List.of()),
        arguments("[[a]+", "", "x[a[", List.of("[a[")),
        arguments("[a&&b]+", "", "a&b", List.of("a&b")),
        arguments("[^]", "", "\n", List.of("\n")),
        arguments("[]", "", "a", List.of()),
        arguments("[]?b", "", "ab", List.of("b")),
        arguments("\\s+", "", "\u00a0\ufeff \t", List.of("\u00a0\ufeff \t")),
        arguments("[^\\S]", "", " ", List.of(" ")),
        arguments("\\bé", "", "é", List.of()),
        arguments("\\w", "", "é", List.of()),
        arguments("[\\b]", "", "\b", List.of("\b")),
        arguments("\\cJ", "", "\n", List.of("\n")),
        arguments("\\0", "", "\u0000", List.of("\u0000")),
        arguments("\\x41\\u0042", "", "AB", List.of("AB")),
        arguments("\\u{2}", "", "uu", List.of("uu")),
        arguments("\\p", "", "p", List.of("p")),
        arguments("\\h\\R\\A\\Z\\Q", "", "hRAZQ", List.of("hRAZQ")),
        arguments("\\v", "", "\u000b", List.of("\u000b")),
        arguments("a{,2}", "", "a{,2}", List.of("a{,2}")),
        arguments("a{2", "", "a{2", List.of("a{2")),
        arguments("x{1,2}?", "", "xx", List.of("x")),
        arguments("]}", "", "]}", List.of("]}")),
        arguments("\\1(a)", "", "a", List.of("a", "a")),
        arguments("(a)\\1", "", "aa", List.of("aa", "a")),
        arguments("\\2", "", "\u0002", List.of("\u0002")),
        arguments("\\8", "", "8", List.of("8")),
        arguments("(?<first_1>a)\\k<first_1>", "", "aa", List.of("aa", "a")),
        arguments("\\k", "", "k", List.of("k")),
        arguments("(?<=a)b", "", "ab", List.of("b")),
        arguments("(?<!a)b", "", "ab", List.of()),
        arguments("É", "i", "é", List.of("é")),
        arguments("[à-ö]", "i", "É", List.of("É")),
        arguments("[a-c-e]+", "", "-", List.of("-")),
        arguments("[\\d-x]+", "", "1-x", List.of("1-x")),
        arguments("(b)?a", "", "a", List.of("a", "unset")),
        arguments("(?=a)?a", "", "a", List.of("a")),
        arguments("[\\x41-\\x43]+", "", "ABC", List.of("ABC")));
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void match_as_in_ecmascript(String source, String flags, String text, List<String> groups) {
    Matcher matcher =
        RegexSyntax.compile(source, flags.contains("i"), flags.contains("m")).matcher(text);

    List<String> found = new ArrayList<>();
    if (matcher.find()) {
      for (int i = 0; i <= matcher.groupCount(); i++) {
        found.add(Objects.requireNonNullElse(matcher.group(i), "unset"));
      }
    }
    assertThat(found).isEqualTo(groups);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a++", "^*", "(?i)a", "[b-a]", "(?<=a)+", "a**", "x{2}{3}", "a)", "(a", "[a", "\\"
      })
  void refuse_what_is_no_expression_in_ecmascript(String source) {
    assertThatThrownBy(() -> RegexSyntax.compile(source, false, false))
        .isInstanceOf(PatternSyntaxException.class);
  }
}

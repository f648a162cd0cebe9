package io.stepunit.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "Charge", "Größe 日本 İı", "😀", "👩\u200D🚀", "a\\n", "%d {x} `y`"})
  void what_can_be_shown_stays(String text) {
    assertThat(Printable.line(text)).isSameAs(text);
    assertThat(Printable.lines(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "1B, \\u001B",
    "0, \\u0000",
    "7F, \\u007F",
    "9B, \\u009B",
    "85, \\u0085",
    "2028, \\u2028",
    "202E, \\u202E",
    "2066, \\u2066",
    "200F, \\u200F",
    "61C, \\u061C",
    "FEFF, \\uFEFF",
    "D800, \\uD800",
    "DC00, \\uDC00",
    "D, \\r"
  })
  void what_rules_over_a_terminal_or_a_line_is_written_as_JSON_does(String code, String shown) {
    String text = "a" + (char) Integer.parseInt(code, 16) + "b";

    assertThat(Printable.line(text)).isEqualTo("a" + shown + "b");
    assertThat(Printable.lines(text)).isEqualTo("a" + shown + "b");
  }

  @Test
  void a_line_has_no_breaks_and_tabs_and_lines_have() {
    assertThat(Printable.line("a\n\tb\r\nc")).isEqualTo("a\\n\\tb\\r\\nc");
    assertThat(Printable.lines("a\n\tb\r\nc")).isEqualTo("a\n\tb\nc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Charge", "\u0000\u001B\u2028\uFFFF", "😀", "a😀b", "日本"})
  void what_utf_8_can_write_stays(String text) {
    assertThat(Printable.encodable(text)).isSameAs(text);
  }

  @ParameterizedTest
  @CsvSource({"D83D, \\uD83D", "DE00, \\uDE00"})
  void half_of_a_surrogate_pair_is_escaped_for_utf_8(String code, String escaped) {
    char half = (char) Integer.parseInt(code, 16);

    assertThat(Printable.encodable(String.valueOf(half))).isEqualTo(escaped);
    assertThat(Printable.encodable("a" + half + "😀b")).isEqualTo("a" + escaped + "😀b");
    assertThat(Printable.encodable("😀" + half)).isEqualTo("😀" + escaped);
  }

  @Test
  void json_stays_the_same_json() {
    assertThat(Printable.json("{\n  \"a\" : \"\u009Bx\u2028\"\n}"))
        .isEqualTo("{\n  \"a\" : \"\\u009Bx\\u2028\"\n}");
  }
}

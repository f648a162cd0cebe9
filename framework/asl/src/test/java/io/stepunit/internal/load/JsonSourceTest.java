package io.stepunit.internal.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stepunit.asl.Diagnostic;
import io.stepunit.asl.DiagnosticCode;
import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.read.Diagnostics;
import io.stepunit.internal.model.read.LocatedNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSourceTest {
  @Test
  void every_node_knows_its_line_column_and_pointer() {
    LocatedNode root =
        parse(
            """
            {
              "a": [true,
                {"b/c": null}]
            }
            """);

    LocatedNode a = root.fields().get("a");
    LocatedNode item = a.items().get(1);
    LocatedNode leaf = item.fields().get("b/c");

    assertThat(place(root)).isEqualTo("1:1 ");
    assertThat(place(a)).isEqualTo("2:3 /a");
    assertThat(place(a.items().get(0))).isEqualTo("2:9 /a/0");
    assertThat(place(item)).isEqualTo("3:5 /a/1");
    assertThat(place(leaf)).isEqualTo("3:6 /a/1/b~1c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":[1,-2,3000000000,12345678901234567890],\"b\":{}}",
        "[1.10,1E+3,0.1]",
        "[\"\\u00e9\\n\\\"\",true,false,null,[]]"
      })
  void values_are_those_of_any_other_json_of_ours(String text) {
    assertThat(parse(text).value()).isEqualTo(Json.parse(text));
  }

  /** The parser's older versions name the end of a bad token, its newer ones the beginning. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "not a definition | 1 | 1 | 4 | Unrecognized token 'not'",
        "{;\"a\": 1,;} | 3 | 1 | 2 | was expecting double-quote to start field name",
        "{\"a\": 1} x | 1 | 10 | 11 | Unrecognized token 'x'",
        "{\"a\": 1} {} | 1 | 10 | 10 | There is text after the end of the definition",
        "{\"a\": tru | 1 | 7 | 10 | Unrecognized token 'tru'",
        "{\"a\": // x | 1 | 7 | 8 | maybe a (non-standard) comment?"
      })
  void broken_json_is_reported_where_it_breaks(
      String text, int line, int from, int to, String problem) {
    Diagnostic diagnostic = refused(text.replace(';', '\n'));

    assertThat(diagnostic.code()).contains(DiagnosticCode.INVALID_JSON_DESCRIPTION);
    assertThat(diagnostic.message()).contains(problem);
    assertThat(diagnostic.toString()).contains(problem).hasLineCount(1);
    assertThat(diagnostic.location().line()).isEqualTo(line);
    assertThat(diagnostic.location().column()).isBetween(from, to);
  }

  @Test
  void nesting_without_end_is_refused() {
    Diagnostic diagnostic = refused("[".repeat(100_000));

    assertThat(diagnostic.message()).contains("depth");
  }

  @Test
  void nesting_up_to_the_limit_is_read() {
    LocatedNode root = parse("[".repeat(ParserLimits.NESTING) + "]".repeat(ParserLimits.NESTING));

    assertThat(root.items()).hasSize(1);
  }

  @Test
  void first_of_duplicate_keys_counts_and_the_second_is_reported() {
    Diagnostics diagnostics = new Diagnostics();

    LocatedNode root = JsonSource.parse("a.json", "{\"a\": 1,\n \"a\": 2}", diagnostics);

    assertThat(root.value()).isEqualTo(Json.parse("{\"a\": 1}"));
    assertThat(diagnostics.asException().diagnostics())
        .extracting(Diagnostic::toString)
        .containsExactly(
            "a.json:2 /a: Duplicate field 'a' (the first is at a.json:1; a field may appear only"
                + " once)");
  }

  private static LocatedNode parse(String text) {
    return JsonSource.parse("a.json", text, new Diagnostics());
  }

  private static Diagnostic refused(String text) {
    InvalidDefinitionException e =
        catchThrowableOfType(() -> parse(text), InvalidDefinitionException.class);
    return e.diagnostics().get(0);
  }

  private static String place(LocatedNode node) {
    return node.location().line()
        + ":"
        + node.location().column()
        + " "
        + node.location().pointer();
  }
}

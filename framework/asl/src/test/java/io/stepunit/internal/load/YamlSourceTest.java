package io.stepunit.internal.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stepunit.asl.Diagnostic;
import io.stepunit.asl.DiagnosticCode;
import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.read.Diagnostics;
import io.stepunit.internal.model.read.LocatedNode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlSourceTest {
  @Test
  void every_node_knows_its_line_column_and_pointer() {
    LocatedNode root =
        parse(
            """
            # a comment
            a:
              - true
              - b/c:
                  x
            """);

    LocatedNode a = root.fields().get("a");
    LocatedNode leaf = a.items().get(1).fields().get("b/c");

    assertThat(place(root)).isEqualTo("2:1 ");
    assertThat(place(a)).isEqualTo("2:1 /a");
    assertThat(place(a.items().get(0))).isEqualTo("3:5 /a/0");
    assertThat(place(leaf)).isEqualTo("4:5 /a/1/b~1c");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text | \"text\"",
        "\"5\" | \"5\"",
        "5 | 5",
        "-5 | -5",
        "+5 | 5",
        "1_000 | 1000",
        "0 | 0",
        "010 | 8",
        "0x1F | 31",
        "0b101 | 5",
        "1:30 | 90",
        "3000000000 | 3000000000",
        "12345678901234567890 | 12345678901234567890",
        "1.50 | 1.50",
        "true | true",
        "Yes | true",
        "off | false",
        "null | null",
        "~ | null",
        "2026-03-14T01:59:00Z | \"2026-03-14T01:59:00Z\"",
        "2026-03-14 | \"2026-03-14\"",
        "[1, {a: b}] | [1,{\"a\":\"b\"}]",
        "!!str 5 | \"5\""
      })
  void plain_scalars_are_those_of_yaml_1_1(String yaml, String json) {
    assertThat(parse("a: " + yaml).value()).isEqualTo(Json.parse("{\"a\": %s}".formatted(json)));
  }

  @Test
  void keys_are_texts_whatever_they_look_like() {
    assertThat(parse("{No: 1, 5: 2, null: 3}").value())
        .isEqualTo(Json.parse("{\"No\": 1, \"5\": 2, \"null\": 3}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: .inf | JSON has no value for '.inf'",
        "a: !!int x | JSON has no value for 'x'",
        "a: !!bool x | JSON has no value for 'x'",
        "a: !!binary aGk= | The YAML tag 'tag:yaml.org,2002:binary' is not supported",
        "a: !!set {b} | The YAML tag 'tag:yaml.org,2002:set' is not supported",
        "a: !!java.net.URL [] | The text is not YAML: Global tag is not allowed:"
            + " tag:yaml.org,2002:java.net.URL",
        "a: !local x | The YAML tag '!local' is not supported",
        "? [b] : 1 | A key must be a string",
        "a: {<<: 5} | The value of << must be a mapping or a list of mappings"
      })
  void what_json_cannot_say_is_refused(String yaml, String message) {
    assertThat(refused(yaml).message()).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "!GetAtt F.Arn | {\"Fn::GetAtt\": \"F.Arn\"}",
        "!Ref F | {\"Ref\": \"F\"}",
        "!Sub '5' | {\"Fn::Sub\": \"5\"}",
        "!Join ['-', [!Ref A, b]] | {\"Fn::Join\": [\"-\", [{\"Ref\": \"A\"}, \"b\"]]}",
        "!Transform {Name: X} | {\"Fn::Transform\": {\"Name\": \"X\"}}"
      })
  void short_forms_of_functions_are_read_as_their_long_forms(String yaml, String json) {
    assertThat(parse("a: " + yaml).value()).isEqualTo(Json.parse("{\"a\": %s}".formatted(json)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a: [1 | 2 | 1 | expected ',' or ']'",
        "a: 1;  b: : 2 | 2 | 4 | mapping values are not allowed here",
        "a: 1;---;b: 2 | 2 | 1 | but found another document",
        "a: *nobody | 1 | 4 | found undefined alias nobody",
        "a:;\t- 1 | 2 | 1 | cannot start any token"
      })
  void broken_yaml_is_reported_where_it_breaks(String yaml, int line, int column, String problem) {
    Diagnostic diagnostic = refused(yaml.replace(';', '\n').replace("\\t", "\t") + "\n");

    assertThat(diagnostic.code()).contains(DiagnosticCode.INVALID_JSON_DESCRIPTION);
    assertThat(diagnostic.message()).startsWith("The text is not YAML: ").contains(problem);
    assertThat(diagnostic.location().line()).isEqualTo(line);
    assertThat(diagnostic.location().column()).isEqualTo(column);
  }

  @Test
  void first_of_duplicate_keys_counts_and_the_second_is_reported() {
    Diagnostics diagnostics = new Diagnostics();

    LocatedNode root = YamlSource.parse("a.yaml", "a: 1\na: 2\n", diagnostics);

    assertThat(root.value()).isEqualTo(Json.parse("{\"a\": 1}"));
    assertThat(diagnostics.asException().diagnostics())
        .extracting(Diagnostic::toString)
        .containsExactly(
            "a.yaml:2 /a: Duplicate field 'a' (the first is at a.yaml:1; a field may appear only"
                + " once)");
  }

  @Test
  void an_alias_stands_for_its_anchor_and_a_merge_for_the_fields_that_are_not_written() {
    LocatedNode root =
        parse(
            """
            base: &base {x: 1, y: 2}
            again: *base
            merged:
              y: 3
              <<: *base
            several:
              <<: [*base, {x: 5, z: 6}]
            """);

    assertThat(root.value().get("again")).isEqualTo(Json.parse("{\"x\": 1, \"y\": 2}"));
    assertThat(root.value().get("merged")).isEqualTo(Json.parse("{\"y\": 3, \"x\": 1}"));
    assertThat(root.value().get("several")).isEqualTo(Json.parse("{\"x\": 1, \"y\": 2, \"z\": 6}"));
    assertThat(place(root.fields().get("again").fields().get("x"))).isEqualTo("1:14 /again/x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: &a [*a]", "a: &a {b: *a}", "a: &a {<<: *a}"})
  void an_alias_into_itself_is_refused(String yaml) {
    assertThat(refused(yaml).message()).isEqualTo("An alias refers to itself");
  }

  @Test
  void aliases_that_unfold_without_end_are_refused() {
    String bomb =
        "a0: &a0 [x]\n"
            + IntStream.rangeClosed(1, 40)
                .mapToObj(i -> "a%s: &a%s [*a%s, *a%s]\n".formatted(i, i, i - 1, i - 1))
                .collect(Collectors.joining());

    assertThat(refused(bomb).message()).isEqualTo("The aliases expand to more than 500000 nodes");
  }

  @Test
  void aliases_that_nest_without_end_are_refused() {
    String chain =
        "a0: &a0 [x]\n"
            + IntStream.rangeClosed(1, 5_000)
                .mapToObj(i -> "a%s: &a%s [*a%s]\n".formatted(i, i, i - 1))
                .collect(Collectors.joining());

    assertThat(refused(chain).message()).isEqualTo("The definition is nested too deeply");
  }

  @Test
  void nesting_without_end_is_refused() {
    assertThat(refused("[".repeat(100_000)).message()).contains("Nesting Depth exceeded");
  }

  @Test
  void nesting_up_to_the_limit_is_read() {
    int depth = ParserLimits.NESTING - 1;

    assertThat(parse("[".repeat(depth) + "]".repeat(depth)).items()).hasSize(1);
  }

  private static LocatedNode parse(String text) {
    return YamlSource.parse("a.yaml", text, new Diagnostics());
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

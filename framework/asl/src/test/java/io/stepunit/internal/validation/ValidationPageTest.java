package io.stepunit.internal.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.asl.Diagnostic;
import io.stepunit.asl.Rule;
import io.stepunit.asl.ValidationSettings;
import io.stepunit.asl.WorkflowType;
import io.stepunit.load.DefinitionLoader;
import io.stepunit.load.DefinitionSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code docs/reference/validation.md}: each rule with what it rests on, an example that breaks it,
 * a cure.
 */
class ValidationPageTest {
  private static final Path PAGE = Path.of("../../docs/reference/validation.md");
  private static final Pattern ROW =
      Pattern.compile(
          "(?m)^\\| \\[`([A-Z_]+)`\\]\\(#([a-z_]+)\\) \\| (.*) \\| (\\w+) \\| (\\w+) \\|$");
  private static final Pattern SECTION = Pattern.compile("(?ms)^### ([A-Z_]+)\n(.*?)(?=^##|\\z)");
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```(asl|yaml)\n(.*?)```");

  /** Its example would be a megabyte long. */
  private static final List<Rule> WITHOUT_EXAMPLE = List.of(Rule.DEFINITION_TOO_LARGE);

  record Section(Rule rule, List<MatchResult> examples) {
    List<Diagnostic> problems(int example) {
      String text = examples.get(example).group(2).strip();
      boolean whole = !text.startsWith("\"");
      WorkflowType type =
          rule.name().startsWith("EXPRESS") ? WorkflowType.EXPRESS : WorkflowType.STANDARD;
      return DefinitionLoader.validate(
          examples.get(example).group(1).equals("yaml") ? "example.yaml" : "example.json",
          whole ? text : machine(text),
          type);
    }

    private static String machine(String states) {
      String first = states.substring(1, states.indexOf('"', 1));
      return "{\"StartAt\": \"" + first + "\", \"States\": {" + states + "}}";
    }

    @Override
    public String toString() {
      return rule.name();
    }
  }

  static Stream<Section> sections() throws IOException {
    return SECTION
        .matcher(Files.readString(PAGE))
        .results()
        .map(
            section ->
                new Section(
                    Rule.valueOf(section.group(1)),
                    EXAMPLE.matcher(section.group(2)).results().toList()))
        .filter(section -> !WITHOUT_EXAMPLE.contains(section.rule()));
  }

  private static Map<Rule, MatchResult> rows() throws IOException {
    Map<Rule, MatchResult> rows = new TreeMap<>();
    ROW.matcher(Files.readString(PAGE))
        .results()
        .forEach(row -> rows.put(Rule.valueOf(row.group(1)), row));
    return rows;
  }

  @ParameterizedTest
  @EnumSource
  void every_rule_stands_in_the_table_as_it_is(Rule rule) throws IOException {
    MatchResult row = rows().get(rule);

    assertThat(row).isNotNull();
    assertThat(row.group(2)).isEqualTo(rule.name().toLowerCase(Locale.ROOT));
    assertThat(row.group(3)).isEqualTo(rule.code().map(code -> "`" + code + "`").orElse(""));
    assertThat(row.group(4)).isEqualTo(rule.severity().name().toLowerCase(Locale.ROOT));
    assertThat(row.group(5)).isEqualTo(rule.basis().name().toLowerCase(Locale.ROOT));
  }

  @ParameterizedTest
  @EnumSource
  void a_rule_of_ours_is_at_most_a_warning(Rule rule) {
    assertThat(rule.basis() == Rule.Basis.OURS && rule.severity() == Diagnostic.Severity.ERROR)
        .isFalse();
  }

  @Test
  void every_rule_has_a_section() throws IOException {
    assertThat(sections().map(Section::rule))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Rule.values()).filter(rule -> !WITHOUT_EXAMPLE.contains(rule)).toList());
  }

  @ParameterizedTest
  @MethodSource("sections")
  void the_example_breaks_the_rule(Section section) {
    assertThat(section.problems(0))
        .as("%s", section.problems(0))
        .extracting(Diagnostic::rule)
        .contains(section.rule());
  }

  @ParameterizedTest
  @MethodSource("sections")
  void the_cure_cures_it(Section section) {
    List<Diagnostic> problems = section.problems(1);

    assertThat(problems).noneMatch(Diagnostic::isError);
    assertThat(problems).extracting(Diagnostic::rule).doesNotContain(section.rule());
  }

  @Test
  void warnings_are_read_and_settings_applied() {
    String text = "{\"StartAt\": \"S\", \"States\": {\"S\": {\"Type\": \"Succeed\"}}}";

    List<Diagnostic> problems =
        DefinitionLoader.validate("order.asl.json", text, WorkflowType.EXPRESS);
    ValidationSettings settings = ValidationSettings.DEFAULT.with("TASK_WITHOUT_TIMEOUT", "off");
    var order = DefinitionSource.text("order.asl.json", text).load(settings);
    List<Diagnostic> warnings = order.definition().warnings();

    assertThat(problems).isEqualTo(warnings).isEmpty();
  }
}

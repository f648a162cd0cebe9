package io.stepunit.internal.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.asl.Diagnostic;
import io.stepunit.asl.Diagnostic.Severity;
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
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code docs/reference/validation.md}: each rule with its severity, its basis and AWS's code; what
 * to write instead of what a warning reports is part of the examples that are validated here.
 */
class ValidationPageTest {
  private static final Path PAGE = Path.of("../../docs/reference/validation.md");
  private static final Path EXAMPLES =
      Path.of("src/test/resources/io/stepunit/internal/validation/rule-examples.md");

  private static final String RECORDED_ERRORS = "### Recorded\n";
  private static final String SPECIFIED_ERRORS = "### Specified\n";
  private static final String WARNINGS_OF_AWS = "### AWS's warnings\n";
  private static final String OWN_WARNINGS = "### StepUnit's warnings\n";
  private static final String CODES = "## AWS's codes\n";

  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| (.*) \\|$");
  private static final Pattern CODES_OF_RULES =
      Pattern.compile("(?m)^\\| `?(\\w+)`? \\| ((?:`[A-Z_]+`(?:, )?)+) \\|$");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern SECTION = Pattern.compile("(?ms)^## ([A-Z_]+)\n(.*?)(?=^## |\\z)");
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```(asl|yaml)\n(.*?)```");

  /** Its example would be a megabyte long. */
  private static final List<Rule> WITHOUT_EXAMPLE = List.of(Rule.DEFINITION_TOO_LARGE);

  record Section(Rule rule, List<MatchResult> examples) {
    List<Diagnostic> problems(int example) {
      String text = text(example);
      boolean whole = !text.startsWith("\"");
      WorkflowType type =
          rule.name().startsWith("EXPRESS") ? WorkflowType.EXPRESS : WorkflowType.STANDARD;
      return DefinitionLoader.validate(
          examples.get(example).group(1).equals("yaml") ? "example.yaml" : "example.json",
          whole ? text : machine(text),
          type);
    }

    String text(int example) {
      return examples.get(example).group(2).strip();
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
        .matcher(Files.readString(EXAMPLES))
        .results()
        .map(
            section ->
                new Section(
                    Rule.valueOf(section.group(1)),
                    EXAMPLE.matcher(section.group(2)).results().toList()));
  }

  static Stream<Section> warnings() throws IOException {
    return sections().filter(section -> section.rule().severity() == Severity.WARNING);
  }

  /** The cells behind each rule's name, in the tables between two headings. */
  private static Map<Rule, List<String>> rows(String heading, String next) throws IOException {
    return ROW.matcher(text(heading, next))
        .results()
        .collect(
            Collectors.toMap(
                row -> Rule.valueOf(row.group(1)), row -> List.of(row.group(2).split(" \\| "))));
  }

  private static String text(String heading, String next) throws IOException {
    String page = Files.readString(PAGE);
    int end = next.isEmpty() ? page.length() : page.indexOf(next);
    return page.substring(page.indexOf(heading), end);
  }

  private static Map<Rule, List<String>> rowsLike(Rule rule) throws IOException {
    if (rule.severity() == Severity.ERROR) {
      return rule.basis() == Rule.Basis.RECORDED
          ? rows(RECORDED_ERRORS, SPECIFIED_ERRORS)
          : rows(SPECIFIED_ERRORS, WARNINGS_OF_AWS);
    }
    return rule.basis() == Rule.Basis.OURS
        ? rows(OWN_WARNINGS, CODES)
        : rows(WARNINGS_OF_AWS, OWN_WARNINGS);
  }

  /** AWS's code of each error that does not have the usual one. */
  private static Map<Rule, Optional<String>> codes() throws IOException {
    return CODES_OF_RULES
        .matcher(text(CODES, ""))
        .results()
        .flatMap(
            row ->
                CODE.matcher(row.group(2))
                    .results()
                    .map(rule -> Map.entry(Rule.valueOf(rule.group(1)), row.group(1))))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> Optional.of(entry.getValue()).filter(code -> !code.equals("none"))));
  }

  @ParameterizedTest
  @EnumSource
  void every_rule_stands_in_the_table_of_its_severity_and_basis(Rule rule) throws IOException {
    assertThat(rowsLike(rule)).containsKey(rule);
    assertThat(text(RECORDED_ERRORS, CODES)).containsOnlyOnce("| `" + rule + "` |");
  }

  @ParameterizedTest
  @EnumSource
  void the_code_of_every_rule_is_what_the_page_says(Rule rule) throws IOException {
    Optional<String> said;
    if (rule.severity() == Severity.ERROR) {
      said = codes().getOrDefault(rule, Optional.of("SCHEMA_VALIDATION_FAILED"));
    } else {
      said = rule.basis() == Rule.Basis.OURS ? Optional.empty() : Optional.of(rule.name());
    }

    assertThat(rule.code().map(Object::toString)).isEqualTo(said);
  }

  @ParameterizedTest
  @EnumSource
  void a_rule_of_ours_is_at_most_a_warning(Rule rule) {
    assertThat(rule.basis() == Rule.Basis.OURS && rule.severity() == Severity.ERROR).isFalse();
  }

  @Test
  void every_rule_has_an_example() throws IOException {
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
  void the_fix_fixes_it(Section section) {
    List<Diagnostic> problems = section.problems(1);

    assertThat(problems).noneMatch(Diagnostic::isError);
    assertThat(problems).extracting(Diagnostic::rule).doesNotContain(section.rule());
  }

  @ParameterizedTest
  @MethodSource("warnings")
  void the_page_shows_parts_of_a_warnings_example_and_of_its_fix(Section section)
      throws IOException {
    List<String> cells = rowsLike(section.rule()).get(section.rule());

    assertThat(code(cells.get(cells.size() - 2)))
        .allSatisfy(part -> assertThat(bare(section.text(0))).contains(part));
    assertThat(code(cells.get(cells.size() - 1)))
        .allSatisfy(part -> assertThat(bare(section.text(1))).contains(part));
  }

  /** The code in a cell; an ellipsis stands for whatever comes next. */
  private static List<String> code(String cell) {
    return CODE.matcher(cell)
        .results()
        .flatMap(code -> Arrays.stream(code.group(1).split("…")))
        .map(ValidationPageTest::bare)
        .toList();
  }

  private static String bare(String text) {
    return text.replaceAll("\\s", "");
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

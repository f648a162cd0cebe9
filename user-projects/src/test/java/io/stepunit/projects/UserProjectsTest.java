package io.stepunit.projects;

import static java.util.stream.Collectors.summingInt;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Maven said when it built each of the projects, by the side of this module. */
class UserProjectsTest {
  private static final Path PROJECTS = Path.of("target", "projects");

  /** Made of the files that the README shows. */
  private static final Path OF_README = Path.of("target", "readme-projects");

  private static final String BELOW_THE_OLDEST = "below-the-oldest";

  /** Has all goals of the Maven plugin; some of its builds fail, as they should. */
  private static final String COVERAGE = "coverage";

  /** What StepUnit itself says of a test run. */
  private static final String REPORT = "StepUnit: ";

  /** As Surefire counts what it ran in all classes. */
  private static final Pattern TESTS =
      Pattern.compile("\\[INFO] Tests run: (\\d+), Failures: 0, Errors: 0, Skipped: 0");

  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[;\\d]*m");

  static Stream<String> green() throws IOException {
    try (Stream<Path> projects = Files.list(PROJECTS)) {
      return projects
          .filter(project -> Files.exists(project.resolve("pom.xml")))
          .map(project -> project.getFileName().toString())
          .filter(name -> !name.equals(BELOW_THE_OLDEST) && !name.equals(COVERAGE))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("green")
  void its_tests_are_found_and_pass(String project) throws IOException {
    int tests =
        log(project).stream()
            .map(TESTS::matcher)
            .filter(Matcher::matches)
            .collect(summingInt(line -> Integer.parseInt(line.group(1))));

    assertThat(tests).isPositive();
  }

  @ParameterizedTest
  @MethodSource("green")
  void no_library_prints_anything(String project) throws IOException {
    assertThat(log(project)).allMatch(UserProjectsTest::isOfMavenOrStepUnit);
  }

  /** The further lines of a message are indented; its first one, a library's too, is not. */
  private static boolean isOfMavenOrStepUnit(String line) {
    return line.isBlank()
        || Stream.of("[INFO]", REPORT, "Fault matrix of ", "  ").anyMatch(line::startsWith);
  }

  @ParameterizedTest
  @MethodSource("green")
  void a_report_is_made_of_its_tests(String project) throws IOException {
    assertThat(log(project))
        .anyMatch(
            line -> line.startsWith(REPORT) && line.endsWith("report: target/stepunit/index.html"));
    assertThat(PROJECTS.resolve(project).resolve("target/stepunit/index.html"))
        .content()
        .startsWith("<!doctype html>");
  }

  @ParameterizedTest
  @CsvSource({"readme-maven, 21", "readme-kotlin, 1"})
  void the_tests_of_the_readme_pass(String project, int tests) throws IOException {
    assertThat(logIn(OF_README.resolve(project)))
        .contains("[INFO] Tests run: " + tests + ", Failures: 0, Errors: 0, Skipped: 0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[INFO] 1 file checked: 0 errors, 4 warnings",
        "[INFO] 2 drawings written to ",
        "[INFO] StepUnit: order 2/3 states, 1/2 transitions (2 holes), report: ",
        "[INFO] Tests are skipped, so coverage is not checked.",
        "[INFO] Coverage is as asked for in 1 definition, but for the baseline (2 holes).",
        "[INFO] src/main/resources/order.asl.json:9  Catch[0] of Charge is left out",
        "[INFO] Written to target/stepunit/mutation.json",
      })
  void each_goal_tells_what_it_did(String line) throws IOException {
    assertThat(log(COVERAGE)).anyMatch(logged -> logged.startsWith(line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order: states 2/3 (66 %, and 100 % are asked for), transitions 1/2 (50 %, and 100 % are"
            + " asked for), catchers 0/1 (0 %, and 100 % are asked for)",
        "  src/main/resources/order.asl.json:18: Refuse is never reached",
        "src/test/resources/forgotten.asl.json: no test uses it",
      })
  void a_hole_that_is_not_allowed_fails_the_build_with_its_place(String line) throws IOException {
    assertThat(log(COVERAGE)).anyMatch(logged -> logged.replace("[ERROR] ", "").equals(line));
  }

  @Test
  void modules_have_one_report_together() {
    assertThat(PROJECTS.resolve(COVERAGE).resolve("target/all/index.html")).isRegularFile();
    assertThat(PROJECTS.resolve(COVERAGE).resolve("target/all/cobertura.xml")).isRegularFile();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "StepUnit needs JUnit Jupiter 5.10 or later and found 5.8.2",
        "StepUnit needs Jackson 2.15 or later and found 2.13.5",
        "StepUnit needs AssertJ 3.24 or later and found 3.20.2",
        "StepUnit needs json-path 2.9 or later and found 2.7.0",
      })
  void a_library_that_is_too_old_is_named(String sentence) throws IOException {
    assertThat(log(BELOW_THE_OLDEST)).anyMatch(line -> line.contains(sentence));
  }

  @Test
  void nothing_else_is_told_where_a_library_is_too_old() throws IOException {
    assertThat(log(BELOW_THE_OLDEST))
        .noneMatch(line -> line.contains("NoSuchMethodError") || line.contains("NoClassDefFound"));
  }

  private static List<String> log(String project) throws IOException {
    return logIn(PROJECTS.resolve(project));
  }

  private static List<String> logIn(Path project) throws IOException {
    Path log = project.resolve("build.log");
    try (Stream<String> lines = Files.lines(log)) {
      return lines.map(line -> COLOUR.matcher(line).replaceAll("")).toList();
    }
  }
}

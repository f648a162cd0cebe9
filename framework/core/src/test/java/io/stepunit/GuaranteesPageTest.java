package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/guarantees.md} promises has a test class, and readers find the page. */
class GuaranteesPageTest {
  private static final Path PROJECT = Path.of("../..");
  private static final Pattern ROW = Pattern.compile("\\| (.+) \\| (.+) \\|");
  private static final Pattern TESTS = Pattern.compile("`\\w+Test`(, `\\w+Test`)*");
  private static final Pattern TEST = Pattern.compile("`(\\w+)`");

  /** What stands behind each promise. */
  private static List<String> checks() throws IOException {
    try (Stream<String> lines = Files.lines(PROJECT.resolve("docs/guarantees.md"))) {
      return lines
          .map(ROW::matcher)
          .filter(Matcher::matches)
          .filter(row -> !row.group(1).equals("promise"))
          .map(row -> row.group(2))
          .toList();
    }
  }

  @Test
  void every_promise_names_tests() throws IOException {
    assertThat(checks()).hasSizeGreaterThan(20).allMatch(TESTS.asMatchPredicate());
  }

  @Test
  void every_test_that_it_names_is_there() throws IOException {
    assertThat(checks())
        .flatExtracting(tests -> TEST.matcher(tests).results().map(m -> m.group(1)).toList())
        .isSubsetOf(TestClasses.names());
  }

  @Test
  void the_readme_and_the_index_of_the_documentation_link_to_it() throws IOException {
    assertThat(Files.readString(PROJECT.resolve("README.md"))).contains("(docs/guarantees.md)");
    assertThat(Files.readString(PROJECT.resolve("docs/README.md"))).contains("(guarantees.md)");
  }
}

package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code docs/fidelity.md} promises to be checked has a test class, and a mark. */
class FidelityPageTest {
  private static final Pattern TEST = Pattern.compile("`(\\w+)`");

  @Test
  void every_row_is_marked_by_how_it_is_known() {
    assertThat(FidelityPage.rows())
        .hasSizeGreaterThan(50)
        .extracting(FidelityPage.Row::mark)
        .allMatch(Set.of("recorded", "measured", "documented", "inferred", "(ours)")::contains);
  }

  @Test
  void every_test_that_it_names_is_there() throws IOException {
    Set<String> tests = TestClasses.names();

    assertThat(FidelityPage.rows())
        .flatExtracting(row -> TEST.matcher(row.tests()).results().map(m -> m.group(1)).toList())
        .isNotEmpty()
        .allMatch(tests::contains);
  }
}

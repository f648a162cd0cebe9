package io.stepunit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rows of {@code docs/fidelity.md}. */
final class FidelityPage {
  private static final Path PAGE = Path.of("../../docs/fidelity.md");
  private static final Pattern HEADING = Pattern.compile("## (.+)");
  private static final Pattern ROW = Pattern.compile("\\| (.+) \\| (.+) \\| (`.+`) \\|");

  private FidelityPage() {}

  /**
   * A row of the page.
   *
   * @param mark how the behaviour is known
   * @param tests the tests that check it
   */
  record Row(String section, String behaviour, String mark, String tests) {
    /** Whether AWS has shown it. */
    boolean isShown() {
      return mark.equals("recorded") || mark.equals("measured");
    }
  }

  static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    String section = "";
    for (String line : lines()) {
      Matcher heading = HEADING.matcher(line);
      section = heading.matches() ? heading.group(1) : section;
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        rows.add(new Row(section, row.group(1), row.group(2), row.group(3)));
      }
    }
    return rows;
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(PAGE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

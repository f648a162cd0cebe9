package io.stepunit.internal.assertj;

import io.stepunit.internal.text.Printable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two lists of names side by side, equal ones in the same row (longest common subsequence). */
final class Alignment {
  private static final int MOST_ROWS = 20;
  private static final int MOST_LINES = 60;
  private static final int ROWS_AROUND = 3;

  /** Beyond this many cells the table of the search would be too large. */
  private static final long MOST_CELLS = 4_000_000L;

  private final List<Row> rows;

  private Alignment(List<Row> rows) {
    this.rows = rows;
  }

  static Alignment of(List<String> expected, List<String> found) {
    int start = 0;
    int least = Math.min(expected.size(), found.size());
    while (start < least && expected.get(start).equals(found.get(start))) {
      start++;
    }
    int end = 0;
    while (end < least - start
        && expected.get(expected.size() - 1 - end).equals(found.get(found.size() - 1 - end))) {
      end++;
    }
    List<Row> rows = new ArrayList<>();
    expected.subList(0, start).forEach(name -> rows.add(new Row(name, name)));
    rows.addAll(
        differing(
            expected.subList(start, expected.size() - end),
            found.subList(start, found.size() - end)));
    expected
        .subList(expected.size() - end, expected.size())
        .forEach(name -> rows.add(new Row(name, name)));
    return new Alignment(List.copyOf(rows));
  }

  private static List<Row> differing(List<String> expected, List<String> found) {
    List<Row> rows = new ArrayList<>();
    int[][] common = commonLengths(expected, found);
    int i = 0;
    int j = 0;
    while (i < expected.size() || j < found.size()) {
      boolean inTable = i < common.length - 1 && j < common[i].length - 1;
      if (inTable && expected.get(i).equals(found.get(j))) {
        rows.add(new Row(expected.get(i++), found.get(j++)));
      } else if (i < expected.size()
          && (j == found.size() || !inTable || common[i + 1][j] >= common[i][j + 1])) {
        rows.add(new Row(expected.get(i++), null));
      } else {
        rows.add(new Row(null, found.get(j++)));
      }
    }
    return rows;
  }

  /** For each pair of places, how many names the rests have in common; empty if too large. */
  private static int[][] commonLengths(List<String> expected, List<String> found) {
    if ((long) expected.size() * found.size() > MOST_CELLS) {
      return new int[0][0];
    }
    int[][] common = new int[expected.size() + 1][found.size() + 1];
    for (int i = expected.size() - 1; i >= 0; i--) {
      for (int j = found.size() - 1; j >= 0; j--) {
        common[i][j] =
            expected.get(i).equals(found.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  /**
   * How many of the found names come before the first difference: the place of the first name that
   * is too much, or before which one is missing.
   */
  int firstDifference() {
    int place = 0;
    while (place < rows.size() && rows.get(place).isEqual()) {
      place++;
    }
    return place;
  }

  /** The rows around the first difference; {@code -} marks what is missing, {@code +} too much. */
  String text() {
    int width = "expected".length();
    for (Row row : rows) {
      width = row.expected() == null ? width : Math.max(width, row.expected().length());
    }
    int from = Math.max(0, Math.min(firstDifference() - MOST_ROWS / 2, rows.size() - MOST_ROWS));
    int to = Math.min(rows.size(), from + MOST_ROWS);
    List<String> lines = new ArrayList<>();
    lines.add("    " + pad("expected", width) + "  found");
    if (from > 0) {
      lines.add("    ... " + from + " before");
    }
    for (Row row : rows.subList(from, to)) {
      lines.add(row.text(width));
    }
    if (to < rows.size()) {
      lines.add("    ... " + (rows.size() - to) + " after");
    }
    return String.join("\n", lines);
  }

  /**
   * The rows that differ, with some around them, one below the other: {@code -} marks what was
   * expected, {@code +} what was found instead.
   */
  String lines() {
    List<String> lines = new ArrayList<>();
    int shown = 0;
    for (int i = 0; i < rows.size() && lines.size() < MOST_LINES; i++) {
      if (isNearDifference(i)) {
        if (i > shown) {
          lines.add("  ...");
        }
        lines.add(rows.get(i).line());
        shown = i + 1;
      }
    }
    if (shown < rows.size()) {
      lines.add("  ...");
    }
    return String.join("\n", lines);
  }

  private boolean isNearDifference(int row) {
    int from = Math.max(0, row - ROWS_AROUND);
    int to = Math.min(rows.size(), row + ROWS_AROUND + 1);
    return rows.subList(from, to).stream().anyMatch(near -> !near.isEqual());
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  private record Row(@Nullable String expected, @Nullable String found) {
    Row {
      expected = expected == null ? null : Printable.line(expected);
      found = found == null ? null : Printable.line(found);
    }

    boolean isEqual() {
      return expected != null && found != null;
    }

    String line() {
      return isEqual() ? "  " + expected : expected == null ? "+ " + found : "- " + expected;
    }

    String text(int width) {
      String mark = isEqual() ? "  " : expected == null ? "+ " : "- ";
      String left = pad(expected == null ? "" : expected, width);
      return ("  " + mark + left + "  " + (found == null ? "" : found)).stripTrailing();
    }
  }
}

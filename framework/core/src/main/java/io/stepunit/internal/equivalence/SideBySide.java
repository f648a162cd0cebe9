package io.stepunit.internal.equivalence;

import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonDifference;
import io.stepunit.internal.text.Printable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What both machines did in a case, as text. */
final class SideBySide {
  private static final int WIDEST = 56;
  private static final int MOST_ROWS = 30;
  private static final int MOST_DIFFERENCES = 5;

  private final Trial trial;

  SideBySide(Trial trial) {
    this.trial = trial;
  }

  String text(String original, String now) {
    List<String> lines = new ArrayList<>();
    lines.add("  input: " + JsonDifference.shortened(trial.given().input()));
    trial.given().faults().forEach(fault -> lines.add("  fault: " + fault));
    for (String reply : replies()) {
      lines.add("  " + reply);
    }
    lines.add("");
    lines.addAll(table(original, now));
    lines.add("");
    trial.differences().stream()
        .limit(MOST_DIFFERENCES)
        .forEach(difference -> lines.add("  " + difference));
    if (trial.differences().size() > MOST_DIFFERENCES) {
      lines.add("  … and " + (trial.differences().size() - MOST_DIFFERENCES) + " more");
    }
    return String.join("\n", lines);
  }

  private Set<String> replies() {
    return trial.original().sent().stream()
        .map(sent -> sent.state() + " " + shortened(sent.replyText(), 200))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private List<String> table(String original, String now) {
    List<Row> left = rows(trial.original());
    List<Row> right = rows(trial.now());
    String title = original + " (original)";
    int width =
        Math.max(
            title.length(), left.stream().mapToInt(row -> row.cell().length()).max().orElse(0));
    List<String> lines = new ArrayList<>();
    lines.add("    " + padded(title, width) + "  " + now);
    int rows = Math.max(left.size(), right.size());
    for (int i = 0; i < Math.min(rows, MOST_ROWS); i++) {
      Row one = i < left.size() ? left.get(i) : Row.NONE;
      Row other = i < right.size() ? right.get(i) : Row.NONE;
      String mark = one.says().equals(other.says()) ? "    " : "  ≠ ";
      lines.add((mark + padded(one.cell(), width) + "  " + other.cell()).stripTrailing());
    }
    if (rows > MOST_ROWS) {
      lines.add("    … and " + (rows - MOST_ROWS) + " more");
    }
    return lines;
  }

  /** The effects, then the end. */
  private static List<Row> rows(Course course) {
    List<Row> rows = new ArrayList<>();
    course.sent().forEach(sent -> rows.add(new Row(sent.state() + " ", Json.text(sent.input()))));
    rows.add(new Row("", course.outcome()));
    course.output().ifPresent(output -> rows.add(new Row("", Json.text(output))));
    return rows;
  }

  /**
   * A cell of the table.
   *
   * @param name the state's name, which may differ
   * @param says what it did
   */
  private record Row(String name, String says) {
    static final Row NONE = new Row("", "");

    String cell() {
      return shortened(name + says, WIDEST);
    }
  }

  private static String shortened(String text, int length) {
    String line = Printable.line(text);
    return line.length() <= length ? line : line.substring(0, length - 1) + "…";
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}

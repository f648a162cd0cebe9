package io.stepunit.internal.report.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A part of a file. Lines and columns are 1-based; the end is the first place behind it.
 *
 * @param line the line that it begins on
 * @param column the column that it begins at
 * @param endLine the line that it ends on
 * @param endColumn the column behind its end
 */
public record SourcePlace(int line, int column, int endLine, int endColumn)
    implements Comparable<SourcePlace> {
  private static final Comparator<SourcePlace> ORDER =
      Comparator.comparingInt(SourcePlace::line)
          .thenComparingInt(SourcePlace::column)
          .thenComparingInt(SourcePlace::endLine)
          .thenComparingInt(SourcePlace::endColumn);

  /** The {@code location} of a mutant. */
  static SourcePlace of(JsonNode location) {
    JsonNode start = location.path("start");
    JsonNode end = location.path("end");
    return new SourcePlace(
        start.path("line").asInt(1),
        start.path("column").asInt(1),
        end.path("line").asInt(1),
        end.path("column").asInt(1));
  }

  /** The last line that has something of it. */
  public int lastLine() {
    return endColumn <= 1 && endLine > line ? endLine - 1 : endLine;
  }

  /** What stands there, line by line, without the blanks that all lines begin with. */
  List<String> in(List<String> lines) {
    List<String> part = new ArrayList<>();
    for (int number = line; number <= Math.min(endLine, lines.size()); number++) {
      String text = lines.get(number - 1);
      int to = number == endLine ? Math.min(endColumn - 1, text.length()) : text.length();
      int from = number == line ? Math.min(column - 1, to) : 0;
      part.add(" ".repeat(from) + text.substring(from, to));
    }
    return String.join("\n", part).stripIndent().lines().toList();
  }

  /** A line of the file with something else in this place, which is within that line. */
  String replaced(List<String> lines, String replacement) {
    String text = lines.get(line - 1);
    return text.substring(0, Math.min(column - 1, text.length()))
        + replacement
        + text.substring(Math.min(endColumn - 1, text.length()));
  }

  @Override
  public int compareTo(SourcePlace other) {
    return ORDER.compare(this, other);
  }
}

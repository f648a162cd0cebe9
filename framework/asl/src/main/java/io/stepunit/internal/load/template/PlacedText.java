package io.stepunit.internal.load.template;

import java.util.Arrays;

/** A text that knows the line and column of each of its characters. */
public final class PlacedText implements Positions {
  private final String file;
  private final String text;
  private final int[] lines;
  private final int[] columns;
  private final int[] lineStarts;

  private PlacedText(String file, String text, int[] lines, int[] columns) {
    this.file = file;
    this.text = text;
    this.lines = lines;
    this.columns = columns;
    this.lineStarts = lineStarts(text);
  }

  /** The whole text of a file. */
  public static PlacedText ofFile(String file, String text) {
    Builder builder = new Builder(file);
    int line = 1;
    int column = 1;
    for (int i = 0; i < text.length(); i++) {
      builder.append(text.charAt(i), line, column);
      boolean ends = text.charAt(i) == '\n';
      line += ends ? 1 : 0;
      column = ends ? 1 : column + 1;
    }
    return builder.build();
  }

  /** What messages call the file. */
  public String file() {
    return file;
  }

  /** The text itself. */
  public String text() {
    return text;
  }

  /** The same JSON text with placeholders in quotes that stand where a value is expected. */
  public PlacedText quotedPlaceholders() {
    return Placeholders.quoteBare(this);
  }

  /** The same text with the placeholders replaced that have a value. */
  public PlacedText withValues(GivenValues values) {
    return Placeholders.replace(
        this, name -> values.of(name).map(value -> new Builder(file).append(value, 1, 1).build()));
  }

  int length() {
    return text.length();
  }

  private static int[] lineStarts(String text) {
    return java.util.stream.IntStream.concat(
            java.util.stream.IntStream.of(0),
            java.util.stream.IntStream.range(0, text.length())
                .filter(i -> text.charAt(i) == '\n')
                .map(i -> i + 1))
        .toArray();
  }

  @Override
  public int line(int line, int column) {
    return text.isEmpty() ? line : lines[offset(line, column)];
  }

  @Override
  public int column(int line, int column) {
    return text.isEmpty() ? column : columns[offset(line, column)];
  }

  private int offset(int line, int column) {
    int start = lineStarts[Math.min(Math.max(line, 1), lineStarts.length) - 1];
    return Math.min(start + Math.max(column, 1) - 1, text.length() - 1);
  }

  /** Puts a text together from pieces of one file. */
  static final class Builder {
    private final String file;
    private final StringBuilder text = new StringBuilder();
    private int[] lines = new int[64];
    private int[] columns = new int[64];

    Builder(String file) {
      this.file = file;
    }

    Builder append(char character, int line, int column) {
      if (text.length() == lines.length) {
        lines = Arrays.copyOf(lines, lines.length * 2);
        columns = Arrays.copyOf(columns, columns.length * 2);
      }
      lines[text.length()] = line;
      columns[text.length()] = column;
      text.append(character);
      return this;
    }

    /** All characters stand at one place, such as those of a function's result. */
    Builder append(String characters, int line, int column) {
      characters.chars().forEach(each -> append((char) each, line, column));
      return this;
    }

    Builder append(PlacedText other) {
      return append(other, 0, other.length());
    }

    Builder append(PlacedText other, int from, int to) {
      for (int i = from; i < to; i++) {
        append(other.text.charAt(i), other.lines[i], other.columns[i]);
      }
      return this;
    }

    /** Characters that stand in place of one of another text. */
    Builder append(String characters, PlacedText other, int at) {
      return append(characters, other.lines[at], other.columns[at]);
    }

    PlacedText build() {
      return new PlacedText(file, text.toString(), lines, columns);
    }
  }
}

package io.stepunit.internal.load.template;

import io.stepunit.internal.load.template.ParseNotes.Start;
import io.stepunit.internal.load.template.ParseNotes.Style;

/**
 * Walks along a text as it is written in a file, character by character of what it means: escapes,
 * indentation and folded lines lie between the two.
 */
final class RawText {
  private final String raw;
  private final boolean escapes;
  private final boolean doubledQuotes;
  private int offset;
  private int line;
  private int column;

  private RawText(String raw, Start start) {
    this.raw = raw;
    this.escapes = start.style() == Style.DOUBLE_QUOTED;
    this.doubledQuotes = start.style() == Style.SINGLE_QUOTED;
    this.line = 1;
    this.column = 1;
    moveTo(start);
  }

  private void moveTo(Start start) {
    while (offset < raw.length() && (line < start.line() || column < start.column())) {
      advance();
    }
    switch (start.style()) {
      case DOUBLE_QUOTED, SINGLE_QUOTED -> advance();
      case BLOCK -> {
        int header = line;
        while (offset < raw.length() && line == header) {
          advance();
        }
      }
      case PLAIN -> {}
    }
  }

  /**
   * The meaning of a text with the places of its characters.
   *
   * @param raw the file
   * @param value what the text means
   */
  static PlacedText align(String file, String raw, Start start, String value) {
    RawText walk = new RawText(raw, start);
    PlacedText.Builder placed = new PlacedText.Builder(file);
    for (int i = 0; i < value.length(); i++) {
      walk.append(value.charAt(i), placed);
    }
    return placed.build();
  }

  private void append(char wanted, PlacedText.Builder placed) {
    while (skippable(wanted)) {
      advance();
    }
    placed.append(wanted, line, column);
    if (offset >= raw.length()) {
      return;
    }
    if (escapes && raw.charAt(offset) == '\\') {
      int length = escapeLength();
      for (int i = 0; i < length; i++) {
        advance();
      }
    } else if (raw.charAt(offset) == wanted) {
      advance();
      if (doubledQuotes && wanted == '\'') {
        advance();
      }
    }
  }

  /** Whether the file has here what means nothing: indentation, a fold, a line's continuation. */
  private boolean skippable(char wanted) {
    if (offset >= raw.length()) {
      return false;
    }
    char here = raw.charAt(offset);
    boolean continued =
        escapes && here == '\\' && offset + 1 < raw.length() && isBreak(raw.charAt(offset + 1));
    return continued || here != wanted && Character.isWhitespace(here);
  }

  private int escapeLength() {
    char kind = offset + 1 < raw.length() ? raw.charAt(offset + 1) : ' ';
    return switch (kind) {
      case 'u' -> 6;
      case 'x' -> 4;
      case 'U' -> 10;
      default -> 2;
    };
  }

  private static boolean isBreak(char character) {
    return character == '\n' || character == '\r';
  }

  private void advance() {
    if (offset < raw.length()) {
      boolean ends = raw.charAt(offset) == '\n';
      line += ends ? 1 : 0;
      column = ends ? 1 : column + 1;
      offset++;
    }
  }
}

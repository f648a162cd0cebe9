package io.stepunit.internal.expression.choice;

import io.stepunit.internal.expression.EvaluationException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The pattern of {@code StringMatches}: {@code *} stands for any characters, {@code \*} for a star
 * and {@code \\} for a backslash; everything else stands for itself.
 */
final class StringPattern {
  private final String text;
  private final List<String> pieces;
  private final boolean openEscape;

  private StringPattern(String text, List<String> pieces, boolean openEscape) {
    this.text = text;
    this.pieces = pieces;
    this.openEscape = openEscape;
  }

  static StringPattern compile(String text) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    boolean openEscape = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '*') {
        pieces.add(piece.toString());
        piece.setLength(0);
      } else if (c == '\\') {
        i++;
        if (i == text.length() || "*\\".indexOf(text.charAt(i)) < 0) {
          openEscape = true;
          break;
        }
        piece.append(text.charAt(i));
      } else {
        piece.append(c);
      }
    }
    pieces.add(piece.toString());
    return new StringPattern(text, List.copyOf(pieces), openEscape);
  }

  /** A text that fits the pattern, and one that does not unless all do. */
  List<String> examples() {
    String fitting = String.join("x", pieces);
    return Stream.concat(
            Stream.of(fitting),
            Stream.of("not " + fitting, "other", "").filter(this::differs).limit(1))
        .toList();
  }

  private boolean differs(String value) {
    return openEscape || !matches(value);
  }

  /**
   * Whether the whole value fits the pattern.
   *
   * @throws EvaluationException {@code States.Runtime} if a backslash of the pattern escapes
   *     nothing; the definition is accepted, as the ASL specification has it
   */
  boolean matches(String value) {
    if (openEscape) {
      throw EvaluationException.runtime(
          "The StringMatches pattern '"
              + text
              + "' has an invalid escape: a backslash must be followed by * or \\");
    }
    String first = pieces.get(0);
    if (pieces.size() == 1) {
      return value.equals(first);
    }
    String last = pieces.get(pieces.size() - 1);
    int from = first.length();
    int to = value.length() - last.length();
    if (to < from || !value.startsWith(first) || !value.endsWith(last)) {
      return false;
    }
    // The leftmost place for each piece leaves the most room for those after it.
    for (String piece : pieces.subList(1, pieces.size() - 1)) {
      int found = value.indexOf(piece, from);
      if (found < 0 || found + piece.length() > to) {
        return false;
      }
      from = found + piece.length();
    }
    return true;
  }
}

package io.stepunit.internal.jsonata;

/**
 * A token of a JSONata text.
 *
 * @param kind what it is
 * @param text an operator's characters, a name, a variable's name without {@code $}, the value of a
 *     string, the text of a number, of {@code true}, {@code false} or {@code null}, or of a regular
 *     expression with its slashes
 * @param power how strongly it binds what stands on its left, if it is an operator
 * @param start where it starts in the text
 */
record Token(Kind kind, String text, int power, int start) {
  enum Kind {
    OPERATOR,
    NAME,
    VARIABLE,
    STRING,
    NUMBER,
    WORD,
    REGEX,
    END
  }

  boolean is(String operator) {
    return kind == Kind.OPERATOR && text.equals(operator);
  }

  /** The token as messages quote it. */
  String quoted() {
    return switch (kind) {
      case NUMBER, WORD -> text;
      case END -> "\"(end)\"";
      case REGEX -> "{}";
      default -> JsonText.quoted(text);
    };
  }
}

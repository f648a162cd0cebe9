package io.stepunit.internal.jsonata;

import org.jspecify.annotations.Nullable;

/** The operators by their texts. */
final class OperatorTable {
  /** How strongly what only ends or separates something binds its left side: not at all. */
  static final int LOWEST = 0;

  /** The power of what looks like an operator, and is none. */
  static final int UNKNOWN = -1;

  static final Operator AND = new Operator("and", 30);
  static final Operator OR = new Operator("or", 25);
  static final Operator IN = new Operator("in", 40);

  private static final @Nullable Operator[] ONE_CHARACTER =
      byCharacter(
          new Operator(".", 75),
          new Operator("[", 80),
          new Operator("{", 70),
          new Operator("(", 80),
          new Operator("@", 80),
          new Operator("#", 80),
          new Operator("?", 20),
          new Operator("+", 50),
          new Operator("-", 50),
          new Operator("*", 60),
          new Operator("/", 60),
          new Operator("%", 60),
          new Operator("=", 40),
          new Operator("<", 40),
          new Operator(">", 40),
          new Operator("^", 40),
          new Operator("&", 50),
          new Operator("]", LOWEST),
          new Operator("}", LOWEST),
          new Operator(")", LOWEST),
          new Operator(",", LOWEST),
          new Operator(";", LOWEST),
          new Operator(":", LOWEST),
          new Operator("|", LOWEST),
          new Operator("!", UNKNOWN),
          new Operator("~", UNKNOWN));

  /** The operator of two characters by the first one: no two begin alike. */
  private static final @Nullable Operator[] TWO_CHARACTERS =
      byCharacter(
          new Operator("..", LOWEST),
          new Operator("**", LOWEST),
          new Operator(":=", 10),
          new Operator("!=", 40),
          new Operator("<=", 40),
          new Operator(">=", 40),
          new Operator("~>", 40));

  private OperatorTable() {}

  /**
   * An operator.
   *
   * @param power how strongly it binds its left side
   */
  record Operator(String text, int power) {}

  private static @Nullable Operator[] byCharacter(Operator... operators) {
    @Nullable Operator[] table = new Operator[128];
    for (Operator operator : operators) {
      table[operator.text().charAt(0)] = operator;
    }
    return table;
  }

  static boolean begins(char c) {
    return c < ONE_CHARACTER.length && ONE_CHARACTER[c] != null;
  }

  /** The operator at a place of a text, the longest there is; null if there is none. */
  static @Nullable Operator at(String text, int index) {
    char first = text.charAt(index);
    if (!begins(first)) {
      return null;
    }
    Operator longer = TWO_CHARACTERS[first];
    boolean goesOn =
        longer != null
            && index + 1 < text.length()
            && text.charAt(index + 1) == longer.text().charAt(1);
    return goesOn ? longer : ONE_CHARACTER[first];
  }
}

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

  private static final Operator[] TWO_CHARACTERS = {
    new Operator("..", LOWEST),
    new Operator("**", LOWEST),
    new Operator(":=", 10),
    new Operator("!=", 40),
    new Operator("<=", 40),
    new Operator(">=", 40),
    new Operator("~>", 40)
  };

  private static final String SECOND_CHARACTERS = ".*=>";

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
    Operator single = first < ONE_CHARACTER.length ? ONE_CHARACTER[first] : null;
    if (single != null
        && index + 1 < text.length()
        && SECOND_CHARACTERS.indexOf(text.charAt(index + 1)) >= 0) {
      for (Operator operator : TWO_CHARACTERS) {
        if (text.startsWith(operator.text(), index)) {
          return operator;
        }
      }
    }
    return single;
  }
}

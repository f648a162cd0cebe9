package io.stepunit.internal.table.expression;

import java.util.Locale;

/**
 * A part of an expression.
 *
 * @param text as it is written
 * @param start where it begins in the expression
 * @param end where it ends
 */
record Token(Type type, String text, int start, int end) {
  /** What kinds of parts there are. */
  enum Type {
    /** A name, a keyword or a function. */
    WORD,
    /** {@code #name}. */
    NAME,
    /** {@code :value}. */
    VALUE,
    /** The digits of an index. */
    INDEX,
    /** An operator, a bracket or a separator. */
    SYMBOL,
    /** What no expression has. */
    UNKNOWN,
    END
  }

  /** Whether it is a keyword, in whatever case. */
  boolean isKeyword(String keyword) {
    return type == Type.WORD && text.toUpperCase(Locale.ROOT).equals(keyword);
  }

  boolean isSymbol(String symbol) {
    return type == Type.SYMBOL && text.equals(symbol);
  }
}

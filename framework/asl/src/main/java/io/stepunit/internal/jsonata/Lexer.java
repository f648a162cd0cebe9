package io.stepunit.internal.jsonata;

import io.stepunit.internal.jsonata.Token.Kind;
import java.util.List;

/** Splits JSONata text into tokens. */
final class Lexer {
  private static final List<String> DOUBLE = List.of("..", ":=", "!=", ">=", "<=", "**", "~>");
  private static final String SINGLE = ".[]{}()#@,;:?+-*/%|=<>^&!~";

  /** The texts of operators, made once, so that their hash codes are too. */
  private static final List<String> SINGLES = SINGLE.chars().mapToObj(Character::toString).toList();

  private static final String BLANK = " \t\n\r\u000b";
  private static final boolean[] WORD_ENDS = wordEnds();

  private final String text;
  private int at;

  Lexer(String text) {
    this.text = text;
  }

  /**
   * The next token.
   *
   * @param afterOperand whether a slash divides here; otherwise it opens a regular expression
   */
  Token next(boolean afterOperand) {
    skipBlanksAndComments();
    if (at >= text.length()) {
      return new Token(Kind.END, "(end)", at, at);
    }
    char c = text.charAt(at);
    if (c == '/' && !afterOperand) {
      return regex();
    }
    int operator = SINGLE.indexOf(c);
    if (operator >= 0) {
      return operator(operator);
    }
    if (c == '"' || c == '\'') {
      return string(c);
    }
    if (isDigit(c)) {
      return number();
    }
    return c == '`' ? quotedName() : word();
  }

  private Token operator(int single) {
    String found = SINGLES.get(single);
    for (String two : DOUBLE) {
      if (text.startsWith(two, at)) {
        found = two;
      }
    }
    Token token = new Token(Kind.OPERATOR, found, at, at + found.length());
    at = token.end();
    return token;
  }

  private void skipBlanksAndComments() {
    while (at < text.length()) {
      if (BLANK.indexOf(text.charAt(at)) >= 0) {
        at++;
      } else if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
          throw new SyntaxProblem("Comment has no closing tag", at);
        }
        at = end + 2;
      } else {
        return;
      }
    }
  }

  private Token token(Kind kind, int end) {
    Token token = new Token(kind, text.substring(at, end), at, end);
    at = end;
    return token;
  }

  private Token regex() {
    int depth = 0;
    for (int i = at + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean escaped = isEscaped(i);
      if (c == '/' && !escaped && depth == 0) {
        if (i == at + 1) {
          throw new SyntaxProblem("Empty regular expressions are not allowed", at);
        }
        int end = i + 1;
        while (end < text.length() && "im".indexOf(text.charAt(end)) >= 0) {
          end++;
        }
        return token(Kind.REGEX, end);
      }
      if (!escaped) {
        depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      }
    }
    throw new SyntaxProblem("No terminating / in regular expression", at);
  }

  /** Whether an odd number of backslashes stands before a character. */
  private boolean isEscaped(int index) {
    int backslashes = 0;
    while (text.charAt(index - 1 - backslashes) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }

  private Token string(char quote) {
    StringBuilder value = new StringBuilder();
    int i = at + 1;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == quote) {
        Token token = new Token(Kind.STRING, value.toString(), at, i + 1);
        at = i + 1;
        return token;
      }
      if (c == '\\') {
        i = escape(i + 1, value);
      } else {
        value.append(c);
        i++;
      }
    }
    throw new SyntaxProblem("String literal must be terminated by a matching quote", at);
  }

  /** Reads an escape sequence behind its backslash, and returns the index behind it. */
  private int escape(int index, StringBuilder value) {
    char c = index < text.length() ? text.charAt(index) : ' ';
    int plain = "\"\\/bfnrt".indexOf(c);
    if (plain >= 0) {
      value.append("\"\\/\b\f\n\r\t".charAt(plain));
      return index + 1;
    }
    if (c != 'u') {
      throw new SyntaxProblem(
          "Unsupported escape sequence: \\" + JsonText.quoted(index < text.length() ? "" + c : ""),
          index);
    }
    int end = index + 5;
    if (end > text.length() || !text.substring(index + 1, end).matches("[0-9a-fA-F]{4}")) {
      throw new SyntaxProblem("The escape sequence \\u must be followed by 4 hex digits", index);
    }
    value.append((char) Integer.parseInt(text.substring(index + 1, end), 16));
    return end;
  }

  private Token number() {
    int end = text.charAt(at) == '0' ? at + 1 : digits(at);
    if (end + 1 < text.length() && text.charAt(end) == '.' && isDigit(text.charAt(end + 1))) {
      end = digits(end + 1);
    }
    if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
      int sign = end + 1;
      if (sign < text.length() && "+-".indexOf(text.charAt(sign)) >= 0) {
        sign++;
      }
      end = digits(sign) > sign ? digits(sign) : end;
    }
    Token token = token(Kind.NUMBER, end);
    if (Double.isInfinite(Double.parseDouble(token.text()))) {
      throw new SyntaxProblem(
          "Number out of range: " + JsonText.quoted(token.text()), token.start());
    }
    return token;
  }

  private int digits(int from) {
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private Token quotedName() {
    int end = text.indexOf('`', at + 1);
    if (end < 0) {
      throw new SyntaxProblem(
          "Quoted property name must be terminated with a backquote (`)", text.length());
    }
    Token token = new Token(Kind.NAME, text.substring(at + 1, end), at, end + 1);
    at = end + 1;
    return token;
  }

  private Token word() {
    int end = at;
    while (end < text.length() && !endsWord(text.charAt(end))) {
      end++;
    }
    String word = text.substring(at, end);
    if (word.startsWith("$")) {
      Token variable = new Token(Kind.VARIABLE, word.substring(1), at, end);
      at = end;
      return variable;
    }
    return token(
        switch (word) {
          case "or", "in", "and" -> Kind.OPERATOR;
          case "true", "false", "null" -> Kind.WORD;
          default -> Kind.NAME;
        },
        end);
  }

  private static boolean endsWord(char c) {
    return c < WORD_ENDS.length && WORD_ENDS[c];
  }

  private static boolean[] wordEnds() {
    boolean[] ends = new boolean[128];
    (BLANK + SINGLE).chars().forEach(c -> ends[c] = true);
    return ends;
  }
}

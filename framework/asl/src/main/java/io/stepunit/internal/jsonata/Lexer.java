package io.stepunit.internal.jsonata;

import io.stepunit.internal.jsonata.OperatorTable.Operator;
import io.stepunit.internal.jsonata.Token.Kind;

/** Splits JSONata text into tokens. */
final class Lexer {
  /** A number of fewer digits is not infinite. */
  private static final int DIGITS_OF_LARGEST = 300;

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
      return new Token(Kind.END, "(end)", OperatorTable.LOWEST, at);
    }
    char c = text.charAt(at);
    if (c == '/' && !afterOperand) {
      return regex();
    }
    Operator operator = OperatorTable.at(text, at);
    if (operator != null) {
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

  private Token operator(Operator operator) {
    int end = at + operator.text().length();
    return token(Kind.OPERATOR, operator.text(), operator.power(), end);
  }

  private void skipBlanksAndComments() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (isBlank(c)) {
        at++;
      } else if (c == '/' && text.startsWith("/*", at)) {
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

  private static boolean isBlank(char c) {
    return c <= ' ' && (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\u000b');
  }

  private Token token(Kind kind, int end) {
    return token(kind, text.substring(at, end), end);
  }

  private Token token(Kind kind, String value, int end) {
    return token(kind, value, OperatorTable.LOWEST, end);
  }

  private Token token(Kind kind, String value, int power, int end) {
    Token token = new Token(kind, value, power, at);
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
    int i = at + 1;
    while (i < text.length() && text.charAt(i) != '\\') {
      if (text.charAt(i) == quote) {
        return token(Kind.STRING, text.substring(at + 1, i), i + 1);
      }
      i++;
    }
    return escapedString(quote, i);
  }

  private Token escapedString(char quote, int firstEscape) {
    StringBuilder value = new StringBuilder().append(text, at + 1, firstEscape);
    int i = firstEscape;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == quote) {
        return token(Kind.STRING, value.toString(), i + 1);
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
    int mantissa = end;
    if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
      int sign = end + 1;
      if (sign < text.length() && "+-".indexOf(text.charAt(sign)) >= 0) {
        sign++;
      }
      end = digits(sign) > sign ? digits(sign) : end;
    }
    boolean mayBeInfinite = end > mantissa || end - at > DIGITS_OF_LARGEST;
    Token token = token(Kind.NUMBER, end);
    if (mayBeInfinite && Double.isInfinite(Double.parseDouble(token.text()))) {
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
    return token(Kind.NAME, text.substring(at + 1, end), end + 1);
  }

  private Token word() {
    int end = at;
    while (end < text.length() && !endsWord(text.charAt(end))) {
      end++;
    }
    if (text.charAt(at) == '$') {
      return token(Kind.VARIABLE, text.substring(at + 1, end), end);
    }
    String word = text.substring(at, end);
    return switch (word) {
      case "or" -> operator(OperatorTable.OR);
      case "in" -> operator(OperatorTable.IN);
      case "and" -> operator(OperatorTable.AND);
      case "true", "false", "null" -> token(Kind.WORD, word, end);
      default -> token(Kind.NAME, word, end);
    };
  }

  private static boolean endsWord(char c) {
    return isBlank(c) || OperatorTable.begins(c);
  }
}

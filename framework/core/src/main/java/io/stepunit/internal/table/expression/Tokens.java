package io.stepunit.internal.table.expression;

import io.stepunit.internal.table.value.TableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of one expression, one after the other. */
final class Tokens {
  private static final Pattern NEXT =
      Pattern.compile(
          "\\s+|(?<WORD>[A-Za-z_][A-Za-z0-9_]*)|(?<NAME>#[A-Za-z0-9_]+)|(?<VALUE>:[A-Za-z0-9_]+)"
              + "|(?<INDEX>\\d+)|(?<SYMBOL><>|<=|>=|[=<>()\\[\\],.+-])|(?<UNKNOWN>[^\\s])");

  private static final List<Token.Type> TYPES =
      List.of(
          Token.Type.WORD,
          Token.Type.NAME,
          Token.Type.VALUE,
          Token.Type.INDEX,
          Token.Type.SYMBOL,
          Token.Type.UNKNOWN);

  private final ExpressionKind kind;
  private final String expression;
  private final List<Token> tokens = new ArrayList<>();
  private int position;

  Tokens(ExpressionKind kind, String expression) {
    this.kind = kind;
    this.expression = expression;
    Matcher matcher = NEXT.matcher(expression);
    while (matcher.find()) {
      TYPES.stream()
          .filter(type -> matcher.group(type.name()) != null)
          .findFirst()
          .ifPresent(
              type -> tokens.add(new Token(type, matcher.group(), matcher.start(), matcher.end())));
    }
    tokens.add(new Token(Token.Type.END, "<EOF>", expression.length(), expression.length()));
    if (tokens.size() == 1) {
      throw kind.invalid("The expression can not be empty;");
    }
  }

  ExpressionKind kind() {
    return kind;
  }

  Token peek() {
    return tokens.get(position);
  }

  /** The token after the next. */
  Token peekSecond() {
    return tokens.get(Math.min(position + 1, tokens.size() - 1));
  }

  Token next() {
    Token next = peek();
    if (next.type() != Token.Type.END) {
      position++;
    }
    return next;
  }

  boolean takeKeyword(String keyword) {
    return take(peek().isKeyword(keyword));
  }

  boolean takeSymbol(String symbol) {
    return take(peek().isSymbol(symbol));
  }

  private boolean take(boolean isThere) {
    if (isThere) {
      position++;
    }
    return isThere;
  }

  /** The next token, if it is of a type. */
  Optional<Token> take(Token.Type type) {
    return peek().type() == type ? Optional.of(next()) : Optional.empty();
  }

  /** Takes what has to be there. */
  void requireSymbol(String symbol) {
    if (!takeSymbol(symbol)) {
      throw unexpected();
    }
  }

  /** Takes what has to be there. */
  void requireKeyword(String keyword) {
    if (!takeKeyword(keyword)) {
      throw unexpected();
    }
  }

  /** Refuses what follows the whole expression. */
  void requireEnd() {
    if (peek().type() != Token.Type.END) {
      throw unexpected();
    }
  }

  /** The refusal of the next token, with its neighbours. */
  TableException unexpected() {
    int from = tokens.get(Math.max(0, position - 1)).start();
    int to = tokens.get(Math.min(position + 1, tokens.size() - 1)).end();
    return kind.invalid(
        "Syntax error; token: \"%s\", near: \"%s\""
            .formatted(peek().text(), expression.substring(from, to)));
  }
}

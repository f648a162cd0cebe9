package io.stepunit.internal.jsonata;

import io.stepunit.internal.jsonata.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The tokens of a text, taken one by one. */
final class Tokens {
  private static final int FEW = 4;

  private final Lexer lexer;
  private Token next;

  Tokens(String text) {
    lexer = new Lexer(text);
    next = lexer.next(false);
  }

  /** The token that comes next. */
  Token next() {
    return next;
  }

  /** Whether a certain operator comes next. */
  boolean is(String operator) {
    return next.is(operator);
  }

  /**
   * Takes the token that comes next.
   *
   * @param operand whether an operand ends with it, so that a slash behind it divides
   */
  Token take(boolean operand) {
    Token taken = next;
    next = lexer.next(operand);
    if (next.power() == OperatorTable.UNKNOWN) {
      throw new SyntaxProblem("Unknown operator: " + next.quoted(), next.start());
    }
    return taken;
  }

  /**
   * Takes an operator.
   *
   * @throws SyntaxProblem if something else comes next
   */
  void expect(String operator, boolean operand) {
    if (!is(operator)) {
      String wanted = JsonText.quoted(operator);
      throw new SyntaxProblem(
          next.kind() == Kind.END
              ? "Expected " + wanted + " before end of expression"
              : "Expected " + wanted + ", got " + next.quoted(),
          next.start());
    }
    take(operand);
  }

  /**
   * @throws SyntaxProblem if anything comes next
   */
  void expectEnd() {
    if (next.kind() != Kind.END) {
      throw new SyntaxProblem("Syntax error: " + next.quoted(), next.start());
    }
  }

  /** Reads parts with commas between them up to a closing bracket, which ends an operand. */
  <T> List<T> list(String closing, Supplier<T> part) {
    List<T> parts = is(closing) ? List.of() : separated(part);
    expect(closing, true);
    return parts;
  }

  /** Reads one part or more, with commas between them. */
  <T> List<T> separated(Supplier<T> part) {
    List<T> parts = new ArrayList<>(FEW);
    parts.add(part.get());
    while (is(",")) {
      take(false);
      parts.add(part.get());
    }
    return parts;
  }
}

package io.stepunit.internal.jsonata;

import java.util.ArrayList;
import java.util.List;

/**
 * Something in a text that could have been written otherwise: an operator between two operands, or
 * a literal.
 *
 * @param kind what it is
 * @param text its characters
 * @param start where it starts in the text
 */
public record TextPart(Kind kind, String text, int start) {
  /** What a part is. */
  public enum Kind {
    /** An operator that has operands on both sides. */
    OPERATOR,
    /** A number. */
    NUMBER,
    /** {@code true} or {@code false}. */
    BOOLEAN
  }

  /**
   * The parts of a text, in its order.
   *
   * @throws SyntaxProblem if the text cannot be split into tokens
   */
  public static List<TextPart> of(String text) {
    Lexer lexer = new Lexer(text);
    List<TextPart> parts = new ArrayList<>();
    boolean afterOperand = false;
    for (Token token = lexer.next(false);
        token.kind() != Token.Kind.END;
        token = lexer.next(afterOperand)) {
      switch (token.kind()) {
        case NUMBER -> parts.add(new TextPart(Kind.NUMBER, token.text(), token.start()));
        case WORD -> addWord(token, parts);
        case OPERATOR -> addOperator(token, afterOperand, parts);
        default -> {}
      }
      afterOperand = endsOperand(token, afterOperand);
    }
    return List.copyOf(parts);
  }

  private static void addWord(Token token, List<TextPart> parts) {
    if (!token.text().equals("null")) {
      parts.add(new TextPart(Kind.BOOLEAN, token.text(), token.start()));
    }
  }

  private static void addOperator(Token token, boolean afterOperand, List<TextPart> parts) {
    if (afterOperand && token.power() > OperatorTable.LOWEST) {
      parts.add(new TextPart(Kind.OPERATOR, token.text(), token.start()));
    }
  }

  /** A wildcard and a name such as {@code and} are operands where no operand stands before them. */
  private static boolean endsOperand(Token token, boolean afterOperand) {
    if (token.kind() != Token.Kind.OPERATOR) {
      return true;
    }
    return switch (token.text()) {
      case ")", "]", "}" -> true;
      case "*", "**", "%", "and", "or", "in" -> !afterOperand;
      default -> false;
    };
  }
}

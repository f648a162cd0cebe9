package io.stepunit.internal.table.expression;

import io.stepunit.internal.table.expression.DocumentPath.Step;
import io.stepunit.internal.table.value.AttributeValue;
import io.stepunit.internal.table.value.TableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what all kinds of expressions have: paths and placeholders of values. */
final class OperandReader {
  private final Tokens tokens;
  private final Placeholders placeholders;

  OperandReader(Tokens tokens, Placeholders placeholders) {
    this.tokens = tokens;
    this.placeholders = placeholders;
  }

  /** The value that comes next; empty if something else does. */
  Optional<Operand.Value> value() {
    return tokens
        .take(Token.Type.VALUE)
        .map(token -> new Operand.Value(token.text(), valueOf(token.text())));
  }

  private AttributeValue valueOf(String placeholder) {
    return placeholders
        .value(placeholder)
        .orElseThrow(
            () ->
                tokens
                    .kind()
                    .invalid(
                        "An expression attribute value used in expression is not defined; attribute value: "
                            + placeholder));
  }

  /**
   * The path that comes next.
   *
   * @throws TableException {@code ValidationException} if something else does, or a name is
   *     reserved or not defined
   */
  DocumentPath path() {
    List<Step> steps = new ArrayList<>();
    steps.add(name());
    while (true) {
      if (tokens.takeSymbol(".")) {
        steps.add(name());
      } else if (tokens.takeSymbol("[")) {
        steps.add(index());
        tokens.requireSymbol("]");
      } else {
        return new DocumentPath(steps);
      }
    }
  }

  private Step name() {
    Optional<Token> placeholder = tokens.take(Token.Type.NAME);
    if (placeholder.isPresent()) {
      return new Step.Name(nameOf(placeholder.get().text()));
    }
    if (tokens.peek().type() != Token.Type.WORD) {
      throw tokens.unexpected();
    }
    String word = tokens.next().text();
    if (ReservedWords.contain(word)) {
      throw tokens
          .kind()
          .invalid("Attribute name is a reserved keyword; reserved keyword: " + word);
    }
    return new Step.Name(word);
  }

  private String nameOf(String placeholder) {
    return placeholders
        .name(placeholder)
        .orElseThrow(
            () ->
                tokens
                    .kind()
                    .invalid(
                        "An expression attribute name used in the document path is not defined; attribute name: "
                            + placeholder));
  }

  private Step index() {
    Token digits = tokens.peek();
    if (digits.type() != Token.Type.INDEX) {
      throw tokens.unexpected();
    }
    tokens.next();
    try {
      return new Step.Index(Integer.parseInt(digits.text()));
    } catch (NumberFormatException e) {
      throw tokens
          .kind()
          .invalid(
              "List index is not within the allowable range; index: [%s]".formatted(digits.text()));
    }
  }
}

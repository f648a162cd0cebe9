package io.stepunit.internal.table.expression;

import io.stepunit.internal.table.value.TableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads conditions: NOT binds closer than AND, and AND closer than OR. */
public final class ConditionReader {
  private static final String SIZE = "size";
  private static final Set<String> CONDITIONS = ConditionFunctions.names();

  private final Tokens tokens;
  private final OperandReader operands;
  private final OperandChecks checks;
  private final ConditionFunctions functions;

  private ConditionReader(ExpressionKind kind, String expression, Placeholders placeholders) {
    this.tokens = new Tokens(kind, expression);
    this.operands = new OperandReader(tokens, placeholders);
    this.checks = new OperandChecks(kind);
    this.functions = new ConditionFunctions(kind, checks);
  }

  /**
   * Reads an expression.
   *
   * @throws TableException {@code ValidationException} if it makes no sense
   */
  public static Condition read(ExpressionKind kind, String expression, Placeholders placeholders) {
    ConditionReader reader = new ConditionReader(kind, expression, placeholders);
    Condition condition = reader.or();
    reader.tokens.requireEnd();
    return condition;
  }

  private Condition or() {
    Condition left = and();
    while (tokens.takeKeyword("OR")) {
      left = new Condition.Or(left, and());
    }
    return left;
  }

  private Condition and() {
    Condition left = not();
    while (tokens.takeKeyword("AND")) {
      left = new Condition.And(left, not());
    }
    return left;
  }

  private Condition not() {
    return tokens.takeKeyword("NOT") ? new Condition.Not(not()) : primary();
  }

  private Condition primary() {
    if (!tokens.takeSymbol("(")) {
      return function().orElseGet(this::comparison);
    }
    boolean isInTwo = tokens.peek().isSymbol("(");
    Condition inner = isInTwo ? insideOfTwo() : or();
    tokens.requireSymbol(")");
    return inner;
  }

  /** What follows a second bracket: of two around the same, one is refused. */
  private Condition insideOfTwo() {
    Condition first = primary();
    if (tokens.peek().isSymbol(")")) {
      throw tokens.kind().invalid("The expression has redundant parentheses;");
    }
    Condition left = first;
    while (tokens.takeKeyword("AND")) {
      left = new Condition.And(left, not());
    }
    while (tokens.takeKeyword("OR")) {
      left = new Condition.Or(left, and());
    }
    return left;
  }

  private boolean isFunction() {
    return tokens.peek().type() == Token.Type.WORD && tokens.peekSecond().isSymbol("(");
  }

  /** The function that is a condition by itself; empty if a comparison follows. */
  private Optional<Condition> function() {
    if (!isFunction() || tokens.peek().text().equals(SIZE)) {
      return Optional.empty();
    }
    String name = tokens.next().text();
    if (!CONDITIONS.contains(name)) {
      throw tokens.kind().invalid("Invalid function name; function: " + name);
    }
    Condition condition = functions.call(name, arguments());
    if (tokens.peek().type() == Token.Type.SYMBOL
        && Operator.of(tokens.peek().text()).isPresent()) {
      throw misused(name);
    }
    return Optional.of(condition);
  }

  private List<Operand> arguments() {
    tokens.requireSymbol("(");
    List<Operand> arguments = new ArrayList<>();
    do {
      arguments.add(operand());
    } while (tokens.takeSymbol(","));
    tokens.requireSymbol(")");
    return arguments;
  }

  private Condition comparison() {
    boolean isSize = isFunction();
    Operand left = operand();
    if (tokens.takeKeyword("BETWEEN")) {
      return between(left);
    }
    if (tokens.takeKeyword("IN")) {
      return new Condition.In(left, checks.apart("IN", left, arguments()));
    }
    Optional<Operator> operator =
        tokens.peek().type() == Token.Type.SYMBOL
            ? Operator.of(tokens.peek().text())
            : Optional.empty();
    if (operator.isEmpty()) {
      throw isSize && tokens.peek().type() == Token.Type.END ? misused(SIZE) : tokens.unexpected();
    }
    tokens.next();
    return checks.comparison(operator.get(), left, operand());
  }

  private Condition between(Operand value) {
    Operand lower = operand();
    tokens.requireKeyword("AND");
    Operand upper = operand();
    return checks.between(value, lower, upper);
  }

  private Operand operand() {
    if (isFunction()) {
      return functionOperand();
    }
    Optional<Operand.Value> value = operands.value();
    return value.isPresent() ? value.get() : new Operand.Path(operands.path());
  }

  private Operand functionOperand() {
    String name = tokens.next().text();
    if (CONDITIONS.contains(name)) {
      throw misused(name);
    }
    if (!name.equals(SIZE)) {
      throw tokens.kind().invalid("Invalid function name; function: " + name);
    }
    return functions.size(arguments());
  }

  private TableException misused(String function) {
    return tokens
        .kind()
        .invalid(
            "The function is not allowed to be used this way in an expression; function: "
                + function);
  }
}

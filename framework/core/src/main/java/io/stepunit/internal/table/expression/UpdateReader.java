package io.stepunit.internal.table.expression;

import io.stepunit.internal.table.value.AttributeValue;
import io.stepunit.internal.table.value.AttributeValue.Members;
import io.stepunit.internal.table.value.AttributeValue.Numeric;
import io.stepunit.internal.table.value.TableException;
import io.stepunit.internal.table.value.ValueType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads UpdateExpressions: SET, REMOVE, ADD and DELETE, each once at most, in any order. */
public final class UpdateReader {
  private static final ExpressionKind KIND = ExpressionKind.UPDATE;
  private static final String IF_NOT_EXISTS = "if_not_exists";
  private static final String LIST_APPEND = "list_append";

  private final Tokens tokens;
  private final OperandReader operands;
  private final OperandChecks checks = new OperandChecks(KIND);
  private final List<UpdateAction> actions = new ArrayList<>();

  private UpdateReader(String expression, Placeholders placeholders) {
    this.tokens = new Tokens(KIND, expression);
    this.operands = new OperandReader(tokens, placeholders);
  }

  /**
   * Reads an expression.
   *
   * @throws TableException {@code ValidationException} if it makes no sense
   */
  public static Update read(String expression, Placeholders placeholders) {
    UpdateReader reader = new UpdateReader(expression, placeholders);
    reader.sections();
    Update update = new Update(reader.actions);
    Paths.requireApart(KIND, update.paths());
    return update;
  }

  private void sections() {
    Set<String> seen = new HashSet<>();
    do {
      Token section = tokens.peek();
      String name = section.text().toUpperCase(Locale.ROOT);
      boolean isKnown =
          section.type() == Token.Type.WORD
              && List.of("SET", "REMOVE", "ADD", "DELETE").contains(name);
      if (!isKnown) {
        throw tokens.unexpected();
      }
      tokens.next();
      if (!seen.add(name)) {
        throw KIND.invalid(
            "The \"%s\" section can only be used once in an update expression;".formatted(name));
      }
      do {
        actions.add(action(name));
      } while (tokens.takeSymbol(","));
    } while (tokens.peek().type() != Token.Type.END);
  }

  private UpdateAction action(String section) {
    DocumentPath path = operands.path();
    return switch (section) {
      case "SET" -> {
        tokens.requireSymbol("=");
        yield new UpdateAction.Set(path, sum());
      }
      case "REMOVE" -> new UpdateAction.Remove(path);
      case "ADD" -> new UpdateAction.Add(path, added(section));
      default -> new UpdateAction.Delete(path, deleted(section));
    };
  }

  private AttributeValue added(String section) {
    AttributeValue value = value();
    if (value instanceof Numeric || value instanceof Members) {
      return value;
    }
    throw wrongSectionType(section, value);
  }

  private Members deleted(String section) {
    AttributeValue value = value();
    if (value instanceof Members set) {
      return set;
    }
    throw wrongSectionType(section, value);
  }

  private AttributeValue value() {
    return operands.value().orElseThrow(tokens::unexpected).value();
  }

  private static TableException wrongSectionType(String section, AttributeValue value) {
    return KIND.invalid(
        "Incorrect operand type for operator or function; operator: %1$s, operand type: %2$s, typeSet: ALLOWED_FOR_%1$s_OPERAND"
            .formatted(section, typeName(value.type())));
  }

  private static String typeName(ValueType type) {
    return switch (type) {
      case S -> "STRING";
      case N -> "NUMBER";
      case B -> "BINARY";
      case BOOL -> "BOOLEAN";
      case L -> "LIST";
      case M -> "MAP";
      default -> type.name();
    };
  }

  private UpdateOperand sum() {
    UpdateOperand left = operand();
    boolean isDifference = tokens.peek().isSymbol("-");
    if (!isDifference && !tokens.peek().isSymbol("+")) {
      return left;
    }
    String operator = tokens.next().text();
    UpdateOperand right = operand();
    require(operator, ValueType.N, left);
    require(operator, ValueType.N, right);
    return new UpdateOperand.Sum(left, right, isDifference);
  }

  private void require(String operator, ValueType wanted, UpdateOperand operand) {
    Optional<AttributeValue> literal = operand.literal();
    if (literal.isPresent() && literal.get().type() != wanted) {
      throw checks.wrongType(operator, literal.get());
    }
  }

  private UpdateOperand operand() {
    if (tokens.takeSymbol("(")) {
      UpdateOperand inner = sum();
      tokens.requireSymbol(")");
      return inner;
    }
    if (tokens.peek().type() == Token.Type.WORD && tokens.peekSecond().isSymbol("(")) {
      return function(tokens.next().text());
    }
    Optional<Operand.Value> value = operands.value();
    return new UpdateOperand.Plain(
        value.isPresent() ? value.get() : new Operand.Path(operands.path()));
  }

  private UpdateOperand function(String name) {
    if (!name.equals(IF_NOT_EXISTS) && !name.equals(LIST_APPEND)) {
      throw KIND.invalid(
          ConditionFunctions.names().contains(name) || name.equals("size")
              ? "The function is not allowed in an update expression; function: " + name
              : "Invalid function name; function: " + name);
    }
    List<UpdateOperand> arguments = arguments();
    if (arguments.size() != 2) {
      throw ConditionFunctions.wrongNumber(KIND, name, arguments.size());
    }
    if (name.equals(IF_NOT_EXISTS)) {
      return new UpdateOperand.IfNotExists(path(arguments.get(0)), arguments.get(1));
    }
    arguments.forEach(argument -> require(name, ValueType.L, argument));
    return new UpdateOperand.ListAppend(arguments.get(0), arguments.get(1));
  }

  private List<UpdateOperand> arguments() {
    tokens.requireSymbol("(");
    List<UpdateOperand> arguments = new ArrayList<>();
    do {
      arguments.add(operand());
    } while (tokens.takeSymbol(","));
    tokens.requireSymbol(")");
    return arguments;
  }

  private static DocumentPath path(UpdateOperand operand) {
    if (operand instanceof UpdateOperand.Plain plain
        && plain.operand() instanceof Operand.Path path) {
      return path.path();
    }
    throw KIND.invalid(
        "Operator or function requires a document path; operator or function: " + IF_NOT_EXISTS);
  }
}

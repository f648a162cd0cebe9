package io.stepunit.internal.table.expression;

import io.stepunit.internal.table.value.AttributeValue;
import io.stepunit.internal.table.value.AttributeValue.Text;
import io.stepunit.internal.table.value.TableException;
import io.stepunit.internal.table.value.ValueType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The functions of conditions. */
final class ConditionFunctions {
  private static final String ATTRIBUTE_EXISTS = "attribute_exists";
  private static final String ATTRIBUTE_NOT_EXISTS = "attribute_not_exists";
  private static final String ATTRIBUTE_TYPE = "attribute_type";
  private static final String BEGINS_WITH = "begins_with";
  private static final String CONTAINS = "contains";
  private static final String SIZE = "size";

  /** The functions that are conditions by themselves, and how many operands they take. */
  private static final Map<String, Integer> ARITY =
      Map.of(
          ATTRIBUTE_EXISTS,
          1,
          ATTRIBUTE_NOT_EXISTS,
          1,
          ATTRIBUTE_TYPE,
          2,
          BEGINS_WITH,
          2,
          CONTAINS,
          2);

  private final ExpressionKind kind;
  private final OperandChecks checks;

  ConditionFunctions(ExpressionKind kind, OperandChecks checks) {
    this.kind = kind;
    this.checks = checks;
  }

  static Set<String> names() {
    return ARITY.keySet();
  }

  /** A function that is a condition by itself. */
  Condition call(String name, List<Operand> operands) {
    requireNumber(name, ARITY.getOrDefault(name, 0), operands);
    Operand first = operands.get(0);
    return switch (name) {
      case ATTRIBUTE_EXISTS -> new Condition.Exists(path(name, first), true);
      case ATTRIBUTE_NOT_EXISTS -> new Condition.Exists(path(name, first), false);
      case ATTRIBUTE_TYPE -> new Condition.OfType(path(name, first), typeNamedBy(operands.get(1)));
      case BEGINS_WITH -> {
        operands.forEach(operand -> requireText(name, operand));
        checks.apart(name, first, operands.subList(1, 2));
        yield new Condition.BeginsWith(first, operands.get(1));
      }
      default -> {
        checks.apart(name, first, operands.subList(1, 2));
        yield new Condition.Contains(first, operands.get(1));
      }
    };
  }

  /** The size of a value, for a comparison. */
  Operand size(List<Operand> operands) {
    requireNumber(SIZE, 1, operands);
    Optional<AttributeValue> literal = operands.get(0).literal();
    if (literal.isPresent() && literal.get().length().isEmpty()) {
      throw checks.wrongType(SIZE, literal.get());
    }
    return new Operand.Size(operands.get(0));
  }

  private void requireNumber(String name, int wanted, List<Operand> operands) {
    if (operands.size() != wanted) {
      throw wrongNumber(kind, name, operands.size());
    }
  }

  /** The refusal of a call with too few operands, or too many. */
  static TableException wrongNumber(ExpressionKind kind, String name, int number) {
    return kind.invalid(
        "Incorrect number of operands for operator or function; operator or function: %s, number of operands: %s"
            .formatted(name, number));
  }

  private DocumentPath path(String name, Operand operand) {
    if (operand instanceof Operand.Path path) {
      return path.path();
    }
    throw kind.invalid(
        "Operator or function requires a document path; operator or function: " + name);
  }

  private void requireText(String name, Operand operand) {
    Optional<AttributeValue> literal = operand.literal();
    if (literal.isPresent()
        && literal.get().type() != ValueType.S
        && literal.get().type() != ValueType.B) {
      throw checks.wrongType(name, literal.get());
    }
  }

  private ValueType typeNamedBy(Operand operand) {
    AttributeValue named =
        operand
            .literal()
            .orElseThrow(
                () ->
                    kind.invalid(
                        "Incorrect operand type for operator or function; operator or function: attribute_type, operand type: "
                            + "{NS,SS,L,BS,N,M,B,BOOL,NULL,S}"));
    if (!(named instanceof Text text)) {
      throw checks.wrongType(ATTRIBUTE_TYPE, named);
    }
    return Arrays.stream(ValueType.values())
        .filter(type -> type.name().equals(text.text()))
        .findFirst()
        .orElseThrow(
            () ->
                kind.invalid(
                    "Invalid attribute type name found; type: %s, valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}"
                        .formatted(text.text())));
  }
}

package io.stepunit.internal.table.expression;

import io.stepunit.internal.table.value.AttributeValue;
import io.stepunit.internal.table.value.AttributeValue.Attributes;
import io.stepunit.internal.table.value.AttributeValue.Ordered;
import io.stepunit.internal.table.value.KeyAttribute;
import io.stepunit.internal.table.value.KeySchema;
import io.stepunit.internal.table.value.TableException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A KeyConditionExpression: one value of the partition key, and what is asked of the sort key.
 *
 * @param partition the value of the partition key
 * @param sort the condition on the sort key
 */
public record KeyCondition(Ordered partition, Optional<Condition> sort) {
  private static final ExpressionKind KIND = ExpressionKind.KEY_CONDITION;

  /**
   * Reads an expression.
   *
   * @param keys the keys of the table or the index
   * @throws TableException {@code ValidationException} if it makes no sense for these keys
   */
  public static KeyCondition read(String expression, Placeholders placeholders, KeySchema keys) {
    Map<String, Condition> byName = new LinkedHashMap<>();
    parts(ConditionReader.read(KIND, expression, placeholders))
        .forEach(
            part -> {
              if (byName.put(nameIn(part), part) != null) {
                throw KIND.invalid(
                    "KeyConditionExpressions must only contain one condition per key");
              }
            });
    if (byName.size() > 2) {
      throw TableException.invalid("Conditions can be of length 1 or 2 only");
    }
    Condition partition = byName.remove(keys.partition().name());
    if (partition == null) {
      throw missed(keys.partition());
    }
    return new KeyCondition(partitionOf(partition, keys), sortOf(byName, keys));
  }

  /** Whether the sort key of an item is what is asked for. */
  public boolean holds(Attributes item) {
    return sort.isEmpty() || sort.get().holds(item);
  }

  private static Ordered partitionOf(Condition condition, KeySchema keys) {
    if (condition instanceof Condition.Comparison comparison
        && comparison.operator() == Operator.EQUAL) {
      return keys.partition().checked(valuesOf(condition).get(0));
    }
    throw TableException.invalid("Query key condition not supported");
  }

  private static Optional<Condition> sortOf(Map<String, Condition> left, KeySchema keys) {
    if (left.isEmpty()) {
      return Optional.empty();
    }
    KeyAttribute sort =
        keys.sort().orElseThrow(() -> TableException.invalid("Query key condition not supported"));
    Condition condition = left.get(sort.name());
    if (condition == null) {
      throw missed(sort);
    }
    valuesOf(condition).forEach(sort::checked);
    return Optional.of(condition);
  }

  private static TableException missed(KeyAttribute key) {
    return TableException.invalid("Query condition missed key schema element: " + key.name());
  }

  private static Stream<Condition> parts(Condition condition) {
    return condition instanceof Condition.And and
        ? Stream.concat(parts(and.left()), parts(and.right()))
        : Stream.of(condition);
  }

  /** The attribute that a part is about. */
  private static String nameIn(Condition part) {
    List<Operand> operands = operandsOf(part);
    if (!(operands.get(0) instanceof Operand.Path path)) {
      throw KIND.invalid(
          "Invalid condition in KeyConditionExpression: an attribute of the key has to stand on the left side");
    }
    if (!path.path().isWholeAttribute()) {
      throw KIND.invalid("KeyConditionExpressions cannot have conditions on nested attributes");
    }
    return path.path().attribute();
  }

  private static List<AttributeValue> valuesOf(Condition part) {
    return operandsOf(part).stream().skip(1).map(KeyCondition::valueOf).toList();
  }

  private static AttributeValue valueOf(Operand operand) {
    return operand
        .literal()
        .orElseThrow(
            () ->
                KIND.invalid(
                    "Invalid condition in KeyConditionExpression: No constant values are found"));
  }

  private static List<Operand> operandsOf(Condition part) {
    if (part instanceof Condition.Comparison comparison) {
      if (comparison.operator() == Operator.NOT_EQUAL) {
        throw wrongOperator(comparison.operator().symbol());
      }
      return List.of(comparison.left(), comparison.right());
    }
    if (part instanceof Condition.Between between) {
      return List.of(between.value(), between.lower(), between.upper());
    }
    if (part instanceof Condition.BeginsWith begins) {
      return List.of(begins.value(), begins.prefix());
    }
    throw wrongOperator(operatorOf(part));
  }

  private static String operatorOf(Condition part) {
    if (part instanceof Condition.Or) {
      return "OR";
    }
    if (part instanceof Condition.Not) {
      return "NOT";
    }
    if (part instanceof Condition.In) {
      return "IN";
    }
    if (part instanceof Condition.Exists exists) {
      return exists.wanted() ? "attribute_exists" : "attribute_not_exists";
    }
    return part instanceof Condition.OfType ? "attribute_type" : "contains";
  }

  private static TableException wrongOperator(String operator) {
    return KIND.invalid("Invalid operator used in KeyConditionExpression: " + operator);
  }
}

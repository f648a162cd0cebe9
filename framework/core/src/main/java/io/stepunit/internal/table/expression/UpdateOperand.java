package io.stepunit.internal.table.expression;

import io.stepunit.internal.table.value.AttributeValue;
import io.stepunit.internal.table.value.AttributeValue.Attributes;
import io.stepunit.internal.table.value.AttributeValue.Items;
import io.stepunit.internal.table.value.AttributeValue.Numeric;
import io.stepunit.internal.table.value.Numbers;
import io.stepunit.internal.table.value.TableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What SET sets an attribute to. */
sealed interface UpdateOperand {
  /**
   * The value, by the item as it was before the update.
   *
   * @throws TableException {@code ValidationException} if the item lacks what it needs, or has
   *     another type there
   */
  AttributeValue in(Attributes item);

  /** The value if it is the same for all items. */
  default Optional<AttributeValue> literal() {
    return Optional.empty();
  }

  /** A part of the item, or a value of the request. */
  record Plain(Operand operand) implements UpdateOperand {
    @Override
    public AttributeValue in(Attributes item) {
      return operand
          .in(item)
          .orElseThrow(
              () ->
                  TableException.invalid(
                      "The provided expression refers to an attribute that does not exist in the item"));
    }

    @Override
    public Optional<AttributeValue> literal() {
      return operand.literal();
    }
  }

  /** A part of the item, or something else where there is none. */
  record IfNotExists(DocumentPath path, UpdateOperand otherwise) implements UpdateOperand {
    @Override
    public AttributeValue in(Attributes item) {
      return path.in(item).orElseGet(() -> otherwise.in(item));
    }
  }

  /** Two lists, one after the other. */
  record ListAppend(UpdateOperand first, UpdateOperand second) implements UpdateOperand {
    @Override
    public AttributeValue in(Attributes item) {
      List<AttributeValue> members = new ArrayList<>(list(first.in(item)).members());
      members.addAll(list(second.in(item)).members());
      return new Items(members);
    }

    private static Items list(AttributeValue value) {
      if (value instanceof Items list) {
        return list;
      }
      throw wrongType();
    }
  }

  /** The sum of two numbers, or their difference. */
  record Sum(UpdateOperand left, UpdateOperand right, boolean isDifference)
      implements UpdateOperand {
    @Override
    public AttributeValue in(Attributes item) {
      Numeric a = number(left.in(item));
      Numeric b = number(right.in(item));
      return Numbers.of(
          isDifference ? a.number().subtract(b.number()) : a.number().add(b.number()));
    }

    private static Numeric number(AttributeValue value) {
      if (value instanceof Numeric number) {
        return number;
      }
      throw wrongType();
    }
  }

  /** The refusal of an operand whose type only the item tells. */
  static TableException wrongType() {
    return TableException.invalid("An operand in the update expression has an incorrect data type");
  }
}

package io.stepunit.internal.table.expression;

import io.stepunit.internal.table.value.AttributeValue;
import io.stepunit.internal.table.value.AttributeValue.Attributes;
import io.stepunit.internal.table.value.AttributeValue.Members;
import io.stepunit.internal.table.value.AttributeValue.Numeric;
import io.stepunit.internal.table.value.AttributeValue.Ordered;
import io.stepunit.internal.table.value.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One action of an UpdateExpression. */
sealed interface UpdateAction {
  /** What it changes. */
  DocumentPath path();

  /**
   * The item after the action.
   *
   * @param item as the actions before left it
   * @param before as it was before the update
   */
  Attributes apply(Attributes item, Attributes before);

  /** SET. */
  record Set(DocumentPath path, UpdateOperand value) implements UpdateAction {
    @Override
    public Attributes apply(Attributes item, Attributes before) {
      return path.set(item, value.in(before));
    }
  }

  /** REMOVE. */
  record Remove(DocumentPath path) implements UpdateAction {
    @Override
    public Attributes apply(Attributes item, Attributes before) {
      return path.remove(item);
    }
  }

  /** ADD: to a number or a set. */
  record Add(DocumentPath path, AttributeValue value) implements UpdateAction {
    @Override
    public Attributes apply(Attributes item, Attributes before) {
      Optional<AttributeValue> present = path.in(before);
      return path.set(item, present.map(this::sum).orElse(value));
    }

    private AttributeValue sum(AttributeValue present) {
      if (present instanceof Numeric number && value instanceof Numeric added) {
        return Numbers.of(number.number().add(added.number()));
      }
      if (present instanceof Members set
          && value instanceof Members added
          && set.of() == added.of()) {
        List<Ordered> all = new ArrayList<>(set.members());
        all.addAll(added.members());
        return new Members(set.of(), all);
      }
      throw UpdateOperand.wrongType();
    }
  }

  /** DELETE: from a set. A set that would be empty is removed. */
  record Delete(DocumentPath path, Members value) implements UpdateAction {
    @Override
    public Attributes apply(Attributes item, Attributes before) {
      Optional<AttributeValue> present = path.in(before);
      if (present.isEmpty()) {
        return item;
      }
      if (!(present.get() instanceof Members set) || set.of() != value.of()) {
        throw UpdateOperand.wrongType();
      }
      List<Ordered> left = new ArrayList<>(set.members());
      left.removeAll(value.members());
      return left.isEmpty() ? path.remove(item) : path.set(item, new Members(set.of(), left));
    }
  }
}

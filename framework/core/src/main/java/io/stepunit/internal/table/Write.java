package io.stepunit.internal.table;

import io.stepunit.internal.table.expression.Condition;
import io.stepunit.internal.table.expression.Update;
import io.stepunit.internal.table.value.AttributeValue.Attributes;
import io.stepunit.internal.table.value.ItemKey;
import io.stepunit.internal.table.value.TableException;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A write of one item, ready to be done.
 *
 * @param condition what has to hold before
 */
record Write(StoredTable table, ItemKey key, Optional<Condition> condition, Change change) {
  /** What becomes of the item. */
  sealed interface Change {
    /**
     * The item afterwards; empty if there is none then.
     *
     * @param key the attributes of its key
     * @throws TableException {@code ValidationException} if the item cannot be changed so
     */
    Optional<Attributes> after(Optional<Attributes> before, Attributes key);
  }

  /** Another item in its place. */
  record Put(Attributes item) implements Change {
    @Override
    public Optional<Attributes> after(Optional<Attributes> before, Attributes key) {
      return Optional.of(item);
    }
  }

  /** No item. */
  record Delete() implements Change {
    @Override
    public Optional<Attributes> after(Optional<Attributes> before, Attributes key) {
      return Optional.empty();
    }
  }

  /** Other attributes; an item that is not there is made. */
  record Updated(Update update) implements Change {
    @Override
    public Optional<Attributes> after(Optional<Attributes> before, Attributes key) {
      return Optional.of(update.apply(before.orElse(key)));
    }
  }

  /** No change: only the condition counts. */
  record Check() implements Change {
    @Override
    public Optional<Attributes> after(Optional<Attributes> before, Attributes key) {
      return before;
    }
  }

  /**
   * What the write would do.
   *
   * @throws TableException if the condition does not hold, or the item cannot be changed so
   */
  Outcome outcome() {
    Optional<Attributes> before = table.rows().get(key);
    if (condition.isPresent() && !condition.get().holds(before.orElse(Attributes.EMPTY))) {
      throw TableException.conditionFailed();
    }
    Optional<Attributes> after = change.after(before, table.keys().attributesOf(key));
    if (change instanceof Updated) {
      after.ifPresent(this::requireStorable);
    }
    return new Outcome(this, before, after);
  }

  private void requireStorable(Attributes updated) {
    if (updated.itemSize() > StoredTable.LARGEST_ITEM) {
      throw TableException.invalid("Item size to update has exceeded the maximum allowed size");
    }
    table.keyOf(updated);
  }

  /**
   * What a write does.
   *
   * @param before the item before, if there was one
   * @param after the item afterwards, if there is one
   */
  record Outcome(Write write, Optional<Attributes> before, Optional<Attributes> after) {
    /** Does it. */
    void commit() {
      Rows rows = write.table().rows();
      after.ifPresentOrElse(item -> rows.put(write.key(), item), () -> rows.remove(write.key()));
    }

    /** What the caller asks to be told; empty where there is nothing. */
    Attributes told(ReturnValues wanted) {
      return switch (wanted) {
        case NONE -> Attributes.EMPTY;
        case ALL_OLD -> before.orElse(Attributes.EMPTY);
        case ALL_NEW -> after.orElse(Attributes.EMPTY);
        case UPDATED_OLD -> told(before, Update::changedPartBefore);
        case UPDATED_NEW -> told(after, Update::changedPartAfter);
      };
    }

    private Attributes told(
        Optional<Attributes> item, BiFunction<Update, Attributes, Attributes> part) {
      return write.change() instanceof Updated updated
          ? item.map(attributes -> part.apply(updated.update(), attributes))
              .orElse(Attributes.EMPTY)
          : Attributes.EMPTY;
    }
  }
}

package io.stepunit.assertj;

import io.stepunit.internal.assertj.ShouldHaveItem;
import io.stepunit.table.Item;
import io.stepunit.table.Table;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on a table in memory.
 *
 * <pre>{@code
 * assertThat(env.table("Locks"))
 *     .hasItem("books", lock -> lock.hasAttribute("HeldBy", run.arn()))
 *     .hasNoItem("toys");
 * }</pre>
 *
 * @since 0.1.0
 */
public class TableAssert extends AbstractStepUnitAssert<TableAssert, Table> {
  /** For soft assertions, which create subclasses; tests call {@code assertThat}. */
  protected TableAssert(@Nullable Table actual) {
    super(actual, TableAssert.class);
  }

  /** Verifies that the table has no items. */
  public TableAssert isEmpty() {
    return hasItems(0);
  }

  /** Verifies the number of items. */
  public TableAssert hasItems(int expected) {
    isNotNull();
    if (actual.items().size() != expected) {
      throwAssertionError(ShouldHaveItem.shouldHaveItems(actual, expected));
    }
    return this;
  }

  /**
   * Verifies that these items are there, and no others.
   *
   * @param partitionKeys the key of each item of a table without a sort key, in any order
   */
  public TableAssert hasOnlyItems(Object... partitionKeys) {
    isNotNull();
    List.of(partitionKeys).forEach(this::hasItem);
    return hasItems(partitionKeys.length);
  }

  /** Verifies that an item is there. */
  public TableAssert hasItem(Object partitionKey) {
    return hasItem(partitionKey, item -> {});
  }

  /** Verifies that an item of a table with a sort key is there. */
  public TableAssert hasItem(Object partitionKey, Object sortKey) {
    return hasItem(partitionKey, sortKey, item -> {});
  }

  /** Verifies that an item is there and satisfies what the lambda asserts. */
  public TableAssert hasItem(Object partitionKey, Consumer<ItemAssert> requirements) {
    Objects.requireNonNull(partitionKey, "partitionKey");
    isNotNull();
    return satisfies(actual.find(partitionKey), String.valueOf(partitionKey), requirements);
  }

  /**
   * Verifies that an item of a table with a sort key is there and satisfies what the lambda
   * asserts.
   */
  public TableAssert hasItem(
      Object partitionKey, Object sortKey, Consumer<ItemAssert> requirements) {
    Objects.requireNonNull(partitionKey, "partitionKey");
    Objects.requireNonNull(sortKey, "sortKey");
    isNotNull();
    return satisfies(
        actual.find(partitionKey, sortKey), partitionKey + " and " + sortKey, requirements);
  }

  private TableAssert satisfies(
      Optional<Item> item, String key, Consumer<ItemAssert> requirements) {
    Objects.requireNonNull(requirements, "requirements");
    if (item.isEmpty()) {
      throwAssertionError(ShouldHaveItem.shouldHaveItem(actual, key));
    }
    item.map(ItemAssert::new).ifPresent(requirements);
    return this;
  }

  /** Verifies that an item is not there. */
  public TableAssert hasNoItem(Object partitionKey) {
    Objects.requireNonNull(partitionKey, "partitionKey");
    isNotNull();
    return isAbsent(actual.find(partitionKey), String.valueOf(partitionKey));
  }

  /** Verifies that an item of a table with a sort key is not there. */
  public TableAssert hasNoItem(Object partitionKey, Object sortKey) {
    Objects.requireNonNull(partitionKey, "partitionKey");
    Objects.requireNonNull(sortKey, "sortKey");
    isNotNull();
    return isAbsent(actual.find(partitionKey, sortKey), partitionKey + " and " + sortKey);
  }

  private TableAssert isAbsent(Optional<Item> item, String key) {
    if (item.isPresent()) {
      throwAssertionError(ShouldHaveItem.shouldHaveNoItem(actual, key, item.get()));
    }
    return this;
  }
}

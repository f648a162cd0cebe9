package io.stepunit.internal.engine.map;

import org.jspecify.annotations.Nullable;

/** The first items of others: {@code MaxItems}. */
final class FirstItems implements Items {
  private final Items items;
  private long left;

  FirstItems(Items items, long most) {
    this.items = items;
    this.left = most;
  }

  @Override
  public @Nullable ReadItem next() {
    return left-- > 0 ? items.next() : null;
  }

  @Override
  public void close() {
    items.close();
  }
}

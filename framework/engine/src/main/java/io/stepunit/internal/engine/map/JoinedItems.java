package io.stepunit.internal.engine.map;

import java.util.Iterator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The items of several objects, which are opened one after the other. */
final class JoinedItems implements Items {
  private final Iterator<Supplier<Items>> sources;
  private @Nullable Items open;

  JoinedItems(Iterator<Supplier<Items>> sources) {
    this.sources = sources;
  }

  @Override
  public @Nullable ReadItem next() {
    while (true) {
      Items current = open;
      if (current == null) {
        if (!sources.hasNext()) {
          return null;
        }
        current = sources.next().get();
        open = current;
      }
      ReadItem item = current.next();
      if (item != null) {
        return item;
      }
      close();
    }
  }

  @Override
  public void close() {
    if (open != null) {
      open.close();
      open = null;
    }
  }
}

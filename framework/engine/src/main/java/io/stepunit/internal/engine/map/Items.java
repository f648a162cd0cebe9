package io.stepunit.internal.engine.map;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/** The items of a Map Run, one after the other. */
public interface Items extends Closeable {
  /**
   * The next item, null after the last.
   *
   * @throws ItemReaderException if it cannot be read
   */
  @Nullable ReadItem next();

  /** Lets go of what is being read. */
  @Override
  default void close() {}

  /** How many items are left; reads them all. */
  default int count() {
    int count = 0;
    while (next() != null) {
      count++;
    }
    return count;
  }
}

package io.stepunit.internal.engine.map;

import io.stepunit.bucket.StoredObject;
import java.io.IOException;

/** Opens Parquet files, if there is the library that reads them: users need not have it. */
final class ParquetLibrary {
  private ParquetLibrary() {}

  /**
   * The rows of a file.
   *
   * @throws ItemReaderException if it is no Parquet file
   * @throws IllegalStateException if the library is not there
   */
  static Items rows(StoredObject object) {
    try {
      return new ParquetItems(object);
    } catch (NoClassDefFoundError absent) {
      throw new IllegalStateException(
          "The object %s is to be read as Parquet, which needs a library. Add com.jerolba:carpet-record to the test's dependencies, or put the items as JSON Lines."
              .formatted(object.uri()),
          absent);
    } catch (IOException | RuntimeException e) {
      throw ItemReaderException.of(
          "The object %s is not Parquet: %s".formatted(object.uri(), e.getMessage()));
    }
  }
}

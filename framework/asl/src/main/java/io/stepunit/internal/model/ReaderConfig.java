package io.stepunit.internal.model;

import io.stepunit.asl.SourceLocation;
import java.util.List;
import java.util.Optional;

/**
 * {@code ReaderConfig}: how an {@code ItemReader} understands what it reads.
 *
 * @param inputType {@code InputType}
 * @param flattens whether {@code Transformation} is {@code LOAD_AND_FLATTEN}: the items are those
 *     in the listed objects, not the objects
 * @param manifestType {@code ManifestType}
 * @param csvDelimiter {@code CSVDelimiter} as a character; a comma by default
 * @param csvHeaders {@code CSVHeaders}, where {@code CSVHeaderLocation} is {@code GIVEN}; empty
 *     where the first row has them
 * @param itemsPointer {@code ItemsPointer}, a JSON pointer to the array or object
 * @param maxItems {@code MaxItems} or its Path form; 0 means no limit
 * @param location where it stands
 */
public record ReaderConfig(
    Optional<InputType> inputType,
    boolean flattens,
    Optional<ManifestType> manifestType,
    char csvDelimiter,
    Optional<List<String>> csvHeaders,
    Optional<String> itemsPointer,
    Optional<Setting<Long>> maxItems,
    SourceLocation location) {

  /** {@code InputType}. */
  public enum InputType {
    CSV,
    JSON,
    JSONL,
    PARQUET,
    MANIFEST
  }

  /** {@code ManifestType}. */
  public enum ManifestType {
    ATHENA_DATA,
    S3_INVENTORY
  }

  /** Whether the object names other objects to read. */
  public boolean isManifest() {
    return manifestType.isPresent() || inputType.equals(Optional.of(InputType.MANIFEST));
  }

  /** A reader without a {@code ReaderConfig}. */
  public static ReaderConfig none(SourceLocation location) {
    return new ReaderConfig(
        Optional.empty(),
        false,
        Optional.empty(),
        ',',
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        location);
  }
}

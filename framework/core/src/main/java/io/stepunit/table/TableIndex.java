package io.stepunit.table;

/**
 * A secondary index of a {@link Table}. It has the items that have all attributes of its key, and
 * all of their attributes unless it says otherwise.
 *
 * <pre>{@code
 * orders.index("ByStatus").key("Status").sortKey("PlacedAt", AttributeType.N);
 * orders.localIndex("ByTotal").sortKey("Total", AttributeType.N).keysOnly();
 * }</pre>
 *
 * @since 0.1.0
 */
public interface TableIndex {
  /** The index's name. */
  String name();

  /** Names the partition key, a text. */
  default TableIndex key(String partitionKey) {
    return key(partitionKey, AttributeType.S);
  }

  /**
   * Names the partition key.
   *
   * @throws IllegalStateException if it is a local index, which has the table's partition key
   */
  TableIndex key(String partitionKey, AttributeType type);

  /** Names the sort key, a text. */
  default TableIndex sortKey(String sortKey) {
    return sortKey(sortKey, AttributeType.S);
  }

  /** Names the sort key. */
  TableIndex sortKey(String sortKey, AttributeType type);

  /** Has no attributes but those of its key and of the table's: projection type KEYS_ONLY. */
  TableIndex keysOnly();

  /**
   * Has these attributes, and those of its key and of the table's: projection type INCLUDE.
   *
   * @param attributes the names of the others
   */
  TableIndex including(String... attributes);
}

package io.stepunit.internal.table;

import io.stepunit.internal.table.value.KeyAttribute;
import io.stepunit.internal.table.value.KeySchema;
import io.stepunit.internal.table.value.ValueType;
import io.stepunit.table.AttributeType;
import io.stepunit.table.TableIndex;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** An index as a test declares it, bit by bit. */
final class DeclaredIndex implements TableIndex {
  private final String name;
  private final boolean isLocal;
  private Optional<KeyAttribute> partition = Optional.empty();
  private Optional<KeyAttribute> sort = Optional.empty();
  private Optional<Set<String>> projected = Optional.empty();

  DeclaredIndex(String name, boolean isLocal) {
    this.name = name;
    this.isLocal = isLocal;
  }

  @Override
  public String name() {
    return name;
  }

  boolean isLocal() {
    return isLocal;
  }

  @Override
  public TableIndex key(String partitionKey, AttributeType type) {
    Objects.requireNonNull(partitionKey, "partitionKey");
    if (isLocal) {
      throw new IllegalStateException(
          "The local index '%s' has the table's partition key. For another one declare a global index, by index(\"%s\")."
              .formatted(name, name));
    }
    partition = Optional.of(attribute(partitionKey, type));
    return this;
  }

  @Override
  public TableIndex sortKey(String sortKey, AttributeType type) {
    Objects.requireNonNull(sortKey, "sortKey");
    sort = Optional.of(attribute(sortKey, type));
    return this;
  }

  static KeyAttribute attribute(String name, AttributeType type) {
    Objects.requireNonNull(type, "type");
    return new KeyAttribute(name, ValueType.valueOf(type.name()));
  }

  @Override
  public TableIndex keysOnly() {
    projected = Optional.of(Set.of());
    return this;
  }

  @Override
  public TableIndex including(String... attributes) {
    Objects.requireNonNull(attributes, "attributes");
    projected = Optional.of(Set.of(attributes));
    return this;
  }

  /** The index; empty while its key is not named. */
  Optional<Index> in(KeySchema keysOfTable) {
    Optional<KeyAttribute> first = isLocal ? Optional.of(keysOfTable.partition()) : partition;
    return first
        .filter(key -> !isLocal || sort.isPresent())
        .map(key -> new Index(name, isLocal, new KeySchema(key, sort), keysOfTable, projected));
  }
}

package io.stepunit.internal.table.value;

import io.stepunit.internal.table.value.AttributeValue.Attributes;
import io.stepunit.internal.table.value.AttributeValue.Ordered;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The attributes that make the key of a table or an index.
 *
 * @param partition the partition key
 * @param sort the sort key, where there is one
 */
public record KeySchema(KeyAttribute partition, Optional<KeyAttribute> sort) {
  private static final int LONGEST_PARTITION_KEY = 2048;
  private static final int LONGEST_SORT_KEY = 1024;

  /** The attributes, the partition key first. */
  public Stream<KeyAttribute> attributes() {
    return Stream.concat(Stream.of(partition), sort.stream());
  }

  /** Whether an attribute is a part of the key. */
  public boolean has(String attribute) {
    return attributes().anyMatch(key -> key.name().equals(attribute));
  }

  /**
   * The key that a request names.
   *
   * @throws TableException {@code ValidationException} if it has other attributes, or other types
   */
  public ItemKey keyIn(Attributes key) {
    boolean fits =
        key.members().size() == attributes().count()
            && attributes()
                .allMatch(
                    part ->
                        key.get(part.name())
                            .filter(value -> value.type() == part.type())
                            .isPresent());
    if (!fits) {
      throw TableException.invalid("The provided key element does not match the schema");
    }
    return keyOf(key);
  }

  /**
   * The key of an item that is written.
   *
   * @throws TableException {@code ValidationException} if it lacks an attribute of the key, or has
   *     one of another type
   */
  public ItemKey keyOf(Attributes item) {
    Ordered first = require(partition, item);
    Optional<Ordered> second = sort.map(part -> require(part, item));
    if (first.size() > LONGEST_PARTITION_KEY) {
      throw TableException.invalidParameter(
          "Size of hashkey has exceeded the maximum size limit of2048 bytes");
    }
    if (second.isPresent() && second.get().size() > LONGEST_SORT_KEY) {
      throw TableException.invalidParameter(
          "Aggregated size of all range keys has exceeded the size limit of 1024 bytes");
    }
    return new ItemKey(first, second);
  }

  private static Ordered require(KeyAttribute part, Attributes item) {
    AttributeValue value =
        item.get(part.name())
            .orElseThrow(
                () ->
                    TableException.invalidParameter(
                        "Missing the key %s in the item".formatted(part.name())));
    if (value.type() != part.type()) {
      throw TableException.invalidParameter(
          "Type mismatch for key %s expected: %s actual: %s"
              .formatted(part.name(), part.type(), value.type()));
    }
    part.requireNotEmpty(value);
    return (Ordered) value;
  }

  /** The attributes of the key that an item has. */
  public Attributes keyPartOf(Attributes item) {
    Map<String, AttributeValue> parts = new TreeMap<>();
    attributes()
        .forEach(part -> item.get(part.name()).ifPresent(value -> parts.put(part.name(), value)));
    return Attributes.of(parts);
  }

  /** The attributes of a key. */
  public Attributes attributesOf(ItemKey key) {
    Map<String, AttributeValue> parts = new TreeMap<>();
    parts.put(partition.name(), key.partition());
    sort.ifPresent(part -> parts.put(part.name(), key.sort().orElseThrow()));
    return Attributes.of(parts);
  }
}

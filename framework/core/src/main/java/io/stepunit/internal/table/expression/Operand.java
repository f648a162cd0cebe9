package io.stepunit.internal.table.expression;

import io.stepunit.internal.table.value.AttributeValue;
import io.stepunit.internal.table.value.AttributeValue.Attributes;
import io.stepunit.internal.table.value.Numbers;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/** What a condition compares. */
sealed interface Operand {
  /** The value for an item; empty if the item has none. */
  Optional<AttributeValue> in(Attributes item);

  /** What of the item it reads. */
  Stream<DocumentPath> paths();

  /** The value if it is the same for all items. */
  default Optional<AttributeValue> literal() {
    return Optional.empty();
  }

  /** A part of the item. */
  record Path(DocumentPath path) implements Operand {
    @Override
    public Optional<AttributeValue> in(Attributes item) {
      return path.in(item);
    }

    @Override
    public Stream<DocumentPath> paths() {
      return Stream.of(path);
    }

    @Override
    public String toString() {
      return path.toString();
    }
  }

  /** A value of the request. */
  record Value(String placeholder, AttributeValue value) implements Operand {
    @Override
    public Optional<AttributeValue> in(Attributes item) {
      return Optional.of(value);
    }

    @Override
    public Stream<DocumentPath> paths() {
      return Stream.empty();
    }

    @Override
    public Optional<AttributeValue> literal() {
      return Optional.of(value);
    }

    @Override
    public String toString() {
      return placeholder;
    }
  }

  /** The size of a value. */
  record Size(Operand of) implements Operand {
    @Override
    public Optional<AttributeValue> in(Attributes item) {
      return of.in(item)
          .flatMap(AttributeValue::length)
          .map(length -> Numbers.of(BigDecimal.valueOf(length)));
    }

    @Override
    public Stream<DocumentPath> paths() {
      return of.paths();
    }
  }
}

package io.stepunit.internal.table.value;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A value of an attribute. It never changes. */
public sealed interface AttributeValue {
  /** What a list or a map takes beside its members. */
  int OVERHEAD = 3;

  /** The data type. */
  ValueType type();

  /** The size in bytes, by the rules by which DynamoDB measures items. */
  int size();

  /** What the function {@code size} tells; empty for a type that has none. */
  default Optional<Integer> length() {
    return Optional.empty();
  }

  /** A value whose type has an order. */
  sealed interface Ordered extends AttributeValue {}

  /** A text. */
  record Text(String text) implements Ordered {
    @Override
    public ValueType type() {
      return ValueType.S;
    }

    @Override
    public int size() {
      return utf8(text).length;
    }

    @Override
    public Optional<Integer> length() {
      return Optional.of(text.length());
    }
  }

  /**
   * A number.
   *
   * @param number without zeros at its end, so that equal numbers are equal
   */
  record Numeric(BigDecimal number) implements Ordered {
    /** Takes away the zeros. */
    public Numeric {
      number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    /** The number as DynamoDB writes it. */
    public String text() {
      return number.toPlainString();
    }

    @Override
    public ValueType type() {
      return ValueType.N;
    }

    /** A byte for two digits, one for the exponent, and one for a sign. */
    @Override
    public int size() {
      return (number.precision() + 1) / 2 + 1 + (number.signum() < 0 ? 1 : 0);
    }
  }

  /**
   * Bytes.
   *
   * @param text as definitions write them
   */
  record Binary(String text) implements Ordered {
    @Override
    public ValueType type() {
      return ValueType.B;
    }

    @Override
    public int size() {
      return utf8(text).length;
    }

    @Override
    public Optional<Integer> length() {
      return Optional.of(size());
    }
  }

  /** True or false. */
  record Flag(boolean value) implements AttributeValue {
    @Override
    public ValueType type() {
      return ValueType.BOOL;
    }

    @Override
    public int size() {
      return 1;
    }
  }

  /** Nothing. */
  record Nothing() implements AttributeValue {
    @Override
    public ValueType type() {
      return ValueType.NULL;
    }

    @Override
    public int size() {
      return 1;
    }
  }

  /** A list. */
  record Items(List<AttributeValue> members) implements AttributeValue {
    /** Keeps a copy. */
    public Items {
      members = List.copyOf(members);
    }

    @Override
    public ValueType type() {
      return ValueType.L;
    }

    @Override
    public int size() {
      return OVERHEAD + members.stream().mapToInt(member -> 1 + member.size()).sum();
    }

    @Override
    public Optional<Integer> length() {
      return Optional.of(members.size());
    }
  }

  /** A map; also an item. Its members are in the order of their names. */
  record Attributes(SortedMap<String, AttributeValue> members) implements AttributeValue {
    /** No members. */
    public static final Attributes EMPTY = new Attributes(new TreeMap<>());

    /** Keeps a copy. */
    public Attributes {
      members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
    }

    /** A map with these members. */
    public static Attributes of(Map<String, AttributeValue> members) {
      return new Attributes(new TreeMap<>(members));
    }

    /** A member. */
    public Optional<AttributeValue> get(String name) {
      return Optional.ofNullable(members.get(name));
    }

    /** The same with another value of a member. */
    public Attributes with(String name, AttributeValue value) {
      SortedMap<String, AttributeValue> changed = new TreeMap<>(members);
      changed.put(name, value);
      return new Attributes(changed);
    }

    /** The same without a member. */
    public Attributes without(String name) {
      SortedMap<String, AttributeValue> changed = new TreeMap<>(members);
      changed.remove(name);
      return new Attributes(changed);
    }

    @Override
    public ValueType type() {
      return ValueType.M;
    }

    @Override
    public int size() {
      return OVERHEAD + members.size() + itemSize();
    }

    /** The size of the members alone, which is that of an item. */
    public int itemSize() {
      return members.entrySet().stream()
          .mapToInt(member -> utf8(member.getKey()).length + member.getValue().size())
          .sum();
    }

    @Override
    public Optional<Integer> length() {
      return Optional.of(members.size());
    }
  }

  /**
   * A set.
   *
   * @param of the type of its members
   * @param members in their order, each once
   */
  record Members(ValueType of, List<Ordered> members) implements AttributeValue {
    /** Keeps a sorted copy. */
    public Members {
      members = members.stream().distinct().sorted(AttributeValue::compare).toList();
    }

    @Override
    public ValueType type() {
      return switch (of) {
        case S -> ValueType.SS;
        case N -> ValueType.NS;
        default -> ValueType.BS;
      };
    }

    @Override
    public int size() {
      return members.stream().mapToInt(AttributeValue::size).sum();
    }

    @Override
    public Optional<Integer> length() {
      return Optional.of(members.size());
    }
  }

  /**
   * Compares values of one type: texts and bytes by their bytes, numbers by value.
   *
   * @throws IllegalArgumentException if they are of different types
   */
  static int compare(Ordered a, Ordered b) {
    if (a instanceof Numeric one && b instanceof Numeric other) {
      return one.number().compareTo(other.number());
    }
    if (a instanceof Text one && b instanceof Text other) {
      return Arrays.compareUnsigned(utf8(one.text()), utf8(other.text()));
    }
    if (a instanceof Binary one && b instanceof Binary other) {
      return Arrays.compareUnsigned(utf8(one.text()), utf8(other.text()));
    }
    throw new IllegalArgumentException(
        "Values of different types have no order: %s and %s".formatted(a.type(), b.type()));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

package io.stepunit.internal.table.value;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** DynamoDB's data types, by the descriptors of its JSON. */
public enum ValueType {
  /** A text. */
  S,
  /** A number. */
  N,
  /** Bytes. */
  B,
  /** A set of texts. */
  SS,
  /** A set of numbers. */
  NS,
  /** A set of bytes. */
  BS,
  /** A map. */
  M,
  /** A list. */
  L,
  /** Nothing. */
  NULL,
  /** True or false. */
  BOOL;

  /** What SDK integrations call {@link #NULL}, as no property of the SDK can be called null. */
  private static final String NULL_OF_THE_SDK = "NUL";

  /** The type of a descriptor, as either kind of integration writes it; empty for any other. */
  static Optional<ValueType> ofDescriptor(String written) {
    String name = written.toUpperCase(Locale.ROOT);
    String known = name.equals(NULL_OF_THE_SDK) ? NULL.name() : name;
    return Arrays.stream(values()).filter(type -> type.name().equals(known)).findFirst();
  }

  /** The type of the members of a set. */
  ValueType member() {
    return switch (this) {
      case SS -> S;
      case NS -> N;
      case BS -> B;
      default -> throw new IllegalStateException(this + " is no set");
    };
  }

  /** Whether values of the type have an order, and can be keys. */
  public boolean isOrdered() {
    return this == S || this == N || this == B;
  }

  /** Whether the type is a set. */
  public boolean isSet() {
    return this == SS || this == NS || this == BS;
  }
}

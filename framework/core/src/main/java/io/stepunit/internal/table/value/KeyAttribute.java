package io.stepunit.internal.table.value;

import io.stepunit.internal.table.value.AttributeValue.Ordered;

/**
 * One attribute of a key.
 *
 * @param type S, N or B
 */
public record KeyAttribute(String name, ValueType type) {
  /**
   * The value that a query asks for.
   *
   * @throws TableException {@code ValidationException} if it has another type, or is empty
   */
  public Ordered checked(AttributeValue value) {
    if (value.type() != type) {
      throw TableException.invalidParameter("Condition parameter type does not match schema type");
    }
    requireNotEmpty(value);
    return (Ordered) value;
  }

  /**
   * Refuses an empty text, or no bytes.
   *
   * @throws TableException {@code ValidationException}
   */
  public void requireNotEmpty(AttributeValue value) {
    if (isEmpty(value)) {
      throw TableException.invalid(
          "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty %s value. Key: %s"
              .formatted(type == ValueType.S ? "string" : "binary", name));
    }
  }

  /** Whether a value is an empty text, or no bytes. */
  public static boolean isEmpty(AttributeValue value) {
    return value.type() != ValueType.N && value.type().isOrdered() && value.size() == 0;
  }
}

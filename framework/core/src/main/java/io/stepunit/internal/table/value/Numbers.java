package io.stepunit.internal.table.value;

import java.math.BigDecimal;

/** DynamoDB's numbers: up to 38 digits, from 1E-130 to below 1E+126. */
public final class Numbers {
  private static final int MOST_DIGITS = 38;
  private static final int LARGEST_EXPONENT = 125;
  private static final int SMALLEST_EXPONENT = -130;

  private static final String NOT_NUMERIC = "The parameter cannot be converted to a numeric value";

  private Numbers() {}

  /**
   * Reads a number.
   *
   * @throws TableException {@code ValidationException} if it is none, or too large, small or exact
   */
  public static AttributeValue.Numeric parse(String text) {
    if (text.isEmpty()) {
      throw TableException.invalid(NOT_NUMERIC);
    }
    BigDecimal number;
    try {
      number = new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw TableException.invalid(NOT_NUMERIC + ": " + text);
    }
    return of(number);
  }

  /**
   * A number that was computed.
   *
   * @throws TableException {@code ValidationException} if it is too large, small or exact
   */
  public static AttributeValue.Numeric of(BigDecimal computed) {
    AttributeValue.Numeric value = new AttributeValue.Numeric(computed);
    BigDecimal number = value.number();
    long exponent = (long) number.precision() - number.scale() - 1;
    if (number.signum() != 0 && exponent > LARGEST_EXPONENT) {
      throw TableException.invalid(
          "Number overflow. Attempting to store a number with magnitude larger than supported range");
    }
    if (number.signum() != 0 && exponent < SMALLEST_EXPONENT) {
      throw TableException.invalid(
          "Number underflow. Attempting to store a number with magnitude smaller than supported range");
    }
    if (number.precision() > MOST_DIGITS) {
      throw TableException.invalid(
          "Attempting to store more than 38 significant digits in a Number");
    }
    return value;
  }
}

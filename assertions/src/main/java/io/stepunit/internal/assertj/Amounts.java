package io.stepunit.internal.assertj;

import java.math.BigDecimal;

/**
 * Checks the amounts that assertions are given.
 *
 * @since 0.1.0
 */
public final class Amounts {
  private Amounts() {}

  /**
   * An amount of money.
   *
   * @throws IllegalArgumentException if the text is no decimal number from 0 on
   */
  public static BigDecimal usd(String text) {
    try {
      BigDecimal usd = new BigDecimal(text);
      if (usd.signum() >= 0) {
        return usd;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new IllegalArgumentException(
        "The amount of US dollars must be a decimal number from 0 on, such as \"0.001\", but is \""
            + text
            + "\"");
  }

  /**
   * Checks a part that is to be free.
   *
   * @throws IllegalArgumentException if it is not from 0 to less than 1
   */
  public static void checkHeadroom(double headroom) {
    if (!(headroom >= 0 && headroom < 1)) {
      throw new IllegalArgumentException(
          "The headroom must be a part from 0 to less than 1, such as 0.25, but is " + headroom);
    }
  }
}

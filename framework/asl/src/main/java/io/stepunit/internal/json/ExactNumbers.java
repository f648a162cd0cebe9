package io.stepunit.internal.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * A parser that keeps numbers beyond a double, and refuses with their place those that nothing can
 * hold.
 */
public final class ExactNumbers extends JsonParserDelegate {
  private static final int SHOWN = 40;

  /**
   * @param parser reads JSON as it is defined, without NaN and infinite numbers
   */
  public ExactNumbers(JsonParser parser) {
    super(parser);
  }

  /** Older versions of Jackson read a number as a double first, and find it infinite. */
  @Override
  public boolean isNaN() {
    return false;
  }

  @Override
  public BigDecimal getDecimalValue() throws IOException {
    try {
      return super.getDecimalValue();
    } catch (NumberFormatException | ArithmeticException | JsonParseException e) {
      throw outOfRange();
    }
  }

  private JsonParseException outOfRange() throws IOException {
    String text = getText();
    String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    return new JsonParseException(this, "Number out of range: " + shown, currentTokenLocation());
  }
}

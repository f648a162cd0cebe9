package io.stepunit.internal.jsonata.picture;

import io.stepunit.internal.jsonata.JsonataError;
import org.jspecify.annotations.Nullable;

/**
 * The rules that a sub-picture has to keep; of several that it breaks, the last one is reported.
 *
 * <p>See "The picture string" in XPath and XQuery Functions and Operators 3.1, 4.7.3.
 */
final class SubPictureCheck {
  private final SubPictureText parts;
  private final Symbols symbols;
  private @Nullable JsonataError broken;

  private SubPictureCheck(SubPictureText parts, Symbols symbols) {
    this.parts = parts;
    this.symbols = symbols;
  }

  static void check(SubPictureText parts, Symbols symbols) {
    SubPictureCheck check = new SubPictureCheck(parts, symbols);
    check.repeated();
    check.signs();
    check.grouping();
    check.digits();
    check.exponent();
    if (check.broken != null) {
      throw check.broken;
    }
  }

  private void refuseIf(boolean breaks, String code) {
    if (breaks) {
      broken = new JsonataError(code);
    }
  }

  private void repeated() {
    refuseIf(isRepeated(symbols.decimalSeparator()), "D3081");
    refuseIf(isRepeated(symbols.percent()), "D3082");
    refuseIf(isRepeated(symbols.perMille()), "D3083");
    refuseIf(
        parts.text().contains(symbols.percent()) && parts.text().contains(symbols.perMille()),
        "D3084");
  }

  private boolean isRepeated(String symbol) {
    return parts.text().indexOf(symbol) != parts.text().lastIndexOf(symbol);
  }

  private void signs() {
    refuseIf(parts.mantissa().chars().noneMatch(c -> symbols.isDigit((char) c)), "D3085");
    refuseIf(!parts.active().chars().allMatch(c -> symbols.isActive((char) c)), "D3086");
  }

  private void grouping() {
    String grouping = symbols.groupingSeparator();
    String text = parts.text();
    int point = text.indexOf(symbols.decimalSeparator());
    refuseIf(
        point > 0 && Symbols.is(grouping, text.charAt(point - 1))
            || point >= 0 && text.startsWith(grouping, point + 1),
        "D3087");
    refuseIf(point < 0 && parts.whole().endsWith(grouping), "D3088");
    refuseIf(text.contains(grouping + grouping), "D3089");
  }

  private void digits() {
    int firstOptional = Math.max(0, parts.whole().indexOf(symbols.digit()));
    refuseIf(hasDecimalDigit(parts.whole().substring(0, firstOptional)), "D3090");
    int lastOptional = parts.fraction().lastIndexOf(symbols.digit());
    refuseIf(
        lastOptional >= 0 && hasDecimalDigit(parts.fraction().substring(lastOptional)), "D3091");
  }

  private boolean hasDecimalDigit(String text) {
    return text.chars().anyMatch(c -> symbols.isDecimalDigit((char) c));
  }

  private void exponent() {
    String exponent = parts.exponent();
    if (exponent == null) {
      return;
    }
    boolean scales =
        parts.text().contains(symbols.percent()) || parts.text().contains(symbols.perMille());
    refuseIf(scales && !exponent.isEmpty(), "D3092");
    refuseIf(
        exponent.isEmpty() || !exponent.chars().allMatch(c -> symbols.isDecimalDigit((char) c)),
        "D3093");
  }
}

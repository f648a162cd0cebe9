package io.stepunit.internal.masking;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The numbers of payment cards, and masks that are such numbers, too. */
final class CardNumbers {
  static final Pattern PATTERN =
      Pattern.compile("(?<![\\p{Alnum}.])\\d(?:[ -]?\\d){12,18}(?![\\p{Alnum}])");

  private static final Pattern NO_DIGIT = Pattern.compile("\\D");

  private final Map<String, String> masks = new HashMap<>();

  /** Whether a text that {@link #PATTERN} found has the right check digit. */
  static boolean isCard(String text) {
    String digits = NO_DIGIT.matcher(text).replaceAll("");
    return digits.length() > 12 && checkDigit(digits) == digits.charAt(digits.length() - 1);
  }

  /** The mask, with blanks and hyphens where the number has them. */
  String mask(String text) {
    String digits = NO_DIGIT.matcher(text).replaceAll("");
    String mask = masks.computeIfAbsent(digits, this::next);
    StringBuilder masked = new StringBuilder(text.length());
    int next = 0;
    for (int i = 0; i < text.length(); i++) {
      masked.append(Character.isDigit(text.charAt(i)) ? mask.charAt(next++) : text.charAt(i));
    }
    return masked.toString();
  }

  private String next(String digits) {
    int length = digits.length();
    long number = masks.size() + 1L;
    String mask = numbered(length, number);
    return mask.equals(digits) ? numbered(length, number + 1_000_000_000L) : mask;
  }

  private static String numbered(int length, long number) {
    String body = "9" + String.format(Locale.ROOT, "%0" + (length - 2) + "d", number);
    return body + checkDigit(body + "0");
  }

  /** By Luhn's formula; the last digit does not count. */
  private static char checkDigit(String digits) {
    int sum = 0;
    for (int i = digits.length() - 2, weight = 2; i >= 0; i--, weight = 3 - weight) {
      int product = (digits.charAt(i) - '0') * weight;
      sum += product > 9 ? product - 9 : product;
    }
    return (char) ('0' + (10 - sum % 10) % 10);
  }
}

package io.stepunit.internal.jsonata.picture;

import io.stepunit.internal.jsonata.LimitExceeded;
import io.stepunit.internal.jsonata.LimitExceeded.Limit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Numbers in English words: cardinal ones, or ordinal ones. */
final class WordNumerals extends IntegerPicture {
  private static final List<String> UNITS =
      List.of(
          "Zero",
          "One",
          "Two",
          "Three",
          "Four",
          "Five",
          "Six",
          "Seven",
          "Eight",
          "Nine",
          "Ten",
          "Eleven",
          "Twelve",
          "Thirteen",
          "Fourteen",
          "Fifteen",
          "Sixteen",
          "Seventeen",
          "Eighteen",
          "Nineteen");
  private static final List<String> ORDINAL_UNITS =
      List.of(
          "Zeroth",
          "First",
          "Second",
          "Third",
          "Fourth",
          "Fifth",
          "Sixth",
          "Seventh",
          "Eighth",
          "Ninth",
          "Tenth",
          "Eleventh",
          "Twelfth",
          "Thirteenth",
          "Fourteenth",
          "Fifteenth",
          "Sixteenth",
          "Seventeenth",
          "Eighteenth",
          "Nineteenth");
  private static final List<String> TENS =
      List.of("Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety");
  private static final List<String> POWERS = List.of("Thousand", "Million", "Billion", "Trillion");
  private static final String HUNDRED = "Hundred";
  private static final double THOUSAND = 1000;
  private static final Map<String, Double> VALUES = values();
  private static final String EXPRESSION =
      VALUES.keySet().stream().collect(Collectors.joining("|", "(?:", "|and|[\\-, ])+"));
  private static final Pattern BETWEEN =
      Pattern.compile(",{S}|{S}and{S}|[{S}\\\\-]".replace("{S}", "[\\s\\u00a0\\ufeff\\p{Z}]"));

  private final LetterCase letters;
  private final boolean ordinal;

  WordNumerals(LetterCase letters, boolean ordinal) {
    this.letters = letters;
    this.ordinal = ordinal;
  }

  private static Map<String, Double> values() {
    Map<String, Double> values = new LinkedHashMap<>();
    for (int i = 0; i < UNITS.size(); i++) {
      values.put(lower(UNITS.get(i)), (double) i);
      values.put(lower(ORDINAL_UNITS.get(i)), (double) i);
    }
    for (int i = 0; i < TENS.size(); i++) {
      values.put(lower(TENS.get(i)), 10.0 * (i + 2));
      values.put(lower(ordinalTen(TENS.get(i))), 10.0 * (i + 2));
    }
    values.put(lower(HUNDRED), 100.0);
    values.put(lower(HUNDRED) + "th", 100.0);
    double value = 1;
    for (String power : POWERS) {
      value *= THOUSAND;
      values.put(lower(power), value);
      values.put(lower(power) + "th", value);
    }
    return values;
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  private static String ordinalTen(String word) {
    return word.substring(0, word.length() - 1) + "ieth";
  }

  @Override
  String formatSize(double size) {
    if (Double.isNaN(size) || Double.isInfinite(size)) {
      throw new LimitExceeded(Limit.DEPTH);
    }
    return letters.of(words(size, false, ordinal));
  }

  /**
   * @param follows whether greater words stand in front
   */
  private static String words(double number, boolean follows, boolean ordinal) {
    if (number < UNITS.size()) {
      return (follows ? " and " : "") + (ordinal ? ORDINAL_UNITS : UNITS).get((int) number);
    }
    if (number < 100) {
      return (follows ? " and " : "") + tens((int) number, ordinal);
    }
    return (follows ? ", " : "") + great(number, ordinal);
  }

  private static String tens(int number, boolean ordinal) {
    String ten = TENS.get(number / 10 - 2);
    int rest = number % 10;
    if (rest > 0) {
      return ten + "-" + words(rest, false, ordinal);
    }
    return ordinal ? ordinalTen(ten) : ten;
  }

  private static String great(double number, boolean ordinal) {
    double unit = number < THOUSAND ? 100 : THOUSAND;
    String name = HUNDRED;
    if (number >= THOUSAND) {
      int power = 0;
      while (power < POWERS.size() - 1 && number >= unit * THOUSAND) {
        unit *= THOUSAND;
        power++;
      }
      name = POWERS.get(power);
    }
    double times = Math.floor(number / unit);
    double rest = number - times * unit;
    String words = words(times, false, false) + " " + name;
    if (rest > 0) {
      return words + words(rest, true, ordinal);
    }
    return ordinal ? words + "th" : words;
  }

  /** Words below a hundred are added, and greater ones multiply what stands in front of them. */
  @Override
  public double parse(String text) {
    List<Double> parts = new ArrayList<>();
    double last = 0;
    for (String word : BETWEEN.split(lower(text), -1)) {
      double value = VALUES.getOrDefault(word, Double.NaN);
      if (!(value < 100)) {
        last *= value;
      } else if (last >= THOUSAND) {
        parts.add(last);
        last = value;
      } else {
        last += value;
      }
    }
    double number = 0;
    for (double part : parts) {
      number += part;
    }
    return number + last;
  }

  @Override
  String expression(double digits) {
    return EXPRESSION;
  }
}

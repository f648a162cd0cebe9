package io.stepunit.internal.jsonata.picture;

import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts of a time that a picture can name, by their letters. */
enum Component {
  YEAR('Y', "1", UtcTime::year),
  MONTH('M', "1", time -> time.month() + 1),
  DAY('D', "1", UtcTime::day),
  DAY_OF_YEAR('d', "1", UtcTime::dayOfYear),
  DAY_OF_WEEK('F', "n", UtcTime::dayOfWeek),
  WEEK('W', "1", Weeks::ofYear),
  WEEK_OF_MONTH('w', "1", Weeks::ofMonth),
  WEEK_YEAR('X', "1", Weeks::year),
  WEEK_MONTH('x', "1", Weeks::month),
  HOUR('H', "1", UtcTime::hour),
  HOUR_OF_HALF('h', "1", time -> hourOfHalf(time.hour())),
  HALF('P', "n", time -> Double.NaN),
  MINUTE('m', "01", UtcTime::minute),
  SECOND('s', "01", UtcTime::second),
  FRACTION('f', "1", UtcTime::milli),
  ZONE('Z', "01:01", time -> Double.NaN),
  ZONE_NAME('z', "01:01", time -> Double.NaN),
  CALENDAR('C', "n", time -> Double.NaN),
  ERA('E', "n", time -> Double.NaN);

  private static final Map<Character, Component> BY_LETTER =
      Stream.of(values())
          .collect(Collectors.toUnmodifiableMap(Component::letter, Function.identity()));

  private final char letter;
  private final String presentation;
  private final ToDoubleFunction<UtcTime> value;

  Component(char letter, String presentation, ToDoubleFunction<UtcTime> value) {
    this.letter = letter;
    this.presentation = presentation;
    this.value = value;
  }

  private static double hourOfHalf(double hour) {
    double half = hour % 12;
    return half == 0 ? 12 : half;
  }

  static @Nullable Component of(String letter) {
    return letter.length() == 1 ? BY_LETTER.get(letter.charAt(0)) : null;
  }

  char letter() {
    return letter;
  }

  /** How it is shown where the picture does not say. */
  String presentation() {
    return presentation;
  }

  /** The number that it is at a time. */
  double value(UtcTime time) {
    return value.applyAsDouble(time);
  }

  boolean isNumber() {
    return switch (this) {
      case HALF, ZONE, ZONE_NAME, CALENDAR, ERA -> false;
      default -> true;
    };
  }

  boolean isZone() {
    return this == ZONE || this == ZONE_NAME;
  }

  /** Whether its width says how many digits there are. */
  boolean hasDigits() {
    return this == YEAR || this == MONTH || this == DAY;
  }

  @Nullable Names names() {
    return switch (this) {
      case MONTH, WEEK_MONTH -> Names.MONTHS;
      case DAY_OF_WEEK -> Names.DAYS;
      default -> null;
    };
  }
}

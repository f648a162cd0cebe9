package io.stepunit.internal.jsonata.picture;

import io.stepunit.internal.jsonata.JsonataError;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the parts of one time. */
final class TimeWriter {
  private static final int HUNDRED = 100;
  private static final int MINUTES = 60;
  private static final double MILLIS_OF_MINUTE = 60_000;
  private static final IntegerPicture TWO_DIGITS = IntegerPicture.of("00");
  private static final String ISO = "ISO";

  private final UtcTime time;
  private final double offsetHours;
  private final double offsetMinutes;

  private TimeWriter(UtcTime time, double offsetHours, double offsetMinutes) {
    this.time = time;
    this.offsetHours = offsetHours;
    this.offsetMinutes = offsetMinutes;
  }

  static TimeWriter of(double millis, @Nullable String zone) {
    double offset = zone == null ? 0 : DigitPattern.leadingInteger(zone);
    double hours = Math.floor(offset / HUNDRED);
    double minutes = offset % HUNDRED;
    double shift = (MINUTES * hours + minutes) * MILLIS_OF_MINUTE;
    return new TimeWriter(UtcTime.of(millis + shift), hours, minutes);
  }

  String write(Marker marker) {
    Component component = marker.component();
    if (component == null) {
      return "undefined";
    }
    return switch (component) {
      case ZONE, ZONE_NAME -> zone(marker);
      case CALENDAR, ERA -> ISO;
      case HALF -> half(marker);
      case FRACTION -> marker.integers().format(component.value(time));
      default -> marker.names() == null ? number(marker, component) : name(marker, component);
    };
  }

  private String number(Marker marker, Component component) {
    double value = component.value(time);
    boolean cut = component == Component.YEAR && marker.digits() != -1;
    return marker.integers().format(cut ? value % Math.pow(10, marker.digits()) : value);
  }

  private String name(Marker marker, Component component) {
    Names names = component.names();
    LetterCase letters = marker.names();
    if (names == null || letters == null) {
      throw new JsonataError("D3133").with("value", marker.letter());
    }
    return Names.cut(letters.of(names.of(component.value(time))), marker.greatestWidth());
  }

  private String half(Marker marker) {
    String half = time.hour() >= 12 ? "pm" : "am";
    return marker.names() == LetterCase.UPPER ? half.toUpperCase(Locale.ROOT) : half;
  }

  private String zone(Marker marker) {
    double offset = offsetHours * HUNDRED + offsetMinutes;
    String text = (offset >= 0 ? "+" : "") + offset(marker.integers(), offset);
    if (offset == 0 && marker.utc()) {
      return "Z";
    }
    return marker.component() == Component.ZONE_NAME ? "GMT" + text : text;
  }

  private String offset(IntegerPicture picture, double offset) {
    if (!(picture instanceof DigitPattern digits)) {
      throw new JsonataError("D3134");
    }
    double count = digits.mandatoryDigits();
    if (digits.isRegular() || count == 3 || count == 4) {
      return digits.format(offset);
    }
    if (count != 1 && count != 2) {
      throw new JsonataError("D3134");
    }
    String hours = digits.format(offsetHours);
    return offsetMinutes == 0 ? hours : hours + ":" + TWO_DIGITS.format(offsetMinutes);
  }
}

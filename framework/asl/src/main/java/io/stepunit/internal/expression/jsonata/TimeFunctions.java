package io.stepunit.internal.expression.jsonata;

import com.dashjoin.jsonata.Functions;
import io.stepunit.internal.expression.Scope;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Functions on timestamps. */
final class TimeFunctions {
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})(?:-([01]\\d)(?:-([0-3]\\d))?)?"
              + "(?:T([0-2]\\d:[0-5]\\d:[0-5]\\d)(\\.\\d+)?)?([+-][0-2]\\d:?[0-5]\\d|Z)?");

  /**
   * The parts of a picture from the greatest, the letters for each, and how the library shows it.
   */
  private static final List<Part> PARTS =
      List.of(
          new Part("YX", "[Y0001]", "uuuu"),
          new Part("MxdWw", "[M01]", "MM"),
          new Part("DF", "[D01]", "dd"),
          new Part("Hh", "[H01]", "HH"),
          new Part("m", "[m01]", "mm"));

  private static final Pattern SPECIFIER = Pattern.compile("\\[\\s*([A-Za-z])");

  private record Part(String letters, String picture, String format) {}

  private TimeFunctions() {}

  static @Nullable Object toMillis(Arguments arguments, Scope scope) {
    String text = arguments.text(0);
    String picture = arguments.text(1);
    if (text == null) {
      return null;
    }
    if (picture == null) {
      return isoToMillis(text);
    }
    // What the picture leaves out in front is today's; the library would ask the wall clock.
    StringBuilder now = new StringBuilder();
    StringBuilder pictures = new StringBuilder();
    ZonedDateTime today = scope.now().atZone(ZoneOffset.UTC);
    for (Part part : leftOut(picture)) {
      now.append(DateTimeFormatter.ofPattern(part.format(), Locale.ROOT).format(today)).append(' ');
      pictures.append(part.picture()).append(' ');
    }
    return translated(() -> parse(now + text, pictures + picture));
  }

  private static @Nullable Object parse(String text, String picture) {
    try {
      return Functions.dateTimeToMillis(text, picture);
    } catch (java.text.ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Part> leftOut(String picture) {
    Matcher specifier = SPECIFIER.matcher(picture.replace("[[", ""));
    int first = PARTS.size();
    while (specifier.find()) {
      for (int i = 0; i < first; i++) {
        if (PARTS.get(i).letters().contains(specifier.group(1))) {
          first = i;
        }
      }
    }
    return first == PARTS.size() ? List.of() : PARTS.subList(0, first);
  }

  private static Object isoToMillis(String text) {
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      String month = iso.group(2) == null ? "01" : iso.group(2);
      String day = iso.group(3) == null ? "01" : iso.group(3);
      String time = iso.group(4) == null ? "00:00:00" : iso.group(4);
      String fraction = iso.group(5) == null ? "" : iso.group(5);
      String zone = iso.group(6) == null ? "Z" : colon(iso.group(6));
      try {
        return java.time.OffsetDateTime.parse(
                iso.group(1) + "-" + month + "-" + day + "T" + time + fraction + zone)
            .toInstant()
            .toEpochMilli();
      } catch (java.time.DateTimeException e) {
        return Double.NaN;
      }
    }
    throw EvaluationFailure.coded(
        "D3110",
        "The argument of the toMillis function must be an ISO 8601 formatted timestamp. Given "
            + Quotes.quoted(text));
  }

  private static String colon(String zone) {
    return zone.length() == 5 ? zone.substring(0, 3) + ":" + zone.substring(3) : zone;
  }

  static @Nullable Object fromMillis(Arguments arguments) {
    Number millis = arguments.number(0);
    return millis == null ? null : format(millis.longValue(), arguments.text(1), arguments.text(2));
  }

  static @Nullable Object format(long millis, @Nullable String picture, @Nullable String timezone) {
    return translated(() -> Functions.dateTimeFromMillis(millis, picture, timezone));
  }

  /** Runs the library's code for pictures, whose errors have texts only. */
  static @Nullable Object translated(Supplier<@Nullable Object> action) {
    try {
      return action.get();
    } catch (EvaluationFailure e) {
      throw e;
    } catch (RuntimeException e) {
      throw PictureProblem.of(e);
    }
  }
}

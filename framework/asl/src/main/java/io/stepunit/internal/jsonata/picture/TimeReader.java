package io.stepunit.internal.jsonata.picture;

import io.stepunit.internal.jsonata.JsonataError;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the texts of one picture. */
public final class TimeReader {
  private final Pattern pattern;
  private final List<Field> fields;

  /**
   * @param component what it says
   * @param named whether it is a word, which means nothing if it is unknown
   * @param parser how to read it
   */
  private record Field(Component component, boolean named, Parser parser) {}

  @FunctionalInterface
  private interface Parser {
    /** Not a number where the text is no such part of a time. */
    double parse(String text);
  }

  private TimeReader(Pattern pattern, List<Field> fields) {
    this.pattern = pattern;
    this.fields = fields;
  }

  /**
   * The milliseconds since 1970, which may be no number; nothing if the text is not of the picture.
   *
   * @param now what the text leaves out in front is taken from it: milliseconds since 1970
   * @throws JsonataError if something is missing between the parts that the text has
   */
  public OptionalDouble read(CharSequence text, double now) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.matches()) {
      return OptionalDouble.empty();
    }
    Map<Component, Double> found = new EnumMap<>(Component.class);
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      double value = field.parser().parse(String.valueOf(matcher.group(i + 1)));
      if (field.named() && Double.isNaN(value)) {
        found.remove(field.component());
      } else {
        found.put(field.component(), value);
      }
    }
    return fields.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(new FoundTime(found).millis(UtcTime.of(now)));
  }

  /** Puts together what the picture has, part by part. */
  static final class Builder {
    private final StringBuilder expression = new StringBuilder();
    private final List<Field> fields = new ArrayList<>();

    void literal(String text) {
      expression.append(Pattern.quote(text));
    }

    /**
     * @throws JsonataError if the part cannot be read in this form
     */
    void variable(Marker marker) {
      Component component = marker.component();
      IntegerPicture numbers = marker.numbers();
      if (component != null && component.isZone()) {
        zone(component, marker.integers());
      } else if (component != null && numbers != null) {
        number(component, numbers.expression(marker.digits()), numbers::parse);
      } else {
        name(marker, component);
      }
    }

    private void name(Marker marker, @Nullable Component component) {
      if (component == Component.HALF) {
        word(component, Builder::half);
        return;
      }
      Names names = component == null ? null : component.names();
      if (component == null || names == null) {
        throw new JsonataError("D3133").with("value", marker.letter());
      }
      double width = marker.greatestWidth();
      int letters = width >= 1 ? (int) width : Integer.MAX_VALUE;
      word(component, text -> names.number(text, letters));
    }

    private static double half(String text) {
      return switch (text) {
        case "am", "AM" -> 0;
        case "pm", "PM" -> 1;
        default -> Double.NaN;
      };
    }

    private void zone(Component component, IntegerPicture picture) {
      String separator =
          picture instanceof DigitPattern digits && digits.isRegular() ? digits.regularSign() : "";
      int name = component == Component.ZONE_NAME ? "GMT".length() : 0;
      number(
          component,
          (name > 0 ? "GMT" : "")
              + "[-+][0-9]+"
              + (separator.isEmpty() ? "" : Pattern.quote(separator) + "[0-9]+"),
          text -> minutes(text.substring(name), separator));
    }

    /** The sign is that of the hours; the minutes are always added. */
    private static double minutes(String offset, String separator) {
      int hours = offset.length() <= 3 ? offset.length() : 3;
      int minutes = hours;
      if (!separator.isEmpty()) {
        hours = offset.indexOf(separator);
        minutes = hours + 1;
      }
      double ofHours = 60 * DigitPattern.leadingInteger(offset.substring(0, hours));
      return minutes >= offset.length()
          ? ofHours
          : ofHours + DigitPattern.leadingInteger(offset.substring(minutes));
    }

    private void number(Component component, String expression, Parser parser) {
      this.expression.append('(').append(expression).append(')');
      fields.add(new Field(component, false, parser));
    }

    private void word(Component component, Parser parser) {
      expression.append("([a-zA-Z]+)");
      fields.add(new Field(component, true, parser));
    }

    TimeReader build() {
      return new TimeReader(
          Pattern.compile(expression.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
          List.copyOf(fields));
    }
  }
}

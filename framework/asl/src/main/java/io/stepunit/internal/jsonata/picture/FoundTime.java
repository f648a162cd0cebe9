package io.stepunit.internal.jsonata.picture;

import io.stepunit.internal.jsonata.JsonataError;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The parts of a time that a text has, and what they make. A date is a year, month and day or a
 * year and a day of it; a time of day is of 24 hours or of two halves. What is missing in front of
 * them is that of today, what is missing behind them is the least that there is, and nothing may be
 * missing in between.
 */
final class FoundTime {
  private static final Set<Component> DATE_PARTS =
      Set.of(
          Component.YEAR,
          Component.WEEK_YEAR,
          Component.MONTH,
          Component.WEEK_MONTH,
          Component.WEEK,
          Component.WEEK_OF_MONTH,
          Component.DAY_OF_YEAR,
          Component.DAY);
  private static final Set<Component> TIME_PARTS =
      Set.of(
          Component.HALF,
          Component.HOUR,
          Component.HOUR_OF_HALF,
          Component.MINUTE,
          Component.SECOND,
          Component.FRACTION);
  private static final Set<Component> BY_MONTH =
      Set.of(Component.YEAR, Component.MONTH, Component.DAY);
  private static final Set<Component> BY_DAY_OF_YEAR =
      Set.of(Component.YEAR, Component.DAY_OF_YEAR);
  private static final Set<Component> BY_WEEK_OF_MONTH =
      Set.of(Component.WEEK_YEAR, Component.WEEK_MONTH, Component.WEEK_OF_MONTH);
  private static final Set<Component> BY_WEEK = Set.of(Component.WEEK_YEAR, Component.WEEK);
  private static final Set<Component> BY_HOUR =
      Set.of(Component.HOUR, Component.MINUTE, Component.SECOND, Component.FRACTION);
  private static final Set<Component> BY_HALF =
      Set.of(
          Component.HALF,
          Component.HOUR_OF_HALF,
          Component.MINUTE,
          Component.SECOND,
          Component.FRACTION);

  private static final double MILLIS_OF_MINUTE = 60_000;

  private final Map<Component, Double> parts;

  FoundTime(Map<Component, Double> parts) {
    this.parts = new EnumMap<>(parts);
  }

  /**
   * @throws JsonataError if something is missing in between, or the date is one of weeks
   */
  double millis(UtcTime now) {
    boolean dayOfYear = !isOf(BY_MONTH, DATE_PARTS) && isOf(BY_DAY_OF_YEAR, DATE_PARTS);
    boolean ofHalves = !isOf(BY_HOUR, TIME_PARTS) && isOf(BY_HALF, TIME_PARTS);
    boolean ofWeeks = isOf(BY_WEEK_OF_MONTH, DATE_PARTS) || isOf(BY_WEEK, DATE_PARTS);
    if (ofWeeks) {
      throw new JsonataError("D3136");
    }
    complete(
        dayOfYear
            ? List.of(Component.YEAR, Component.DAY)
            : List.of(Component.YEAR, Component.MONTH, Component.DAY),
        ofHalves ? Component.HOUR_OF_HALF : Component.HOUR,
        now);
    double year = part(Component.YEAR);
    double month = part(Component.MONTH) > 0 ? part(Component.MONTH) - 1 : 0;
    double day = part(Component.DAY);
    if (dayOfYear) {
      // The year stays what it is, even if it does not have that many days.
      UtcTime date = UtcTime.of(year, 0, part(Component.DAY_OF_YEAR), 0);
      month = date.month();
      day = date.day();
    }
    UtcTime local = UtcTime.of(year, month, day, timeOfDay(ofHalves));
    return local.millis() - offset() * MILLIS_OF_MINUTE;
  }

  /** Whether there is one of these parts, and none of the others of their kind. */
  private boolean isOf(Set<Component> these, Set<Component> kind) {
    boolean some = false;
    for (Component component : kind) {
      Double value = parts.get(component);
      boolean has = value != null && value != 0 && !value.isNaN();
      if (has && !these.contains(component)) {
        return false;
      }
      some |= has;
    }
    return some;
  }

  private void complete(List<Component> date, Component hour, UtcTime now) {
    boolean began = false;
    boolean ended = false;
    List<Component> time = List.of(hour, Component.MINUTE, Component.SECOND, Component.FRACTION);
    List<Component> half = hour == Component.HOUR ? List.of() : List.of(Component.HALF);
    for (List<Component> some : List.of(date, half, time)) {
      for (Component component : some) {
        Double value = parts.get(component);
        if (value != null) {
          began = true;
          if (ended) {
            throw new JsonataError("D3136");
          }
        } else {
          ended = began;
          parts.put(component, began ? least(component) : component.value(now));
        }
      }
    }
  }

  private static double least(Component component) {
    return component == Component.MONTH || component == Component.DAY ? 1 : 0;
  }

  private double part(Component component) {
    return parts.getOrDefault(component, Double.NaN);
  }

  private double timeOfDay(boolean ofHalves) {
    double hours = part(Component.HOUR);
    if (ofHalves) {
      double ofHalf = part(Component.HOUR_OF_HALF);
      hours = (ofHalf == 12 ? 0 : ofHalf) + (part(Component.HALF) == 1 ? 12 : 0);
    }
    return UtcTime.timeOfDay(
        hours, part(Component.MINUTE), part(Component.SECOND), part(Component.FRACTION));
  }

  private double offset() {
    double zone = parts.getOrDefault(Component.ZONE, 0.0);
    double other = zone == 0 || Double.isNaN(zone) ? part(Component.ZONE_NAME) : zone;
    return Double.isNaN(other) ? 0 : other;
  }
}

package io.stepunit.internal.recipe;

import io.stepunit.internal.explore.Variation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What has to be done to reach a point, whatever the data is.
 *
 * @param disturbances of Tasks, by their names
 * @param length how many items arrays have to have
 */
record Plan(Map<String, Disturbance> disturbances, OptionalInt length) {
  /** Nothing but data. */
  static final Plan NONE = new Plan(Map.of(), OptionalInt.empty());

  static Plan ofLength(int items) {
    return new Plan(Map.of(), OptionalInt.of(items));
  }

  static Plan of(Map<String, Disturbance> disturbances) {
    return new Plan(disturbances, OptionalInt.empty());
  }

  /** Both; where both disturb a Task, the other counts. */
  Plan with(Plan other) {
    Map<String, Disturbance> all = new LinkedHashMap<>(disturbances);
    all.putAll(other.disturbances);
    return new Plan(all, other.length.isPresent() ? other.length : length);
  }

  Variation applied(Variation variation) {
    return length.isPresent() ? variation.withLength(length.getAsInt()) : variation;
  }
}

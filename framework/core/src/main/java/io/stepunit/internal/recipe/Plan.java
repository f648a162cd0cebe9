package io.stepunit.internal.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.explore.Variation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What has to be done to reach a point, whatever the data is.
 *
 * @param disturbances of Tasks, by their names
 * @param length how many items arrays have to have
 * @param lacksObjects whether there is nothing for item readers
 */
record Plan(Map<String, Disturbance> disturbances, OptionalInt length, boolean lacksObjects) {
  /** Nothing but data. */
  static final Plan NONE = new Plan(Map.of(), OptionalInt.empty(), false);

  /** There is nothing for item readers. */
  static final Plan WITHOUT_OBJECTS = new Plan(Map.of(), OptionalInt.empty(), true);

  static Plan ofLength(int items) {
    return new Plan(Map.of(), OptionalInt.of(items), false);
  }

  static Plan of(Map<String, Disturbance> disturbances) {
    return new Plan(disturbances, OptionalInt.empty(), false);
  }

  /** Both; where both disturb a Task, the other counts. */
  Plan with(Plan other) {
    Map<String, Disturbance> all = new LinkedHashMap<>(disturbances);
    all.putAll(other.disturbances);
    return new Plan(
        all, other.length.isPresent() ? other.length : length, lacksObjects || other.lacksObjects);
  }

  /** The same where the definition reads JSON in the causes of errors. */
  Plan caused(JsonNode cause) {
    Map<String, Disturbance> all = new LinkedHashMap<>(disturbances);
    all.replaceAll((task, disturbance) -> disturbance.caused(cause));
    return new Plan(all, length, lacksObjects);
  }

  Variation applied(Variation variation) {
    return length.isPresent() ? variation.withLength(length.getAsInt()) : variation;
  }
}

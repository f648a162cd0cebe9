package io.stepunit.internal.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.Execution;
import io.stepunit.internal.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The courses of the executions of a sweep. They have most visits in common, each of which is
 * written once, with the first execution that has it.
 */
final class SweepVisits {
  private static final int MOST_VISITS = 500;

  private final Map<ObjectNode, Integer> numbers = new LinkedHashMap<>();

  /**
   * Writes the course of an execution: the numbers of its visits.
   *
   * @param definitions takes the visits that are new, by number
   */
  ArrayNode course(Execution execution, ObjectNode definitions) {
    ArrayNode course = Json.NODES.arrayNode();
    VisitSummary.of(execution).stream()
        .limit(MOST_VISITS)
        .forEach(visit -> course.add(number(visit, definitions)));
    return course;
  }

  private int number(ObjectNode visit, ObjectNode definitions) {
    Integer known = numbers.get(visit);
    if (known != null) {
      return known;
    }
    int number = numbers.size();
    numbers.put(visit, number);
    definitions.set(Integer.toString(number), visit);
    return number;
  }
}

package io.stepunit.internal.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.coverage.CoveragePoint;
import io.stepunit.internal.explore.ReadObject;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.rehearsal.Answer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Input and mocks that reach points.
 *
 * @param points those of a hole that they reach; the hole is called after the first
 * @param input the execution's input
 * @param answers the answers of each Task that is called, in the order of its calls
 * @param objects what Maps in distributed mode read
 * @param execution the execution that comes of it
 */
public record Recipe(
    List<CoveragePoint> points,
    JsonNode input,
    Map<String, List<Answer>> answers,
    List<ReadObject> objects,
    ExecutionRecord execution) {

  /** Copies the collections. */
  public Recipe {
    points = List.copyOf(points);
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    objects = List.copyOf(objects);
  }

  /** The point that it is for. */
  CoveragePoint point() {
    return points.get(0);
  }

  /** The same with other data, and the execution that comes of it. */
  Recipe with(JsonNode data, Map<String, List<Answer>> others, ExecutionRecord run) {
    return new Recipe(points, data, others, objects, run);
  }

  /** What has to be done, in a sentence. */
  public String advice() {
    return Advice.of(this);
  }

  /**
   * A test method.
   *
   * @param machine the machine's name
   */
  public String source(String machine) {
    return TestSource.of(this, machine);
  }
}

package io.stepunit.internal.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.coverage.CoveragePoint;
import io.stepunit.internal.explore.ReadObject;
import io.stepunit.internal.history.ExecutionRecord;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Input and mocks that reach a point.
 *
 * @param point the point
 * @param input the execution's input
 * @param answers the answers of each Task that is called, in the order of its calls
 * @param objects what Maps in distributed mode read
 * @param execution the execution that comes of it
 */
public record Recipe(
    CoveragePoint point,
    JsonNode input,
    Map<String, List<Answer>> answers,
    List<ReadObject> objects,
    ExecutionRecord execution) {

  /** Copies the collections. */
  public Recipe {
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    objects = List.copyOf(objects);
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

package io.stepunit.internal.report;

import io.stepunit.internal.coverage.Hits;
import io.stepunit.internal.history.ExecutionRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one test reached of each definition, over all its executions. */
final class TestCoverage {
  private final Map<DefinitionRecords.Known, List<ExecutionRecord>> executions =
      new IdentityHashMap<>(2);
  private final Map<String, Hits> hits = new LinkedHashMap<>(2);

  /**
   * Adds an execution.
   *
   * @param forgottenChildren what children of its Map Runs reached that are no longer there
   */
  void add(DefinitionRecords.Known definition, ExecutionRecord execution, Hits forgottenChildren) {
    executions.computeIfAbsent(definition, known -> new ArrayList<>(1)).add(execution);
    hits.merge(definition.id(), forgottenChildren, Hits::plus);
  }

  /** The numbers of what it reached, one of each definition. */
  List<Integer> numbers(CoverageSets sets, RecordFile file) throws IOException {
    // A definition that was loaded twice is known twice.
    executions.forEach(
        (definition, all) -> hits.merge(definition.id(), definition.meter().of(all), Hits::plus));
    List<Integer> numbers = new ArrayList<>(1);
    for (Map.Entry<String, Hits> each : hits.entrySet()) {
      numbers.add(sets.number(each.getKey(), each.getValue(), file));
    }
    return numbers;
  }
}

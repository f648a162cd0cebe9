package io.stepunit.internal.report;

import io.stepunit.internal.coverage.Hits;
import io.stepunit.internal.history.ExecutionRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one test reached of each definition, over all its executions. */
final class TestCoverage {
  private final String test;
  private final Map<String, List<ExecutionRecord>> byDefinition = new LinkedHashMap<>(2);
  private final Map<String, Hits> forgotten = new HashMap<>(0);

  TestCoverage(String test) {
    this.test = test;
  }

  /**
   * Adds an execution.
   *
   * @param forgottenChildren what children of its Map Runs reached that are no longer there
   */
  void add(String definition, ExecutionRecord execution, Hits forgottenChildren) {
    byDefinition.computeIfAbsent(definition, id -> new ArrayList<>(1)).add(execution);
    if (!forgottenChildren.counts().isEmpty()) {
      forgotten.merge(definition, forgottenChildren, Hits::plus);
    }
  }

  void write(RecordFile file) throws IOException {
    for (Map.Entry<String, List<ExecutionRecord>> each : byDefinition.entrySet()) {
      Hits hits = Hits.of(each.getValue()).plus(forgotten.getOrDefault(each.getKey(), Hits.NONE));
      file.add(
          "coverage",
          json -> {
            json.writeStringField("test", test);
            json.writeStringField("definition", each.getKey());
            json.writeNumberField("executions", hits.executions());
            json.writeObjectFieldStart("hits");
            for (Map.Entry<String, Long> hit : hits.counts().entrySet()) {
              json.writeNumberField(hit.getKey(), hit.getValue());
            }
            json.writeEndObject();
          });
    }
  }
}

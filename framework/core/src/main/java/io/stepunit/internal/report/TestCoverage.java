package io.stepunit.internal.report;

import io.stepunit.internal.coverage.Hits;
import io.stepunit.internal.history.ExecutionRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one test reached of each definition, over all its executions. */
final class TestCoverage {
  private final String test;
  private final Map<String, List<ExecutionRecord>> byDefinition = new LinkedHashMap<>(2);

  TestCoverage(String test) {
    this.test = test;
  }

  void add(String definition, ExecutionRecord execution) {
    byDefinition.computeIfAbsent(definition, id -> new ArrayList<>(1)).add(execution);
  }

  void write(RecordFile file) throws IOException {
    for (Map.Entry<String, List<ExecutionRecord>> each : byDefinition.entrySet()) {
      Hits hits = Hits.of(each.getValue());
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

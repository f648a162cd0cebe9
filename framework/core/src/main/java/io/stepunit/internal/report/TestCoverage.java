package io.stepunit.internal.report;

import com.fasterxml.jackson.core.JsonGenerator;
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
  private final String test;
  private final Map<DefinitionRecords.Known, List<ExecutionRecord>> executions =
      new IdentityHashMap<>(2);
  private final Map<String, Hits> hits = new LinkedHashMap<>(2);

  TestCoverage(String test) {
    this.test = test;
  }

  /**
   * Adds an execution.
   *
   * @param forgottenChildren what children of its Map Runs reached that are no longer there
   */
  void add(DefinitionRecords.Known definition, ExecutionRecord execution, Hits forgottenChildren) {
    executions.computeIfAbsent(definition, known -> new ArrayList<>(1)).add(execution);
    hits.merge(definition.id(), forgottenChildren, Hits::plus);
  }

  void write(RecordFile file) throws IOException {
    // A definition that was loaded twice is known twice.
    executions.forEach(
        (definition, all) -> hits.merge(definition.id(), definition.meter().of(all), Hits::plus));
    for (Map.Entry<String, Hits> each : hits.entrySet()) {
      file.add("coverage", json -> write(json, each.getKey(), each.getValue()));
    }
  }

  private void write(JsonGenerator json, String definition, Hits reached) throws IOException {
    json.writeStringField("test", test);
    json.writeStringField("definition", definition);
    json.writeNumberField("executions", reached.executions());
    json.writeObjectFieldStart("hits");
    for (Map.Entry<String, Long> hit : reached.counts().entrySet()) {
      json.writeNumberField(hit.getKey(), hit.getValue());
    }
    json.writeEndObject();
  }
}

package io.stepunit.internal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.stepunit.internal.coverage.Hits;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * What tests reached of definitions. Each set of hits is written once, and has a number by which
 * tests name it: of many tests most reach the same.
 */
final class CoverageSets {
  /** Tests that each reach something else must not fill the memory. */
  private static final int REMEMBERED = 1_000;

  private final Map<Reached, Integer> numbers = new HashMap<>();
  private int last;

  private record Reached(String definition, Hits hits) {
    /** All counts of a set would take longer than to compare the few that have as many. */
    @Override
    public int hashCode() {
      return 31 * (31 * definition.hashCode() + hits.executions()) + hits.counts().size();
    }
  }

  /** The number of a set, which is written if it is not yet. */
  int number(String definition, Hits hits, RecordFile file) throws IOException {
    Reached reached = new Reached(definition, hits);
    Integer known = numbers.get(reached);
    if (known != null) {
      return known;
    }
    if (numbers.size() >= REMEMBERED) {
      numbers.clear();
    }
    int number = ++last;
    numbers.put(reached, number);
    file.add("coverage", json -> write(json, number, reached));
    return number;
  }

  /** What was written last has not come into the file: each set is written once more. */
  void discarded() {
    numbers.clear();
  }

  private static void write(JsonGenerator json, int number, Reached reached) throws IOException {
    json.writeNumberField("number", number);
    json.writeStringField("definition", reached.definition());
    json.writeNumberField("executions", reached.hits().executions());
    json.writeObjectFieldStart("hits");
    for (Map.Entry<String, Long> hit : reached.hits().counts().entrySet()) {
      json.writeNumberField(hit.getKey(), hit.getValue());
    }
    json.writeEndObject();
  }
}

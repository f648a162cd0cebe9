package io.stepunit.internal.report.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.coverage.Hits;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a test reached of a definition. Tests of one file that reached the same share one object.
 *
 * @param definition the id of the definition
 */
record ReachedSet(String definition, Hits hits) {
  static ReachedSet of(ObjectNode json) {
    SortedMap<String, Long> counts = new TreeMap<>();
    json.path("hits")
        .properties()
        .forEach(hit -> counts.put(hit.getKey(), hit.getValue().asLong()));
    return new ReachedSet(
        json.path("definition").asText(), new Hits(json.path("executions").asInt(), counts));
  }
}

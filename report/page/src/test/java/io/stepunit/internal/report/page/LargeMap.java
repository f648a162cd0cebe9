package io.stepunit.internal.report.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.time.Instant;
import java.util.Set;

/** A Map with many iterations, of which each thousandth is slow, and two fail. */
final class LargeMap {
  private static final Set<Integer> FAILING = Set.of(3210, 8123);

  private final ObjectNode record = Json.NODES.objectNode();
  private final ArrayNode events = record.putArray("events");
  private final ArrayNode visits = record.putArray("visits");
  private int second;

  static PageData of(int iterations) {
    return new LargeMap().build(iterations);
  }

  private PageData build(int iterations) {
    record.put("id", "files-1").put("test", "t").put("definition", "d").put("status", "SUCCEEDED");
    record.put("startedAt", time());
    event("ExecutionStarted", 0);
    visit("Import", "Map", "/States/Import", event("MapStateEntered", 1));
    int started = event("MapStateStarted", 2);
    for (int i = 0; i < iterations; i++) {
      iteration(i, started);
    }
    ((ObjectNode) visits.get(0)).put("exited", event("MapStateExited", events.size()));
    event("ExecutionSucceeded", events.size());
    return page();
  }

  private void iteration(int index, int started) {
    details(event("MapIterationStarted", started), "mapIterationStartedEventDetails", index);
    int entered = event("TaskStateEntered", events.size());
    ((ObjectNode) events.get(entered - 1))
        .putObject("stateEnteredEventDetails")
        .put("name", "ImportFile")
        .put("input", "{\"file\":\"file-%s.csv\"}".formatted(index));
    ObjectNode visit =
        visit(
            "Import[" + index + "]/ImportFile",
            "Task",
            "/States/Import/ItemProcessor/States/ImportFile",
            entered);
    visit.put("parent", 0).put("iteration", index);
    second += index % 1000 == 7 ? 60 : 1;
    if (FAILING.contains(index)) {
      visit.put("status", "FAILED");
      event("TaskFailed", entered);
      details(event("MapIterationFailed", events.size()), "mapIterationFailedEventDetails", index);
    } else {
      visit.put("exited", event("TaskStateExited", entered));
      details(
          event("MapIterationSucceeded", events.size()),
          "mapIterationSucceededEventDetails",
          index);
    }
  }

  private int event(String type, int previous) {
    events
        .addObject()
        .put("timestamp", time())
        .put("type", type)
        .put("id", events.size())
        .put("previousEventId", previous);
    return events.size();
  }

  private void details(int id, String field, int index) {
    ((ObjectNode) events.get(id - 1)).putObject(field).put("name", "Import").put("index", index);
  }

  private ObjectNode visit(String path, String type, String pointer, int entered) {
    String name = pointer.substring(pointer.lastIndexOf('/') + 1);
    return visits
        .addObject()
        .put("path", path)
        .put("name", name)
        .put("type", type)
        .put("pointer", pointer)
        .put("entered", entered)
        .put("status", "SUCCEEDED");
  }

  private String time() {
    return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(second).toString();
  }

  private PageData page() {
    ObjectNode tree = Json.NODES.objectNode();
    ObjectNode index = Fixtures.empty().index().deepCopy();
    tree.set("index", index);
    index.withArray("executions").addObject().put("id", "files-1").put("status", "SUCCEEDED");
    index.withArray("definitions").addObject().put("id", "d").put("name", "import.asl.json");
    tree.putObject("executions").set("files-1", record);
    return Fixtures.of(tree);
  }
}

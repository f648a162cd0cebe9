package io.stepunit.internal.report.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.util.List;
import java.util.Locale;

/** A report with hostile texts in each place that shows data: one state, test, execution a text. */
final class HostileReport {
  static final String DEFINITION = "00000000000000aa";

  private final ObjectNode index = Json.NODES.objectNode();
  private final ArrayNode tests = index.putArray("tests");
  private final ArrayNode executions = index.putArray("executions");
  private final List<PageData.RecordText> records;

  private HostileReport() {
    index.put("version", 1);
    index
        .putObject("run")
        .put("module", HostileTexts.ALL.get(0))
        .put("stepunit", text(1))
        .put("startedAt", text(2));
    index.putArray("definitions").add(definition());
    records = HostileTexts.indexes().mapToObj(this::addRun).toList();
  }

  static PageData data() {
    HostileReport report = new HostileReport();
    return new PageData(report.index, report.records);
  }

  /** The id of the execution that a text stands in. */
  static String executionId(int number) {
    return String.format(Locale.ROOT, "%010x-1", number + 1);
  }

  private static String text(int number) {
    return HostileTexts.ALL.get(number % HostileTexts.ALL.size());
  }

  private static String pointer(int number) {
    return "/States/" + text(number).replace("~", "~0").replace("/", "~1");
  }

  private static ObjectNode definition() {
    ObjectNode asl = Json.NODES.objectNode().put("Comment", text(0)).put("StartAt", text(0));
    ObjectNode states = asl.putObject("States");
    HostileTexts.indexes().forEach(i -> states.set(text(i), state(i)));
    ObjectNode definition = Json.NODES.objectNode().put("kind", "definition").put("id", DEFINITION);
    definition.put("name", text(3)).put("file", "src/" + text(4)).put("machine", text(5));
    definition.put("type", "STANDARD").put("text", Json.pretty(asl));
    definition.set("asl", asl);
    ObjectNode lines = definition.putObject("lines");
    HostileTexts.indexes().forEach(i -> lines.putArray(pointer(i)).add(i + 4).add(i + 4));
    definition.set("graph", graph());
    definition.set("coverage", coverage());
    return definition;
  }

  private static ObjectNode state(int number) {
    ObjectNode state = Json.NODES.objectNode().put("Type", "Task").put("Comment", text(number));
    state.put("Resource", text(number + 1)).put("Next", text(number + 1));
    return state;
  }

  private static ObjectNode graph() {
    ObjectNode graph = Json.NODES.objectNode().put("width", 400).put("height", 60 * 62);
    ArrayNode nodes = graph.putArray("nodes");
    ArrayNode edges = graph.putArray("edges");
    HostileTexts.indexes()
        .forEach(
            i -> {
              ObjectNode node =
                  nodes.addObject().put("id", pointer(i)).put("name", text(i)).put("type", "Task");
              node.put("x", 20)
                  .put("y", i * 60)
                  .put("width", 300)
                  .put("height", 34)
                  .put("frame", false);
              ObjectNode edge =
                  edges.addObject().put("id", pointer(i) + "/Next").put("from", pointer(i));
              edge.put("to", pointer(i + 1)).put("kind", "NEXT").put("label", text(i + 2));
              ArrayNode points = edge.putArray("points");
              points.addArray().add(100).add(i * 60 + 34);
              points.addArray().add(100).add(i * 60 + 60);
            });
    return graph;
  }

  private static ObjectNode coverage() {
    ObjectNode coverage = Json.NODES.objectNode();
    coverage.putObject("totals").putArray("states").add(0).add(HostileTexts.ALL.size());
    ArrayNode points = coverage.putArray("points");
    ArrayNode holes = coverage.putArray("holes");
    HostileTexts.indexes()
        .forEach(
            i -> {
              ObjectNode point =
                  points
                      .addObject()
                      .put("key", pointer(i))
                      .put("kind", "states")
                      .put("state", pointer(i));
              point
                  .put("count", i)
                  .put("generatedCount", 0)
                  .putArray("lines")
                  .add(i + 4)
                  .add(i + 4);
              ObjectNode hole = holes.addObject().put("kind", "states").put("line", i + 4);
              hole.put("title", text(i) + " is never reached")
                  .put("advice", text(i + 1))
                  .put("test", text(i + 2));
              hole.putArray("keys").add(pointer(i));
            });
    return coverage;
  }

  private PageData.RecordText addRun(int number) {
    String id = executionId(number);
    String key = id.substring(0, 10);
    ObjectNode test =
        tests.addObject().put("kind", "test").put("id", text(number) + number).put("key", key);
    test.put("class", text(number + 1))
        .put("name", text(number))
        .put("status", "FAILED")
        .put("realNanos", 1000);
    test.putArray("containers").add(text(number + 2));
    test.putObject("failure")
        .put("type", text(number + 3))
        .put("message", text(number))
        .put("at", text(number + 4));
    test.putArray("executions").add(id);
    test.put("virtualSeconds", 1);
    ObjectNode entry =
        executions
            .addObject()
            .put("id", id)
            .put("test", text(number) + number)
            .put("definition", DEFINITION);
    entry
        .put("status", "FAILED")
        .put("name", text(number))
        .put("virtualSeconds", 1)
        .put("events", 4);
    entry.put("error", text(number)).put("cause", text(number + 1));
    return new PageData.RecordText(id, Json.text(NumberedValues.of(execution(id, number))));
  }

  private static ObjectNode execution(String id, int number) {
    ObjectNode execution =
        Json.NODES
            .objectNode()
            .put("kind", "execution")
            .put("id", id)
            .put("test", text(number) + number);
    execution
        .put("definition", DEFINITION)
        .put("name", text(number))
        .put("arn", text(number + 1))
        .putNull("parentArn");
    execution.put("type", "STANDARD").put("status", "FAILED").put("seed", 0);
    execution.put("startedAt", "2026-01-01T00:00:00Z").put("stoppedAt", "2026-01-01T00:00:01Z");
    execution.putObject("input").put(text(number), text(number));
    execution.putNull("output").put("error", text(number)).put("cause", text(number + 1));
    execution.set("events", events(number));
    execution.putArray("visits").add(visit(number));
    execution
        .putArray("faults")
        .addObject()
        .put("state", text(number))
        .put("fault", text(number))
        .put("attempt", 1);
    execution
        .putArray("tokens")
        .addObject()
        .put("token", text(number))
        .put("event", 2)
        .put("kind", text(number));
    execution.putArray("mapRuns").addObject().put("arn", text(number));
    execution.putArray("children").add(text(number));
    execution.put("kept", "FAILING").putArray("cut").add(text(number));
    return execution;
  }

  private static ArrayNode events(int number) {
    ArrayNode events = Json.NODES.arrayNode();
    String[] types = {"ExecutionStarted", "TaskStateEntered", "TaskFailed", "ExecutionFailed"};
    for (int i = 0; i < types.length; i++) {
      ObjectNode event =
          events.addObject().put("id", i + 1).put("previousEventId", i).put("type", types[i]);
      event.put("timestamp", "2026-01-01T00:00:0" + Math.min(i, 1) + "Z");
      String details =
          Character.toLowerCase(types[i].charAt(0)) + types[i].substring(1) + "EventDetails";
      String stateDetails = types[i].endsWith("Entered") ? "stateEnteredEventDetails" : details;
      event
          .putObject(stateDetails)
          .put("name", text(number))
          .put("input", text(number))
          .put("error", text(number))
          .put("cause", text(number));
    }
    return events;
  }

  private static ObjectNode visit(int number) {
    ObjectNode visit =
        Json.NODES
            .objectNode()
            .put("path", text(number))
            .put("name", text(number))
            .put("type", "Task");
    visit.put("pointer", pointer(number)).put("entered", 2).put("status", "FAILED");
    visit.putArray("flow").addObject().put("step", "Parameters").put("value", text(number));
    visit.putObject("assigned").put(text(number), text(number));
    ObjectNode attempt =
        visit.putArray("attempts").addObject().put("number", 1).put("scheduled", 2);
    attempt.put("startedAt", "2026-01-01T00:00:00Z").put("endedAt", "2026-01-01T00:00:01Z");
    attempt.put("input", text(number)).put("error", text(number)).put("cause", text(number + 1));
    attempt.putObject("answeredBy").put("mock", text(number)).put("at", text(number));
    attempt.putObject("delay").put("seconds", 1).put("formula", text(number));
    return visit;
  }
}

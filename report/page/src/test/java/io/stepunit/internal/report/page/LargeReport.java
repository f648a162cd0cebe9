package io.stepunit.internal.report.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.util.Locale;
import java.util.stream.IntStream;

/** A report as great as one gets: 2,000 states, 1,000 executions, 10,000 tests. */
final class LargeReport {
  static final String DEFINITION = "00000000000000bb";
  private static final int STATES = 2_000;
  private static final int EXECUTIONS = 1_000;
  private static final int TESTS = 10_000;

  private LargeReport() {}

  static PageData data() {
    ObjectNode index = Json.NODES.objectNode().put("version", 1);
    index.putObject("run").put("module", "large").put("startedAt", "2026-11-28T08:26:00Z");
    index.putArray("definitions").add(definition());
    ArrayNode tests = index.putArray("tests");
    IntStream.range(0, TESTS).forEach(i -> tests.add(test(i)));
    ArrayNode executions = index.putArray("executions");
    IntStream.range(0, EXECUTIONS).forEach(i -> executions.add(entry(i)));
    String record = Json.text(execution());
    return new PageData(
        index,
        IntStream.range(0, EXECUTIONS)
            .mapToObj(i -> new PageData.RecordText(executionId(i), record))
            .toList());
  }

  static String executionId(int number) {
    return String.format(Locale.ROOT, "%010x-1", number);
  }

  private static ObjectNode test(int number) {
    String id = "[class:T" + number / 25 + "]/[method:m" + number + "]";
    ObjectNode test = Json.NODES.objectNode().put("kind", "test").put("id", id);
    test.put("key", String.format(Locale.ROOT, "%010x", number))
        .put("class", "com.example.C" + number / 25 + "Test");
    test.put("name", "the_order_number_" + number + "_is_shipped()").put("status", "PASSED");
    test.put("realNanos", 2_000_000).put("virtualSeconds", 374_400).putArray("containers");
    ArrayNode executions = test.putArray("executions");
    if (number < EXECUTIONS) {
      executions.add(executionId(number));
    }
    return test;
  }

  private static ObjectNode entry(int number) {
    return Json.NODES
        .objectNode()
        .put("id", executionId(number))
        .put("test", "[class:T" + number / 25 + "]/[method:m" + number + "]")
        .put("definition", DEFINITION)
        .put("status", "SUCCEEDED")
        .put("name", "order-" + number)
        .put("virtualSeconds", 374_400)
        .put("events", 89);
  }

  private static ObjectNode definition() {
    ObjectNode asl = Json.NODES.objectNode().put("StartAt", "State0");
    ObjectNode states = asl.putObject("States");
    ObjectNode definition =
        Json.NODES
            .objectNode()
            .put("kind", "definition")
            .put("id", DEFINITION)
            .put("name", "large.asl.json")
            .put("file", "large.asl.json")
            .put("type", "STANDARD");
    ObjectNode lines = definition.putObject("lines");
    ObjectNode graph =
        definition.putObject("graph").put("width", 40 * 180).put("height", STATES / 40 * 58);
    ArrayNode nodes = graph.putArray("nodes");
    ArrayNode edges = graph.putArray("edges");
    ObjectNode coverage = definition.putObject("coverage");
    coverage.putObject("totals").putArray("states").add(STATES / 2).add(STATES);
    ArrayNode points = coverage.putArray("points");
    coverage.putArray("holes");
    for (int i = 0; i < STATES; i++) {
      String pointer = "/States/State" + i;
      states
          .putObject("State" + i)
          .put("Type", "Pass")
          .put("Comment", "one of many")
          .put("Next", "State" + (i + 1));
      ObjectNode node =
          nodes.addObject().put("id", pointer).put("name", "State" + i).put("type", "Pass");
      int x = i % 40 * 180;
      int y = i / 40 * 58;
      node.put("x", x).put("y", y).put("width", 130).put("height", 34).put("frame", false);
      ObjectNode edge =
          edges
              .addObject()
              .put("id", pointer + "/Next")
              .put("from", pointer)
              .put("to", "/States/State" + (i + 1))
              .put("kind", "NEXT")
              .put("label", "");
      edge.putArray("points")
          .add(Json.NODES.arrayNode().add(x + 130).add(y + 17))
          .add(Json.NODES.arrayNode().add(x + 180).add(y + 17));
      int line = 4 + i * 5;
      lines.putArray(pointer).add(line).add(line + 4);
      points
          .addObject()
          .put("key", pointer)
          .put("kind", "states")
          .put("state", pointer)
          .put("count", i % 2)
          .put("generatedCount", 0)
          .putArray("lines")
          .add(line)
          .add(line + 4);
    }
    definition.put("text", Json.pretty(asl)).set("asl", asl);
    return definition;
  }

  private static ObjectNode execution() {
    ObjectNode execution =
        Json.NODES
            .objectNode()
            .put("kind", "execution")
            .put("status", "SUCCEEDED")
            .put("definition", DEFINITION);
    execution.putObject("input").put("text", "x".repeat(20_000));
    ArrayNode events = execution.putArray("events");
    for (int i = 1; i <= 89; i++) {
      events
          .addObject()
          .put("id", i)
          .put("previousEventId", i - 1)
          .put("type", "PassStateEntered")
          .put("timestamp", "2026-01-01T00:00:00Z")
          .putObject("stateEnteredEventDetails")
          .put("name", "State" + i)
          .put("input", "{\"orderId\":\"A-1002\"}");
    }
    return NumberedValues.of(execution);
  }
}

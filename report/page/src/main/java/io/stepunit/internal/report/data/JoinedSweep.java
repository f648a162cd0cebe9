package io.stepunit.internal.report.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * A fault matrix, put together of its plan and of the records of its combinations. It is the same
 * in whatever order they ran, and of a combination that ran several times the last counts.
 */
final class JoinedSweep {
  private static final Comparator<String> NATURAL = new NaturalOrder();

  /** A combination, with the visits of its execution instead of their numbers. */
  private record Cell(ObjectNode json, List<ObjectNode> course) {}

  private final Map<String, Cell> cells = new LinkedHashMap<>();

  /** The visits of the part that is being read, by their numbers in it. */
  private final Map<String, ObjectNode> visits = new HashMap<>();

  private ObjectNode plan = Json.NODES.objectNode();

  /** Adds a record. A plan begins a part, whose numbers are its own. */
  void add(ObjectNode record) {
    if (record.has("states")) {
      plan = record.deepCopy();
      visits.clear();
    } else if (!plan.has("definition") && record.has("definition")) {
      plan.set("definition", record.get("definition"));
    }
    record
        .path("visits")
        .properties()
        .forEach(visit -> visits.put(visit.getKey(), (ObjectNode) visit.getValue()));
    record.path("cells").forEach(cell -> add((ObjectNode) cell, record));
  }

  private void add(ObjectNode cell, ObjectNode record) {
    if (plan.isEmpty()) {
      plan = record.deepCopy().without(List.of("cells", "visits"));
    }
    List<ObjectNode> course = new ArrayList<>();
    cell.path("course")
        .forEach(number -> course.add(visits.getOrDefault(number.asText(), unknown())));
    cells.put(key(cell), new Cell(cell, course));
  }

  private static ObjectNode unknown() {
    return Json.NODES.objectNode().put("path", "?").put("status", "RUNNING");
  }

  private static String key(JsonNode cell) {
    JsonNode pair = cell.path("pair");
    return fault(cell) + (pair.isMissingNode() ? "" : fault(pair));
  }

  private static String fault(JsonNode cell) {
    return Json.text(
        Json.NODES
            .arrayNode()
            .add(cell.path("state"))
            .add(cell.path("fault"))
            .add(cell.path("attempts")));
  }

  /** The sweep in one record, with all cells in the order of the plan. */
  ObjectNode toJson() {
    ObjectNode sweep = plan.deepCopy();
    Map<ObjectNode, Integer> numbers = new LinkedHashMap<>();
    ArrayNode joined = sweep.putArray("cells");
    inOrder().forEach(cell -> joined.add(toJson(cell, numbers)));
    ObjectNode all = sweep.putObject("visits");
    numbers.forEach((visit, number) -> all.set(number.toString(), visit));
    return sweep;
  }

  private static ObjectNode toJson(Cell cell, Map<ObjectNode, Integer> numbers) {
    ObjectNode json = cell.json().deepCopy();
    if (json.has("course")) {
      ArrayNode course = json.putArray("course");
      cell.course()
          .forEach(visit -> course.add(numbers.computeIfAbsent(visit, key -> numbers.size())));
    }
    return json;
  }

  private List<Cell> inOrder() {
    Map<String, Integer> states = places(plan.path("states"), "");
    Map<String, Integer> faults = places(plan.path("faults"), "/fault");
    Comparator<JsonNode> byPlace =
        Comparator.<JsonNode>comparingInt(
                one -> states.getOrDefault(one.path("state").asText(), Integer.MAX_VALUE))
            .thenComparingInt(
                one -> faults.getOrDefault(one.path("fault").asText(), Integer.MAX_VALUE))
            .thenComparing(one -> one.path("attempts").asText(), NATURAL.reversed());
    Comparator<Cell> bySingle = Comparator.comparing(cell -> cell.json().has("pair"));
    return cells.values().stream()
        .sorted(
            bySingle
                .thenComparing(Cell::json, byPlace)
                .thenComparing(cell -> cell.json().path("pair"), byPlace))
        .toList();
  }

  private static Map<String, Integer> places(JsonNode names, String pointer) {
    Map<String, Integer> places = new HashMap<>();
    StreamSupport.stream(names.spliterator(), false)
        .map(name -> name.at(pointer).asText())
        .forEach(name -> places.putIfAbsent(name, places.size()));
    return places;
  }
}

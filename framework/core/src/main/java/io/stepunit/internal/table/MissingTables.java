package io.stepunit.internal.table;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.target.JavaText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells which tables a Task needs that are not in the environment. */
record MissingTables(Tables tables, Operation operation) {
  private static final String NO_KNOWN_KEY = "key(\"id\")";

  Optional<String> hint(JsonNode request) {
    List<Operation.Part> missing =
        operation.parts(request).filter(part -> tables.find(part.table()).isEmpty()).toList();
    if (missing.isEmpty()) {
      return operation.legacyIn(request).map(MissingTables::legacy);
    }
    Map<String, String> lines =
        missing.stream()
            .collect(
                Collectors.toMap(
                    part -> Tables.nameOf(part.table()),
                    MissingTables::line,
                    (first, second) -> first,
                    TreeMap::new));
    String names = lines.keySet().stream().collect(Collectors.joining("', '", "'", "'"));
    return Optional.of(
        """
        It calls DynamoDB for %s, which this environment does not have. Let a table in memory answer:
          %s
        or mock the Task."""
            .formatted(
                (lines.size() == 1 ? "the table " : "the tables ") + names,
                String.join("\n  ", lines.values())));
  }

  private static String legacy(String member) {
    return "Tables in memory do not know %s: expressions have replaced it. Use them, or mock the Task."
        .formatted(member);
  }

  private static String line(Operation.Part part) {
    return "env.table(%s).%s;"
        .formatted(JavaText.literal(Tables.nameOf(part.table())), keys(keyIn(part.json())));
  }

  /** The key that a request names; empty if it names none. */
  private static JsonNode keyIn(JsonNode part) {
    return part.path("Key").isObject() ? part.path("Key") : part.path("Keys").path(0);
  }

  private static String keys(JsonNode key) {
    List<String> calls = new ArrayList<>();
    key.properties()
        .forEach(
            entry ->
                calls.add(
                    "%s(%s%s)"
                        .formatted(
                            calls.isEmpty() ? "key" : "sortKey",
                            JavaText.literal(entry.getKey()),
                            type(entry.getValue()))));
    return calls.isEmpty() ? NO_KNOWN_KEY : String.join(".", calls);
  }

  private static String type(JsonNode value) {
    return value.has("S")
        ? ""
        : value.properties().stream()
            .findFirst()
            .map(entry -> ", AttributeType." + entry.getKey())
            .orElse("");
  }
}

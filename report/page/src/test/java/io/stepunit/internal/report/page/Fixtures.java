package io.stepunit.internal.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/** Data of pages for tests: what {@code PageData} holds, as files of JSON. */
final class Fixtures {
  private Fixtures() {}

  /** A run of the sample project order-saga with one failing test and four holes. */
  static PageData orderSaga() {
    return of(read("order-saga-page.json"));
  }

  /**
   * One execution of each kind that the execution view tells apart, by its id: {@code carrier-1} of
   * order-saga with retries, a callback, a Map and a caught error, {@code fan-1} with ten branches,
   * {@code render-1} with heartbeats, {@code contract-1} that waits for months and starts {@code
   * poller-1}, {@code parked-1} that has not ended, {@code express-1} without events, {@code
   * import-1} with a Map Run and its {@code child-1}, {@code pricing-1} in JSONata.
   */
  static PageData executions() {
    return of(read("executions-page.json"));
  }

  /** The data of a tree {@code {"index": …, "executions": {"<id>": …}, "worlds": {"<key>": …}}}. */
  static PageData of(JsonNode tree) {
    return new PageData(
        tree.get("index"),
        texts(tree.path("executions"), NumberedValues::of),
        texts(tree.path("worlds"), world -> world),
        texts(tree.path("mutants"), mutants -> mutants));
  }

  private static List<PageData.RecordText> texts(JsonNode records, UnaryOperator<JsonNode> form) {
    return records.properties().stream()
        .map(
            entry ->
                new PageData.RecordText(entry.getKey(), Json.text(form.apply(entry.getValue()))))
        .toList();
  }

  /** A run without anything. */
  static PageData empty() {
    ObjectNode index = Json.NODES.objectNode();
    index.put("version", 1);
    index.putObject("run").put("module", "order-saga").put("startedAt", "2026-11-28T08:26:00Z");
    List.of("definitions", "tests", "executions", "sweeps", "worlds", "quotas")
        .forEach(index::putArray);
    return new PageData(index, List.of());
  }

  static JsonNode read(String file) {
    try (InputStream in = Fixtures.class.getResourceAsStream(file)) {
      return Json.parseData(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.stepunit.internal.report.coverage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.report.data.ReportData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes files of records as test JVMs write them. */
public final class SampleRecords {
  private final Path folder;
  private final StringBuilder lines = new StringBuilder();
  private final String fork;
  private int sets;

  private SampleRecords(Path folder, String module, String fork, String startedAt) {
    this.folder = folder;
    this.fork = fork;
    line(
        """
        {"kind": "run", "version": 2, "run": "r1", "module": "%s", "fork": "%s",
         "startedAt": "%s", "stepunit": "0.1.0", "java": "17.0.19"}
        """
            .formatted(module, fork, startedAt));
  }

  public static SampleRecords of(Path folder, String module, String fork) {
    return of(folder, module, fork, "2026-11-28T08:26:00Z");
  }

  public static SampleRecords of(Path folder, String module, String fork, String startedAt) {
    return new SampleRecords(folder, module, fork, startedAt);
  }

  /** Adds a record, whose text may have several lines here. */
  public SampleRecords line(String json) {
    lines.append(Json.text(Json.parse(json))).append('\n');
    return this;
  }

  public SampleRecords raw(String text) {
    lines.append(text);
    return this;
  }

  /** Adds a definition, each state on lines of its own: two each, beginning with line 3. */
  public SampleRecords definition(String id, String name, String asl) {
    ObjectNode json = Json.NODES.objectNode();
    json.put("kind", "definition").put("id", id).put("name", name);
    json.put("file", "src/main/resources/" + name).put("type", "STANDARD");
    json.put("text", asl);
    json.set("asl", Json.parse(asl));
    ObjectNode ranges = json.putObject("lines");
    ranges.putArray("").add(1).add(100);
    int line = 3;
    for (Map.Entry<String, ?> state : json.path("asl").path("States").properties()) {
      ranges.putArray("/States/" + state.getKey()).add(line).add(line + 1);
      line += 2;
    }
    lines.append(Json.text(json)).append('\n');
    return this;
  }

  /** Adds a passed test with what it reached of a definition in one execution. */
  public SampleRecords test(String id, String definition, String... keys) {
    return test(id, "", definition, keys);
  }

  public SampleRecords generatedTest(String id, String definition, String... keys) {
    return test(id, ", \"generatedBy\": \"FAULT_MATRIX\"", definition, keys);
  }

  private SampleRecords test(String id, String more, String definition, String... keys) {
    return ended(id, "PASSED", ", \"coverage\": [%s]%s".formatted(reached(definition, keys), more));
  }

  /** Adds a test that ended in some way. */
  public SampleRecords ended(String id, String status, String more) {
    return line(
        """
        {"kind": "test", "id": "%s", "key": "k-%s", "class": "OrderTest", "name": "%s",
         "containers": [], "status": "%s", "realNanos": 1000000%s}
        """
            .formatted(id, id, id, status, more));
  }

  /** Adds what one execution reached of a definition; returns its number. */
  public int reached(String definition, String... keys) {
    Map<String, Long> counts = new LinkedHashMap<>();
    List.of(keys).forEach(key -> counts.merge(key, 1L, Long::sum));
    ObjectNode coverage = Json.NODES.objectNode();
    coverage.put("kind", "coverage").put("number", ++sets).put("definition", definition);
    coverage.put("executions", 1);
    ObjectNode hits = coverage.putObject("hits");
    counts.forEach(hits::put);
    line(Json.text(coverage));
    return sets;
  }

  public Path write() {
    try {
      Files.createDirectories(folder);
      return Files.writeString(folder.resolve(fork + ".jsonl"), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public ReportData read() {
    write();
    return ReportData.read(List.of(folder));
  }
}

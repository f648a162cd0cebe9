package io.stepunit.internal.report.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The records of one file, which one test JVM wrote. */
final class FileRecords {
  private static final byte[] EXECUTION =
      "{\"kind\":\"execution\"".getBytes(StandardCharsets.UTF_8);
  private static final JsonFactory JSON = new JsonFactory();

  private final Path file;
  private final Consumer<DefinitionRecord> found;
  private final List<DefinitionRecord> definitions = new ArrayList<>();
  private final Map<String, TestRecord> tests = new LinkedHashMap<>();
  private final List<RecordedExecution> executions = new ArrayList<>();
  private final Map<Integer, ReachedSet> sets = new HashMap<>();
  private final Map<String, List<ReachedSet>> reached = new HashMap<>();
  private final List<ObjectNode> others = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private @Nullable RunRecord run;
  private int unreadable;
  private boolean cutOff;

  private FileRecords(Path file, Consumer<DefinitionRecord> found) {
    this.file = file;
    this.found = found;
  }

  /**
   * The records of a file.
   *
   * @param found is told of each definition
   */
  static FileRecords of(Path file, Consumer<DefinitionRecord> found) {
    FileRecords records = new FileRecords(file, found);
    RecordFile.read(file, records::line);
    records.tellProblems();
    return records;
  }

  private void line(RecordLine line, byte[] bytes, boolean ended) {
    try {
      if (bytes[bytes.length - 1] != '}') {
        unreadable(ended);
      } else if (ended && startsWith(bytes, EXECUTION)) {
        executions.add(RecordedExecution.of(head(bytes), line));
      } else {
        add(Json.parseData(new String(bytes, StandardCharsets.UTF_8)), line);
      }
    } catch (JsonTextException | IOException e) {
      unreadable(ended);
    }
  }

  private void unreadable(boolean ended) {
    if (ended) {
      unreadable++;
    } else {
      cutOff = true;
    }
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    return bytes.length >= start.length
        && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }

  /** The scalar members before {@code input}: what comes then may be large. */
  private static ObjectNode head(byte[] bytes) throws IOException {
    ObjectNode head = Json.NODES.objectNode();
    try (JsonParser parser = JSON.createParser(bytes)) {
      parser.nextToken();
      for (String name = parser.nextFieldName();
          name != null && !name.equals("input");
          name = parser.nextFieldName()) {
        JsonToken value = parser.nextToken();
        if (value == JsonToken.VALUE_NUMBER_INT) {
          head.put(name, parser.getLongValue());
        } else if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
          head.put(name, parser.getText());
        } else {
          parser.skipChildren();
        }
      }
    }
    return head;
  }

  private void add(JsonNode json, RecordLine line) {
    if (!(json instanceof ObjectNode object)) {
      unreadable++;
      return;
    }
    switch (object.path("kind").asText()) {
      case "run" -> start(object);
      case "definition" -> add(DefinitionRecord.of(object));
      case "test" -> addTest(object);
      case "coverage" -> sets.put(object.path("number").asInt(), ReachedSet.of(object));
      case "execution" -> executions.add(RecordedExecution.of(object.deepCopy(), line));
      default -> others.add(object);
    }
  }

  private void add(DefinitionRecord definition) {
    definitions.add(definition);
    found.accept(definition);
  }

  private void addTest(ObjectNode json) {
    TestRecord test = TestRecord.of(module(), json);
    tests.put(test.id(), test);
    List<ReachedSet> ofTest = new ArrayList<>(1);
    for (JsonNode number : json.path("coverage")) {
      ReachedSet set = sets.get(number.asInt());
      if (set != null) {
        ofTest.add(set);
      }
    }
    reached.put(test.id(), ofTest);
    // Its numbers mean something in this file only.
    json.remove("coverage");
  }

  private String module() {
    return run == null ? "" : run.module();
  }

  private void start(ObjectNode json) {
    int version = json.path("version").asInt();
    if (version != RunRecord.VERSION) {
      throw new RecordsException(
          "%s has records of version %s, written by StepUnit %s; this StepUnit reads version %s. Use the same version of StepUnit for the tests and for their report, and run the tests again."
              .formatted(file, version, json.path("stepunit").asText("?"), RunRecord.VERSION));
    }
    run = RunRecord.of(json);
  }

  private void tellProblems() {
    boolean hasRecords =
        !(definitions.isEmpty() && tests.isEmpty() && executions.isEmpty() && sets.isEmpty());
    if (run == null && (hasRecords || unreadable > 0)) {
      problems.add(file + " has no record of its test JVM, so nothing of it counts.");
    } else if (unreadable > 0) {
      problems.add(
          file + " has records that are no JSON, which are left out: " + unreadable + " of them.");
    }
    if (cutOff) {
      problems.add(
          file + " ends in the midst of a record, as after a JVM was killed; it is left out.");
    }
  }

  /** The test JVM; empty if the file does not tell. */
  Optional<RunRecord> run() {
    return Optional.ofNullable(run);
  }

  List<DefinitionRecord> definitions() {
    return definitions;
  }

  /** By their unique ids. */
  Map<String, TestRecord> tests() {
    return tests;
  }

  List<RecordedExecution> executions() {
    return executions;
  }

  /** What a test of this file reached, one set of each definition. */
  List<ReachedSet> reachedBy(TestRecord test) {
    return reached.getOrDefault(test.id(), List.of());
  }

  /** The records of another kind. */
  List<ObjectNode> of(String kind) {
    return others.stream().filter(json -> json.path("kind").asText().equals(kind)).toList();
  }

  /** What could not be read, for people. */
  List<String> problems() {
    return problems;
  }
}

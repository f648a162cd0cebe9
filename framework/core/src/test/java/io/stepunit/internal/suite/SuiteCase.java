package io.stepunit.internal.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.recording.RecordingsFolder;
import io.stepunit.recording.RecordingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One case of the suite.
 *
 * @param json a line of a group's file
 * @param context what the expression sees; missing if it sees nothing
 */
record SuiteCase(String group, JsonNode json, JsonNode context) {
  private static final String SUFFIX = ".jsonl";

  /** The cases in all files of lines below a folder, which has the data beside them. */
  static List<SuiteCase> allIn(RecordingsFolder folder) {
    Map<String, JsonNode> datasets = new HashMap<>();
    for (Path file : folder.jsonFiles()) {
      datasets.put(file.getFileName().toString().replace(".json", ""), Json.parse(text(file)));
    }
    List<SuiteCase> cases = new ArrayList<>();
    for (Path file : groups(folder)) {
      String group = file.getFileName().toString().replace(SUFFIX, "");
      text(file)
          .lines()
          .filter(line -> !line.isBlank())
          .map(Json::parse)
          .forEach(json -> cases.add(new SuiteCase(group, json, context(json, datasets))));
    }
    return cases;
  }

  private static List<Path> groups(RecordingsFolder folder) {
    try (Stream<Path> files = Files.walk(folder.path())) {
      return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
    } catch (IOException e) {
      throw new RecordingException("The folder " + folder.path() + " cannot be read: " + e, e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new RecordingException(file + " cannot be read: " + e, e);
    }
  }

  private static JsonNode context(JsonNode json, Map<String, JsonNode> datasets) {
    JsonNode dataset = json.path("dataset");
    return dataset.isTextual()
        ? datasets.getOrDefault(dataset.textValue(), MissingNode.getInstance())
        : json.path("data");
  }

  String id() {
    return group + "/" + json.path("name").asText();
  }

  String expression() {
    return json.path("expr").textValue();
  }

  JsonNode bindings() {
    return json.path("bindings");
  }

  /** Why the case cannot be run in Step Functions; empty if it can. */
  String hindrance() {
    return json.path("applies").asText().equals("never")
        ? json.path("why").asText("it cannot apply")
        : "";
  }

  /** Whether the expression stands as it is in a state machine, where nothing is its context. */
  boolean standsAsItIs() {
    return json.path("applies").asText().equals("as is");
  }

  /** What is expected, in the words of {@link SuiteRunner}. */
  String expected() {
    if (json.path("undefined").asBoolean()) {
      return SuiteRunner.UNDEFINED;
    }
    JsonNode code = json.path("code");
    if (code.isMissingNode()) {
      return SuiteRunner.value(json.path("result"));
    }
    String message = json.path("message").asText();
    return code.asText().startsWith("S") ? message : code.asText() + ": " + message;
  }
}

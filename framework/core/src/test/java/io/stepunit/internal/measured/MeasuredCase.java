package io.stepunit.internal.measured;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.recording.RecordingsFolder;
import io.stepunit.internal.recording.Verdict;
import io.stepunit.recording.RecordingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One case: a file of the folder, or one entry of a file that has many in short form.
 *
 * @param id the file's name without its extension, with the entry's number where it has many
 */
record MeasuredCase(Path file, String id, String group, Kind kind, JsonNode json) {
  /** What a case is about, by the members that it has. */
  enum Kind {
    EXECUTION,
    MAP_RUN,
    HTTP,
    CALLS,
    CREATION,
    TEST_STATE,
    VALIDATION,
    METRICS,
    SHORT_FORM;

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static List<MeasuredCase> allIn(RecordingsFolder folder) {
    List<MeasuredCase> cases = new ArrayList<>();
    folder.jsonFiles().forEach(file -> cases.addAll(read(file)));
    return cases;
  }

  private static List<MeasuredCase> read(Path file) {
    JsonNode json;
    try {
      json = Json.parse(Files.readString(file));
    } catch (IOException e) {
      throw new RecordingException("The case " + file + " cannot be read: " + e, e);
    }
    String name = file.getFileName().toString().replaceFirst("\\.json$", "");
    if (!json.has("cases")) {
      return List.of(new MeasuredCase(file, name, Verdict.groupOf(file), kind(json), json));
    }
    List<MeasuredCase> entries = new ArrayList<>();
    for (JsonNode entry : json.get("cases")) {
      String id = name + "[" + entries.size() + "]";
      entries.add(new MeasuredCase(file, id, name, Kind.SHORT_FORM, entry));
    }
    return entries;
  }

  private static Kind kind(JsonNode json) {
    if (json.path("mapCase").asBoolean()) {
      return Kind.MAP_RUN;
    }
    if (json.path("httpCase").asBoolean()) {
      return Kind.HTTP;
    }
    if (json.has("calls")) {
      return Kind.CALLS;
    }
    if (json.has("executions")) {
      return Kind.METRICS;
    }
    return switch (json.path("type").asText("STANDARD")) {
      case "CREATE" -> Kind.CREATION;
      case "TESTSTATE" -> Kind.TEST_STATE;
      case "VALIDATION" -> Kind.VALIDATION;
      default -> Kind.EXECUTION;
    };
  }

  Verdict verdict(Verdict.Kind outcome, String reason) {
    return new Verdict(id, kind.word(), group, outcome, reason);
  }
}

package io.stepunit.definitions;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A definition that somebody published, with what is known of it. */
record DefinitionRecord(Path file, JsonNode json) {
  static boolean isRecord(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".json") && !name.endsWith(".raw.json");
  }

  static DefinitionRecord read(Path file) {
    return new DefinitionRecord(file, Json.parse(text(file)));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  String id() {
    return json.path("id").asText(file.toString());
  }

  String format() {
    return json.path("format").asText();
  }

  /** The folder that the record lies in. */
  String group() {
    return id().substring(0, Math.max(0, id().indexOf('/')));
  }

  WorkflowType type() {
    return WorkflowType.valueOf(json.path("workflowType").asText("STANDARD"));
  }

  /** Whether there is JSON, or at least a lenient reading of the author's text. */
  boolean hasDefinition() {
    return json.path("definition").isObject();
  }

  /** Whether only a lenient parser can read the author's text. */
  boolean isNoStrictJson() {
    return json.has("strictJsonError");
  }

  /** Whether it is no machine but the fields of a state. */
  boolean isLoneState() {
    return hasDefinition() && !json.get("definition").has("States");
  }

  /** Whether it was made to test nothing but names, transitions and ends. */
  boolean isAboutStructure() {
    return expected().path("tool").asText().contains("structure only");
  }

  JsonNode expected() {
    return json.path("expected");
  }

  /**
   * The texts of the definition by what messages call them: as JSON, and as its author wrote it.
   */
  Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    if (hasDefinition()) {
      texts.put("normalised.json", json.get("definition").toString());
    }
    if (json.hasNonNull("raw")) {
      Path raw = file.resolveSibling(json.get("raw").asText());
      String name = raw.getFileName().toString();
      texts.put("raw" + name.substring(name.lastIndexOf('.')), text(raw));
    }
    return texts;
  }
}

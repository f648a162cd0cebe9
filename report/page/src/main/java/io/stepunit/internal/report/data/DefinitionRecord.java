package io.stepunit.internal.report.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A definition that tests used.
 *
 * @param id made of its content
 * @param name what it was loaded as, such as {@code order.asl.json}
 * @param file the path of its file, relative to the module where it is inside of it; empty for a
 *     definition that has none
 * @param machine its logical id in a template
 * @param type {@code STANDARD} or {@code EXPRESS}
 * @param text the text of the file
 * @param asl the definition itself
 * @param json the whole record
 */
public record DefinitionRecord(
    String id,
    String name,
    Optional<String> file,
    Optional<String> machine,
    String type,
    String text,
    JsonNode asl,
    ObjectNode json) {

  static DefinitionRecord of(ObjectNode json) {
    return new DefinitionRecord(
        json.path("id").asText(),
        json.path("name").asText(),
        text(json, "file"),
        text(json, "machine"),
        json.path("type").asText(),
        json.path("text").asText(),
        json.path("asl"),
        json);
  }

  private static Optional<String> text(ObjectNode json, String field) {
    return Optional.of(json.path(field).asText()).filter(value -> !value.isEmpty());
  }

  /**
   * What the console calls it: {@code order} of {@code order.asl.json}, a template's logical id.
   */
  public String title() {
    String base = name.substring(name.lastIndexOf('/') + 1);
    int dot = base.indexOf('.');
    return machine.orElse(dot > 0 ? base.substring(0, dot) : base);
  }

  /** The title with the file, to tell definitions of one title apart. */
  public String titleWithFile() {
    return title() + file.map(path -> " (" + path + ")").orElse("");
  }

  /**
   * The lines of what a JSON pointer leads to, or of the nearest thing around it whose lines are
   * known; empty if the definition has no text.
   */
  public Optional<LineRange> lines(String pointer) {
    String at = pointer;
    while (true) {
      JsonNode lines = json.path("lines").path(at);
      if (lines.size() == 2) {
        return Optional.of(new LineRange(lines.get(0).asInt(), lines.get(1).asInt()));
      }
      if (at.isEmpty()) {
        return Optional.empty();
      }
      at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
    }
  }
}

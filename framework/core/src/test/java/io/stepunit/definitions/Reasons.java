package io.stepunit.definitions;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.asl.Diagnostic;
import io.stepunit.internal.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Why a published definition is refused all the same, and where a validator's verdict is its own
 * taste: one file that a person can check.
 */
final class Reasons {
  private static final String FILE = "/definitions-reasons.json";

  private final JsonNode file;

  private Reasons(JsonNode file) {
    this.file = file;
  }

  static Reasons read() throws IOException {
    try (InputStream in = Objects.requireNonNull(Reasons.class.getResourceAsStream(FILE), FILE)) {
      return new Reasons(Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    }
  }

  /** The words that an error of the record must have; empty if the record is to be accepted. */
  Optional<String> refusedFor(String id) {
    return Optional.ofNullable(file.path("refused").path(id).get("error")).map(JsonNode::asText);
  }

  /** Whether a validator refuses the record by a rule that AWS does not have. */
  boolean isTasteToRefuse(String id) {
    return file.path("acceptedAgainstTheOracle").has(id);
  }

  /** Whether the error is right in any definition of that origin. */
  boolean isRightAnywhere(DefinitionRecord record, Diagnostic error) {
    return applies("rightAnywhere", record, error);
  }

  /** Whether the error is beside the point of that origin's test data, whatever their verdict. */
  boolean isBesideThePoint(DefinitionRecord record, Diagnostic error) {
    return applies("besideThePoint", record, error);
  }

  /** Whether our warning stands for what that origin calls an error. */
  boolean isWarningEnough(DefinitionRecord record, Diagnostic warning) {
    return applies("warningIsEnough", record, warning);
  }

  private boolean applies(String section, DefinitionRecord record, Diagnostic problem) {
    String tool = record.expected().path("tool").asText();
    return StreamSupport.stream(file.path(section).spliterator(), false)
        .anyMatch(
            entry ->
                tool.startsWith(entry.path("tool").asText())
                    && problem.rule().name().equals(entry.path("rule").asText())
                    && problem.toString().contains(entry.path("words").asText()));
  }
}

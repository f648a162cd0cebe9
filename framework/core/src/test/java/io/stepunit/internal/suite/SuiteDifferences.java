package io.stepunit.internal.suite;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.recording.RecordingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/** The cases in which the product differs from the suite, each with the reason, in one file. */
final class SuiteDifferences {
  private static final String FILE = "/jsonata-differences.json";

  private final JsonNode file;

  private SuiteDifferences(JsonNode file) {
    this.file = file;
  }

  static SuiteDifferences read() {
    try (InputStream in =
        Objects.requireNonNull(SuiteDifferences.class.getResourceAsStream(FILE), FILE)) {
      return new SuiteDifferences(
          Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new RecordingException(FILE + " cannot be read: " + e, e);
    }
  }

  /** Why a case may differ; empty if it may not. */
  Optional<String> reason(String id) {
    return Optional.ofNullable(file.path(id).textValue());
  }
}

package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.recording.RecordingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The recordings that nobody can reproduce, with the reason, in one file that a person can check.
 */
final class ReviewedSkips {
  private static final String FILE = "/recordings-skips.json";

  private final Map<String, String> reasons = new LinkedHashMap<>();

  private ReviewedSkips(JsonNode file) {
    file.fields().forEachRemaining(e -> reasons.put(e.getKey(), e.getValue().asText()));
  }

  static ReviewedSkips read() {
    try (InputStream in =
        Objects.requireNonNull(ReviewedSkips.class.getResourceAsStream(FILE), FILE)) {
      return new ReviewedSkips(Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new RecordingException(FILE + " cannot be read: " + e, e);
    }
  }

  Optional<String> reason(String id) {
    return Optional.ofNullable(reasons.get(id));
  }
}

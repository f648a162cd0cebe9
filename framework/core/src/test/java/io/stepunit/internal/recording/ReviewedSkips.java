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

/** The cases that nobody can reproduce, with the reason, in one file that a person can check. */
public final class ReviewedSkips {
  private final Map<String, String> reasons = new LinkedHashMap<>();

  private ReviewedSkips(JsonNode file) {
    file.fields().forEachRemaining(e -> reasons.put(e.getKey(), e.getValue().asText()));
  }

  /**
   * Reads a file.
   *
   * @param resource a resource of this module: reasons by the ids of cases
   */
  public static ReviewedSkips read(String resource) {
    try (InputStream in =
        Objects.requireNonNull(ReviewedSkips.class.getResourceAsStream(resource), resource)) {
      return new ReviewedSkips(Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new RecordingException(resource + " cannot be read: " + e, e);
    }
  }

  public Optional<String> reason(String id) {
    return Optional.ofNullable(reasons.get(id));
  }
}

package io.stepunit.internal.measured;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.recording.RecordingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The differences that the product keeps, with the reason, in one file that a person can check.
 *
 * <p>An entry says of a case where it may differ, by the beginnings of the places. A case that
 * differs elsewhere still fails.
 */
final class MeasuredSkips {
  private static final String FILE = "/measured-skips.json";

  private final JsonNode file;

  private MeasuredSkips(JsonNode file) {
    this.file = file;
  }

  static MeasuredSkips read() {
    try (InputStream in =
        Objects.requireNonNull(MeasuredSkips.class.getResourceAsStream(FILE), FILE)) {
      return new MeasuredSkips(Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new RecordingException(FILE + " cannot be read: " + e, e);
    }
  }

  /** Why a case may differ in these places; empty if it may not. */
  Optional<String> reason(String id, List<String> places) {
    JsonNode entry = file.path(id);
    boolean all = !entry.isMissingNode() && places.stream().allMatch(p -> isAllowed(entry, p));
    return all ? Optional.of(entry.get("reason").textValue()) : Optional.empty();
  }

  /** Whether a case is expected to differ. */
  boolean names(String id) {
    return file.has(id);
  }

  private static boolean isAllowed(JsonNode entry, String place) {
    for (JsonNode beginning : entry.get("places")) {
      if (place.startsWith(beginning.textValue())) {
        return true;
      }
    }
    return false;
  }
}

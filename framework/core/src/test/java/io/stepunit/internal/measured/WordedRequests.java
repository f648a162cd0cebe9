package io.stepunit.internal.measured;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.recording.RecordingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/**
 * The requests that short cases tell in words, as JSON. Where a case tells its answer in words,
 * too, {@code says} repeats them and {@code answer} says the same as JSON.
 */
final class WordedRequests {
  private static final String FILE = "/measured-requests.json";

  private final JsonNode file;

  private WordedRequests(JsonNode file) {
    this.file = file;
  }

  static WordedRequests read() {
    try (InputStream in =
        Objects.requireNonNull(WordedRequests.class.getResourceAsStream(FILE), FILE)) {
      return new WordedRequests(Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new RecordingException(FILE + " cannot be read: " + e, e);
    }
  }

  /**
   * The request of a case.
   *
   * @param kind the file that the case stands in
   * @param words how the case tells it
   */
  JsonNode request(String kind, String words) {
    for (JsonNode request : file.path(kind)) {
      if (request.path("of").asText().equals(words)) {
        return request;
      }
    }
    throw new UnknownFormException(
        "No request of %s is written for the words '%s'.".formatted(kind, words));
  }

  /** How an execution ends that is told by its name only. */
  Optional<String> end(String execution) {
    return Optional.ofNullable(file.path("executions").get(execution)).map(JsonNode::textValue);
  }
}

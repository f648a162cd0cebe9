package io.stepunit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.ValueAt;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A message, notification, event or object that a Task sent to an {@link Outbox}.
 *
 * @param service {@code sqs}, {@code sns}, {@code events} or {@code s3}
 * @param execution the execution's name
 * @param state the state's name
 * @param path the state's name with the branches and iterations that lead to it
 * @param at the virtual time
 * @param request the effective input; of {@code putEvents} the one entry, with the ARNs of machine
 *     and execution that Step Functions adds to its {@code Resources}
 * @param message what the request carries: MessageBody, Message or Detail, of which text that is
 *     JSON is read, or Body, which S3 stores as JSON
 * @since 0.1.0
 */
public record SentMessage(
    String service,
    String execution,
    String state,
    String path,
    Instant at,
    JsonNode request,
    JsonNode message) {
  /** Copies the JSON. */
  public SentMessage {
    request = request.deepCopy();
    message = message.deepCopy();
  }

  /** Returns a copy of the request. */
  @Override
  public JsonNode request() {
    return request.deepCopy();
  }

  /** Returns a copy of the message. */
  @Override
  public JsonNode message() {
    return message.deepCopy();
  }

  /**
   * A value in the request, by its JSONPath; empty if the request has none there.
   *
   * @throws IllegalArgumentException if the text is no path that begins with {@code $}
   */
  public Optional<JsonNode> requestAt(String jsonPath) {
    Objects.requireNonNull(jsonPath, "jsonPath");
    return ValueAt.path(request(), jsonPath);
  }

  /**
   * A value in the message, by its JSONPath; empty if the message has none there.
   *
   * @throws IllegalArgumentException if the text is no path that begins with {@code $}
   */
  public Optional<JsonNode> messageAt(String jsonPath) {
    Objects.requireNonNull(jsonPath, "jsonPath");
    return ValueAt.path(message(), jsonPath);
  }
}

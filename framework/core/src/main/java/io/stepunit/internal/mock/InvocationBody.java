package io.stepunit.internal.mock;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What Lambda is sent for the {@code Payload} of an invocation. */
final class InvocationBody {
  private InvocationBody() {}

  /**
   * The event that the function sees: a text is the body itself, and a parameter that is null is
   * not sent.
   *
   * @throws InvalidBodyException if the text is not JSON
   */
  static JsonNode event(JsonNode parameters) {
    JsonNode payload = parameters.path("Payload");
    if (!payload.isTextual()) {
      return payload.isMissingNode() || payload.isNull() ? Json.NODES.objectNode() : payload;
    }
    String text = payload.textValue();
    if (text.isEmpty()) {
      return Json.NODES.objectNode();
    }
    requireJson(text);
    return Json.parseData(text);
  }

  /** Lambda's own reader is Jackson, too, so that its words are Jackson's. */
  private static void requireJson(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (JsonParser parser = new JsonFactory().createParser(bytes)) {
      while (parser.nextToken() != null) {
        parser.skipChildren();
      }
    } catch (JsonProcessingException e) {
      throw new InvalidBodyException(e.getOriginalMessage() + place(e.getLocation()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As Lambda's version of Jackson writes it: versions differ in what they say of the source. */
  private static String place(JsonLocation location) {
    return "\n at [Source: REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled);"
        + " line: %s, column: %s]".formatted(location.getLineNr(), location.getColumnNr());
  }

  /** Lambda refuses the body. */
  static final class InvalidBodyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private InvalidBodyException(String problem) {
      super(
          "Could not parse request body into json: Could not parse payload into json: " + problem);
    }
  }
}

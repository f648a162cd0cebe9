package io.stepunit.internal.wire;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An answer as it goes out by HTTP.
 *
 * @param status 200, or 400 for a refusal
 * @param headers all but those that depend on the connection, such as {@code Content-Length}
 * @param body the JSON text
 */
public record WireAnswer(int status, Map<String, String> headers, String body) {
  /** The body in UTF-8. */
  public byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }
}

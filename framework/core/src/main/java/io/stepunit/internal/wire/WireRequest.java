package io.stepunit.internal.wire;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A request as it comes in by HTTP.
 *
 * @param target the header {@code X-Amz-Target}: {@code AWSStepFunctions.StartExecution}
 * @param body the JSON text; empty stands for no members
 */
public record WireRequest(Optional<String> target, String body) {
  /** A request whose body is UTF-8. */
  public static WireRequest of(Optional<String> target, byte[] body) {
    return new WireRequest(target, new String(body, StandardCharsets.UTF_8));
  }
}

package io.stepunit.internal.http;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What Step Functions takes as the body of a response. */
final class ResponseContent {
  private static final String OCTETS = "application/octet-stream";

  /** The kinds of content that are never text. */
  private static final Set<String> MEDIA = Set.of("audio", "image", "video");

  /** Statuses whose responses have no body (RFC 9110). */
  private static final Set<Integer> BODILESS = Set.of(204, 205, 304);

  private ResponseContent() {}

  /** Whether the response is one that can have a body at all. */
  static boolean mayHaveBody(HttpResponse<?> response) {
    return !response.request().method().equals("HEAD") && !BODILESS.contains(response.statusCode());
  }

  /** Why the Task fails for the type of the content; empty if it does not. */
  static Optional<String> unsupported(HttpHeaders headers) {
    return headers
        .firstValue("Content-Type")
        .map(value -> value.split(";", 2)[0].strip())
        .filter(ResponseContent::isBinary)
        .map(
            type ->
                "Unsupported response content-type '%s'. Please see documentation for list of unsupported content-types."
                    .formatted(type));
  }

  private static boolean isBinary(String contentType) {
    String type = contentType.toLowerCase(Locale.ROOT);
    return type.equals(OCTETS) || MEDIA.contains(type.split("/", 2)[0]);
  }
}

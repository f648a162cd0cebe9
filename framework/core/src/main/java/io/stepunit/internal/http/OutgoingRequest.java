package io.stepunit.internal.http;

import io.stepunit.internal.http.Parameters.Pair;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A request as Step Functions would send it.
 *
 * @param path encoded, with a slash at its beginning, and the query that the definition's own
 *     address has
 */
record OutgoingRequest(
    String method, String path, List<Pair> query, List<Pair> headers, Optional<String> body) {
  /** What the client sets itself. Step Functions refuses all of them. */
  private static final Set<String> CLIENT_OWN =
      Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

  HttpRequest to(ServerAddress target) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target.resolve(pathAndQuery()))
            .method(method, body.map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
    headers.forEach(header -> add(request, header));
    return request.build();
  }

  private static void add(HttpRequest.Builder request, Pair header) {
    String name = header.name();
    if (CLIENT_OWN.contains(name.toLowerCase(Locale.ROOT))) {
      throw new RequestException(
          "Its header '%s' is one that Step Functions does not let a definition set"
              .formatted(name));
    }
    try {
      request.header(name, header.value());
    } catch (IllegalArgumentException e) {
      // The client's own message has the value, which may be a secret.
      throw new RequestException(
          """
          Its header '%s' cannot be sent: its name or value has a character that headers cannot \
          have, such as a line break. A value that was read from a file may end in one; strip() it"""
              .formatted(name));
    }
  }

  private String pathAndQuery() {
    String added =
        query.stream()
            .map(pair -> FormBody.encode(pair.name()) + "=" + FormBody.encode(pair.value()))
            .collect(Collectors.joining("&"));
    if (added.isEmpty()) {
      return path;
    }
    return path + (path.contains("?") ? "&" : "?") + added;
  }
}

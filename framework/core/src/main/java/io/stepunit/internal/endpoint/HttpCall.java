package io.stepunit.internal.endpoint;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request that was read to its end.
 *
 * @param method such as {@code POST}
 * @param path what the address has between host and query
 * @param headers by name, in any case
 */
@SuppressWarnings("ArrayRecordComponent") // is handed on once, and never compared
record HttpCall(String method, String path, Map<String, List<String>> headers, byte[] body) {
  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  Optional<String> header(String name) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .flatMap(header -> header.getValue().stream())
        .findFirst();
  }
}

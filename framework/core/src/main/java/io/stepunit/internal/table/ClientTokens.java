package io.stepunit.internal.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.table.value.TableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The client request tokens of transactions, by which one that is sent twice is done once. */
final class ClientTokens {
  private static final Duration KNOWN_FOR = Duration.ofMinutes(10);
  private static final String TOKEN = "ClientRequestToken";

  private final Clock clock;
  private final Map<String, Known> known = new HashMap<>();

  private record Known(JsonNode request, Instant until) {}

  /**
   * @param clock the virtual time
   */
  ClientTokens(Clock clock) {
    this.clock = clock;
  }

  /**
   * Whether a request is to be done.
   *
   * @return false if it was done already
   * @throws TableException {@code IdempotentParameterMismatchException} if another one with its
   *     token was
   */
  boolean isNew(TableRequest request) {
    Optional<Known> earlier =
        request
            .text(TOKEN)
            .flatMap(token -> Optional.ofNullable(known.get(token)))
            .filter(one -> clock.instant().isBefore(one.until()));
    if (earlier.isPresent() && !earlier.get().request().equals(content(request))) {
      throw new TableException(
          "IdempotentParameterMismatchException",
          "The request uses the same client token as a previous, but non-identical request. Do not reuse a client token with different requests, unless the requests are identical");
    }
    return earlier.isEmpty();
  }

  /** The request was done. */
  void remember(TableRequest request) {
    request
        .text(TOKEN)
        .ifPresent(
            token ->
                known.put(token, new Known(content(request), clock.instant().plus(KNOWN_FOR))));
  }

  private static JsonNode content(TableRequest request) {
    ObjectNode content = request.json().deepCopy();
    return content.without("ReturnConsumedCapacity");
  }
}

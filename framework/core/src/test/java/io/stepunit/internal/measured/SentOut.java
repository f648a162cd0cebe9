package io.stepunit.internal.measured;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.mock.SentMessage;
import java.util.List;
import java.util.Set;

/** What a Task sent to a service whose messages are kept. */
final class SentOut {
  private static final List<String> BODIES = List.of("MessageBody", "Message", "Detail", "Body");

  private final CaseWorld world;

  SentOut(CaseWorld world) {
    this.world = world;
  }

  void compare() {
    JsonNode measured = world.json().path("sent");
    if (!world.json().has("outbox") || measured.isMissingNode()) {
      return;
    }
    UnknownFormException.requireKnown("sent", measured, Set.of("body"));
    List<SentMessage> sent = world.env().outbox().sent();
    if (sent.size() != 1) {
      world.findings().differs("sent", "one message", sent.size() + " messages");
      return;
    }
    world.values().compare("sent.body", measured.get("body"), body(sent.get(0).request()));
  }

  private static JsonNode body(JsonNode request) {
    for (String member : BODIES) {
      if (request.has(member)) {
        JsonNode body = request.get(member);
        return body.isTextual() ? body : Json.NODES.textNode(Json.text(body));
      }
    }
    throw new UnknownFormException("A message without a body: " + request);
  }
}

package io.stepunit.internal.measured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import io.stepunit.mock.SentMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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

  /** The objects that another reader found: the outbox keeps what a Task puts. */
  void compareStored() {
    for (Map.Entry<String, JsonNode> object : world.json().path("stored").properties()) {
      String where = "stored." + object.getKey();
      UnknownFormException.requireKnown(where, object.getValue(), Set.of("bytesAsText", "length"));
      ObjectNode found = Json.NODES.objectNode();
      for (SentMessage put : world.env().outbox().sent("s3")) {
        if (put.request().path("Key").asText().equals(object.getKey())) {
          String text = Json.text(put.message());
          found.put("bytesAsText", text);
          found.put("length", text.getBytes(StandardCharsets.UTF_8).length);
        }
      }
      world.values().compare(where, object.getValue(), found);
    }
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

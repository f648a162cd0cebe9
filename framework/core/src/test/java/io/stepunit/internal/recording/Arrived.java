package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.internal.json.Json;
import io.stepunit.mock.SentMessage;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Messages, events and objects as their receivers saw them; what their service adds is left out.
 */
final class Arrived {
  private final JsonNode other;
  private final StepFunctionsEnvironment env;
  private final AnswerComparison answers;

  Arrived(JsonNode other, StepFunctionsEnvironment env, AnswerComparison answers) {
    this.other = other;
    this.env = env;
    this.answers = answers;
  }

  void compare(String executionArn) {
    compareAll("messages", "sns", Arrived::notification);
    compareAll("stepfunctions_events", "events", Arrived::event);
    if (other.has("get-s3-object")) {
      List<SentMessage> puts = env.outbox().sent("s3");
      ObjectNode found =
          puts.isEmpty() ? Json.NODES.objectNode() : object(puts.get(0), executionArn);
      ObjectNode recorded = other.get("get-s3-object").deepCopy();
      answers.compare("get-s3-object", recorded.retain(members(found)), found);
    }
  }

  private interface View {
    ObjectNode of(SentMessage sent);
  }

  private void compareAll(String key, String service, View view) {
    if (!other.has(key)) {
      return;
    }
    List<SentMessage> sent = env.outbox().sent(service);
    List<JsonNode> recorded = List.copyOf(oncePerId(other.get(key)));
    if (sent.size() != recorded.size()) {
      answers.differ(key, recorded.size() + " arrived", sent.size() + " were sent");
    }
    for (int i = 0; i < Math.min(sent.size(), recorded.size()); i++) {
      ObjectNode found = view.of(sent.get(i));
      ObjectNode arrived = recorded.get(i).deepCopy();
      answers.compare(key + "[" + i + "]", arrived.retain(members(found)), found);
    }
  }

  /** A receiver may have read a message twice. */
  private static Collection<JsonNode> oncePerId(JsonNode received) {
    Map<String, JsonNode> byId = new LinkedHashMap<>();
    for (JsonNode message : received) {
      byId.putIfAbsent(message.path("id").asText(message.path("MessageId").asText()), message);
    }
    return byId.values();
  }

  private static Set<String> members(ObjectNode object) {
    return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
  }

  private static ObjectNode notification(SentMessage sent) {
    JsonNode message = sent.request().get("Message");
    ObjectNode found = Json.NODES.objectNode();
    found.set("TopicArn", sent.request().path("TopicArn"));
    found.put("Message", message.isTextual() ? message.textValue() : Json.text(message));
    Set<Map.Entry<String, JsonNode>> given = sent.request().path("MessageAttributes").properties();
    ObjectNode attributes = Json.NODES.objectNode();
    given.forEach(
        attribute ->
            attributes
                .putObject(attribute.getKey())
                .put("Type", attribute.getValue().path("DataType").asText())
                .put("Value", attribute.getValue().path("StringValue").asText()));
    if (!attributes.isEmpty()) {
      found.set("MessageAttributes", attributes);
    }
    return found;
  }

  private static ObjectNode event(SentMessage sent) {
    ObjectNode found = Json.NODES.objectNode();
    found.set("source", sent.request().path("Source"));
    found.set("detail-type", sent.request().path("DetailType"));
    found.set("resources", sent.request().path("Resources"));
    found.set("detail", sent.message());
    return found;
  }

  /** The object's content, and what the answer tells of the content that was stored. */
  private ObjectNode object(SentMessage put, String executionArn) {
    String body = Json.text(put.message());
    ObjectNode found = Json.NODES.objectNode();
    for (JsonNode event :
        env.api().call("GetExecutionHistory", Map.of("executionArn", executionArn)).get("events")) {
      if (event.get("type").asText().equals("TaskSucceeded")) {
        JsonNode output = event.get("taskSucceededEventDetails").get("output");
        found.setAll((ObjectNode) Json.parse(output.textValue()));
      }
    }
    found.put("Body", body);
    found.put("ContentLength", body.getBytes(StandardCharsets.UTF_8).length);
    return found;
  }
}

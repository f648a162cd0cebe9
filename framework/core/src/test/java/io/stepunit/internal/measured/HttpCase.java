package io.stepunit.internal.measured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.TestStateMachine;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.json.Json;
import io.stepunit.mock.HttpMock;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An HTTP Task over a connection, which calls a server on this machine. */
final class HttpCase {
  private static final Set<String> MEMBERS =
      Set.of(
          "about",
          "notes",
          "measured",
          "type",
          "machine",
          "httpCase",
          "definition",
          "input",
          "inputText",
          "connection",
          "server",
          "sent",
          "expected");

  private final CaseWorld world;

  HttpCase(CaseWorld world) {
    this.world = world;
  }

  void run() {
    JsonNode json = world.json();
    UnknownFormException.requireKnown("The case", json, MEMBERS);
    ExpectedExecution.requireKnown(json.path("expected"));
    TestStateMachine machine = world.define();
    try (Endpoint server = Endpoint.answering(answer(json.get("server")))) {
      connect(machine, json.path("connection")).callsServer(server.url());
      new ExpectedExecution(world, json.get("expected")).compareEnd(executed());
      sent(json.path("sent"), server.arrived());
    }
  }

  private JsonNode executed() {
    if (world.type() == WorkflowType.EXPRESS) {
      return world.calls().call("StartSyncExecution", world.startRequest());
    }
    world.start();
    world.runToEnd();
    return world.calls().call("DescribeExecution", Map.of("executionArn", world.executionArn()));
  }

  private static Endpoint.Answer answer(JsonNode server) {
    UnknownFormException.requireKnown("server", server, Set.of("status", "headers", "body"));
    Map<String, String> headers = new LinkedHashMap<>();
    server
        .path("headers")
        .fields()
        .forEachRemaining(header -> headers.put(header.getKey(), header.getValue().asText()));
    JsonNode body = server.path("body");
    String text = body.isContainerNode() ? Json.text(body) : body.asText();
    return new Endpoint.Answer(server.get("status").intValue(), headers, text);
  }

  private HttpMock connect(TestStateMachine machine, JsonNode connection) {
    UnknownFormException.requireKnown(
        "connection",
        connection,
        Set.of("authorizationType", "username", "password", "headers", "query", "body"));
    HttpMock[] mock = {machine.http(state())};
    if (connection.path("authorizationType").asText().equals("BASIC")) {
      mock[0] = mock[0].connectionHeader("Authorization", basic(connection));
    }
    connection
        .path("headers")
        .fields()
        .forEachRemaining(
            header ->
                mock[0] = mock[0].connectionHeader(header.getKey(), header.getValue().asText()));
    connection
        .path("query")
        .fields()
        .forEachRemaining(
            parameter ->
                mock[0] =
                    mock[0].connectionQueryParameter(
                        parameter.getKey(), parameter.getValue().asText()));
    connection
        .path("body")
        .fields()
        .forEachRemaining(
            parameter ->
                mock[0] =
                    mock[0].connectionBodyParameter(
                        parameter.getKey(), parameter.getValue().asText()));
    return mock[0];
  }

  private static String basic(JsonNode connection) {
    String user = connection.get("username").asText() + ":" + connection.get("password").asText();
    return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
  }

  /** The state that calls. */
  private String state() {
    ObjectNode states = (ObjectNode) world.json().get("definition").get("States");
    for (Map.Entry<String, JsonNode> state : states.properties()) {
      if (state.getValue().path("Resource").asText().contains(":http:invoke")) {
        return state.getKey();
      }
    }
    throw new UnknownFormException("No state of the definition is an HTTP Task.");
  }

  private void sent(JsonNode measured, List<JsonNode> arrived) {
    if (measured.isMissingNode()) {
      return;
    }
    boolean nothing = measured.isTextual() && measured.textValue().equals("nothing");
    if (arrived.size() != (nothing ? 0 : 1)) {
      world.findings().differs("sent", nothing ? "nothing" : "one request", arrived.toString());
    } else if (!nothing) {
      UnknownFormException.requireKnown(
          "sent", measured, Set.of("method", "path", "query", "headers", "contentLength", "body"));
      world
          .values()
          .with(ValueMatch.Extent.MEMBERS_GIVEN)
          .compare("sent", measured, arrived.get(0));
    }
  }
}

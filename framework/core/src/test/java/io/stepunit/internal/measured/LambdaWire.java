package io.stepunit.internal.measured;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.TestStateMachine;
import io.stepunit.internal.json.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;

/**
 * The function of a case, on the wire: what it received and what was answered.
 *
 * <p>A Task that names the function's ARN calls a handler; one of an integration calls Lambda
 * through a client of the SDK, as far as a server on this machine.
 */
final class LambdaWire implements AutoCloseable {
  private static final Set<String> KNOWN =
      Set.of(
          "requestBody",
          "functionReceives",
          "status",
          "responseBody",
          "functionError",
          "exception",
          "message",
          "executedVersion");

  private static final Pattern FUNCTION =
      Pattern.compile("arn:[^:]+:lambda:[^:]*:[^:]*:function:(.+)");

  private final CaseWorld world;
  private final TestStateMachine machine;
  private Optional<Endpoint> endpoint = Optional.empty();

  LambdaWire(CaseWorld world, TestStateMachine machine) {
    this.world = world;
    this.machine = machine;
  }

  void declare(JsonNode lambda) {
    UnknownFormException.requireKnown("lambda", lambda, KNOWN);
    Optional<String> function =
        world.json().path("definition").findValues("Resource").stream()
            .map(resource -> FUNCTION.matcher(resource.asText()))
            .filter(Matcher::matches)
            .map(arn -> arn.group(1))
            .findFirst();
    function.ifPresentOrElse(
        name -> machine.lambda(name).handledBy(handler(lambda)), () -> callClient(lambda));
  }

  private RequestStreamHandler handler(JsonNode lambda) {
    if (lambda.has("functionError") || lambda.path("status").asInt(200) != 200) {
      throw new UnknownFormException("A function called by its ARN that fails: " + lambda);
    }
    return (in, out, context) -> {
      received(lambda, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      out.write(lambda.get("responseBody").textValue().getBytes(StandardCharsets.UTF_8));
    };
  }

  /** The body of the call, and the event that it is to the function: {@code {}} where none is. */
  private void received(JsonNode lambda, String body) {
    if (lambda.has("requestBody")) {
      JsonNode sent = body.isEmpty() ? Json.NODES.nullNode() : Json.NODES.textNode(body);
      world.values().compare("lambda.requestBody", lambda.get("requestBody"), sent);
    }
    if (lambda.has("functionReceives")) {
      JsonNode event = Json.parse(body.isEmpty() ? "{}" : body);
      if (!Json.sameValue(lambda.get("functionReceives"), event)) {
        world.findings().differs("lambda.functionReceives", lambda.get("functionReceives"), event);
      }
    }
  }

  private void callClient(JsonNode lambda) {
    Endpoint server = Endpoint.answering(answer(lambda));
    endpoint = Optional.of(server);
    machine
        .mockService("lambda")
        .callsClient(
            LambdaClient.builder()
                .endpointOverride(URI.create(server.url()))
                .region(Region.US_EAST_1)
                .credentialsProvider(
                    StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
                .build());
  }

  private static Endpoint.Answer answer(JsonNode lambda) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Date", "Wed, 23 Sep 2026 22:15:03 GMT");
    headers.put("Connection", "keep-alive");
    headers.put("x-amzn-RequestId", "00000000-0000-4000-8000-000000000000");
    headers.put("x-amzn-Remapped-Content-Length", "0");
    headers.put("X-Amzn-Trace-Id", "Root=1-00000000-000000000000000000000000");
    int status = lambda.path("status").asInt(200);
    if (lambda.has("exception")) {
      headers.put("x-amzn-ErrorType", lambda.get("exception").textValue());
      String body = Json.text(Json.NODES.objectNode().set("message", lambda.get("message")));
      return new Endpoint.Answer(status, headers, body);
    }
    if (lambda.has("functionError")) {
      headers.put("X-Amz-Function-Error", lambda.get("functionError").textValue());
    }
    if (status == 200) {
      headers.put("Content-Type", "application/json");
      headers.put("X-Amz-Executed-Version", lambda.path("executedVersion").asText("$LATEST"));
    }
    String body = lambda.path("responseBody").asText();
    headers.put("Content-Length", String.valueOf(body.getBytes(StandardCharsets.UTF_8).length));
    return new Endpoint.Answer(status, headers, body);
  }

  /** Compares what the server received. */
  void compareCalls(JsonNode lambda) {
    endpoint.ifPresent(
        server ->
            server.arrived().forEach(request -> received(lambda, request.get("body").textValue())));
  }

  @Override
  public void close() {
    endpoint.ifPresent(Endpoint::close);
  }
}

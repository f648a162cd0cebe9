package io.stepunit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A client that speaks the protocol by hand. */
record EndpointClient(URI uri, HttpClient http) {
  EndpointClient(URI uri) {
    this(uri, HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
  }

  /** What came back. */
  record Answer(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    String text() {
      return response.body();
    }

    JsonNode json() {
      return Json.parse(response.body());
    }

    Optional<String> header(String name) {
      return response.headers().firstValue(name);
    }
  }

  /** Calls an operation that succeeds. */
  JsonNode call(String operation, Map<String, String> members)
      throws IOException, InterruptedException {
    ObjectNode request = Json.NODES.objectNode();
    members.forEach(request::put);
    Answer answer = post(operation, Json.text(request));
    if (answer.status() != 200) {
      throw new AssertionError(answer.status() + " " + answer.text());
    }
    return answer.json();
  }

  /** Looks at the endpoint, as people do. */
  Answer greeting() throws IOException, InterruptedException {
    return send(path("/"));
  }

  Answer post(String operation, String body) throws IOException, InterruptedException {
    return send(operation(operation, BodyPublishers.ofString(body)));
  }

  CompletableFuture<Integer> async(String operation, String body) {
    return http.sendAsync(
            operation(operation, BodyPublishers.ofString(body)).build(), BodyHandlers.ofString())
        .thenApply(HttpResponse::statusCode);
  }

  HttpRequest.Builder operation(String operation, BodyPublisher body) {
    return HttpRequest.newBuilder(uri)
        .header("X-Amz-Target", "AWSStepFunctions." + operation)
        .header("Content-Type", "application/x-amz-json-1.0")
        .POST(body);
  }

  HttpRequest.Builder path(String path) {
    return HttpRequest.newBuilder(uri.resolve(path));
  }

  Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return new Answer(http.send(request.build(), BodyHandlers.ofString()));
  }
}

package io.stepunit.internal.measured;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.stepunit.internal.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A server on this machine that keeps what arrives and answers all of it alike. */
final class Endpoint implements AutoCloseable {
  private final WireMockServer server;

  /**
   * What it answers.
   *
   * @param body empty for an answer without one
   */
  record Answer(int status, Map<String, String> headers, String body) {}

  private Endpoint(WireMockServer server) {
    this.server = server;
  }

  static Endpoint answering(Answer answer) {
    WireMockServer server = new WireMockServer(options().dynamicPort());
    ResponseDefinitionBuilder response = aResponse().withStatus(answer.status());
    answer.headers().forEach(response::withHeader);
    if (!answer.body().isEmpty()) {
      response.withBody(answer.body());
    }
    server.start();
    server.stubFor(any(anyUrl()).willReturn(response));
    return new Endpoint(server);
  }

  String url() {
    return server.baseUrl();
  }

  /** What arrived: method, path, query, headers by their names in lower case, body. */
  List<JsonNode> arrived() {
    return server.getAllServeEvents().stream().map(event -> json(event.getRequest())).toList();
  }

  private static JsonNode json(LoggedRequest request) {
    ObjectNode json = Json.NODES.objectNode();
    String url = request.getUrl();
    int query = url.indexOf('?');
    json.put("method", request.getMethod().getName());
    json.put("path", query < 0 ? url : url.substring(0, query));
    json.put("query", query < 0 ? "" : url.substring(query + 1));
    ObjectNode headers = json.putObject("headers");
    for (HttpHeader header : request.getHeaders().all()) {
      headers.put(header.key().toLowerCase(Locale.ROOT), String.join(",", header.values()));
    }
    json.put("contentLength", request.getBody().length);
    json.put("body", request.getBodyAsString());
    return json;
  }

  @Override
  public void close() {
    server.stop();
  }
}

package io.stepunit.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.http.Parameters.Pair;
import io.stepunit.internal.json.Json;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the two integrations differ in: the request that is sent, and how failures are named. */
enum HttpIntegration {
  /** {@code arn:aws:states:::http:invoke} */
  HTTP {
    @Override
    OutgoingRequest request(Parameters parameters, Connection connection) {
      Transform transform = Transform.of(parameters.json().path("Transform"));
      requireConnection(parameters.json());
      Optional<String> body = parameters.body().map(transform::encode);
      List<Pair> headers = headers(parameters, connection, body.map(b -> transform.contentType()));
      List<Pair> query =
          OutgoingRequest.overridden(
              parameters.pairs("QueryParameters"), pairs(connection.queryParameters()));
      String path = pathOf(parameters.required("ApiEndpoint"));
      return new OutgoingRequest(parameters.method(), path, query, headers, body);
    }

    @Override
    String statusError(int status) {
      return "States.Http.StatusCode." + status;
    }

    /** The body of a failed response is lost. */
    @Override
    String statusCause(int status, String body) {
      return ReasonPhrase.of(status);
    }

    @Override
    String connectionError() {
      return "States.Http.Socket";
    }
  },

  /** {@code arn:aws:states:::apigateway:invoke} */
  API_GATEWAY {
    @Override
    OutgoingRequest request(Parameters parameters, Connection connection) {
      parameters.required("ApiEndpoint");
      boolean keepsNulls = parameters.json().path("AllowNullValues").asBoolean();
      Optional<String> body =
          parameters.body().map(tree -> Json.text(keepsNulls ? tree : withoutNulls(tree)));
      String path =
          segment(parameters.text("Stage").orElse(""))
              + segment(parameters.text("Path").orElse(""));
      return new OutgoingRequest(
          parameters.method(),
          path.isEmpty() ? "/" : path,
          OutgoingRequest.overridden(
              parameters.pairs("QueryParameters"), pairs(connection.queryParameters())),
          headers(parameters, connection, body.map(b -> "application/json")),
          body);
    }

    @Override
    String statusError(int status) {
      return "ApiGateway." + status;
    }

    @Override
    String statusCause(int status, String body) {
      return body;
    }

    @Override
    String connectionError() {
      return "ApiGateway.SdkClientException";
    }
  };

  private static final String USER_AGENT = "Amazon|StepFunctions|HttpInvoke";

  /**
   * The request that a Task's effective input asks for.
   *
   * @throws RequestException if it is none
   */
  abstract OutgoingRequest request(Parameters parameters, Connection connection);

  /** The error of a status that is not 2xx. */
  abstract String statusError(int status);

  abstract String statusCause(int status, String body);

  /** The error of a connection that is refused, breaks or takes too long. */
  abstract String connectionError();

  private static List<Pair> headers(
      Parameters parameters, Connection connection, Optional<String> contentType) {
    List<Pair> headers = new ArrayList<>(parameters.pairs("Headers"));
    if (contentType.isPresent() && !OutgoingRequest.names(headers, "Content-Type")) {
      headers.add(new Pair("Content-Type", contentType.get()));
    }
    if (!OutgoingRequest.names(headers, "User-Agent")) {
      headers.add(new Pair("User-Agent", USER_AGENT));
    }
    return OutgoingRequest.overridden(headers, pairs(connection.headers()));
  }

  private static List<Pair> pairs(Map<String, String> values) {
    return values.entrySet().stream().map(e -> new Pair(e.getKey(), e.getValue())).toList();
  }

  private static void requireConnection(JsonNode parameters) {
    if (Parameters.isNothing(parameters.at("/Authentication/ConnectionArn"))
        && Parameters.isNothing(parameters.at("/InvocationConfig/ConnectionArn"))) {
      throw new RequestException(
          "Its effective input names no EventBridge connection: AWS requires"
              + " Authentication.ConnectionArn or InvocationConfig.ConnectionArn");
    }
  }

  /** Path and query of an address whose host does not count. */
  private static String pathOf(String endpoint) {
    try {
      URI uri = new URI(endpoint);
      if (!"https".equals(uri.getScheme())) {
        throw new RequestException(
            "Its ApiEndpoint must be an https address, found '%s'".formatted(endpoint));
      }
      String path = uri.getRawPath() == null ? "" : uri.getRawPath();
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      return (path.isEmpty() ? "/" : path) + query;
    } catch (URISyntaxException e) {
      throw new RequestException(
          "Its ApiEndpoint '%s' is not an address: %s".formatted(endpoint, e.getReason()));
    }
  }

  private static String segment(String text) {
    String path = text.startsWith("/") || text.isEmpty() ? text : "/" + text;
    try {
      return new URI(null, null, path, null).getRawPath();
    } catch (URISyntaxException e) {
      throw new RequestException("Its path '%s' is none: %s".formatted(text, e.getReason()));
    }
  }

  private static JsonNode withoutNulls(JsonNode tree) {
    if (!tree.isObject()) {
      return tree;
    }
    ObjectNode kept = Json.NODES.objectNode();
    tree.fields()
        .forEachRemaining(
            member -> {
              if (!member.getValue().isNull()) {
                kept.set(member.getKey(), withoutNulls(member.getValue()));
              }
            });
    return kept;
  }
}

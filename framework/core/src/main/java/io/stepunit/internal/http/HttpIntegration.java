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
import java.util.stream.Stream;

/** What the two integrations differ in: the request that is sent, and how failures are named. */
enum HttpIntegration {
  /** {@code arn:aws:states:::http:invoke} */
  HTTP {
    @Override
    OutgoingRequest request(Parameters parameters, Connection connection, String region) {
      Transform transform = Transform.of(parameters.json().path("Transform"));
      requireConnection(parameters.json());
      Optional<String> body = merged(parameters.body(), connection).map(transform::encode);
      List<Pair> defaults = new ArrayList<>();
      defaults.add(new Pair("Range", "bytes=0-262144"));
      defaults.add(new Pair("User-Agent", USER_AGENT + "|" + region));
      body.ifPresent(b -> defaults.add(new Pair("Content-Type", transform.contentType())));
      String path = pathOf(parameters.required("ApiEndpoint"));
      return new OutgoingRequest(
          parameters.method(),
          path,
          query(parameters, connection),
          headers(parameters, connection, defaults),
          body);
    }

    @Override
    String statusError(int status) {
      return "States.Http.StatusCode." + status;
    }

    /** The body of a failed response is lost. */
    @Override
    Optional<String> statusCause(int status, String body) {
      return Optional.of(ReasonPhrase.of(status)).filter(phrase -> !phrase.isEmpty());
    }

    @Override
    String connectionError() {
      return "States.Http.Socket";
    }
  },

  /** {@code arn:aws:states:::apigateway:invoke} */
  API_GATEWAY {
    @Override
    OutgoingRequest request(Parameters parameters, Connection connection, String region) {
      parameters.required("ApiEndpoint");
      boolean keepsNulls = parameters.json().path("AllowNullValues").asBoolean();
      Optional<String> body =
          parameters.body().map(tree -> Json.text(keepsNulls ? tree : withoutNulls(tree)));
      String path =
          segment(parameters.text("Stage").orElse(""))
              + segment(parameters.text("Path").orElse(""));
      List<Pair> defaults = new ArrayList<>();
      body.ifPresent(b -> defaults.add(new Pair("Content-Type", "application/json")));
      defaults.add(new Pair("User-Agent", USER_AGENT));
      return new OutgoingRequest(
          parameters.method(),
          path.isEmpty() ? "/" : path,
          query(parameters, connection),
          headers(parameters, connection, defaults),
          body);
    }

    @Override
    String statusError(int status) {
      return "ApiGateway." + status;
    }

    @Override
    Optional<String> statusCause(int status, String body) {
      return Optional.of(body);
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
   * @param region where the state machine is
   * @throws RequestException if it is none
   * @throws MergeException if the connection has members for a body that is no object
   */
  abstract OutgoingRequest request(Parameters parameters, Connection connection, String region);

  /** The error of a status that is not 2xx. */
  abstract String statusError(int status);

  /** Its cause; empty where there is none. */
  abstract Optional<String> statusCause(int status, String body);

  /** The error of a connection that is refused, breaks or takes too long. */
  abstract String connectionError();

  /**
   * The headers that are sent: a header of the Task gives way to one of the connection that has
   * exactly its name, a default to any that has its name in whatever case.
   */
  private static List<Pair> headers(
      Parameters parameters, Connection connection, List<Pair> defaults) {
    List<Pair> headers = new ArrayList<>(pairs(connection.headers()));
    for (Pair header : parameters.pairs("Headers")) {
      if (!connection.headers().containsKey(header.name())) {
        headers.add(header);
      }
    }
    for (Pair header : defaults) {
      if (headers.stream().noneMatch(other -> other.name().equalsIgnoreCase(header.name()))) {
        headers.add(header);
      }
    }
    return headers;
  }

  private static List<Pair> query(Parameters parameters, Connection connection) {
    Stream<Pair> own =
        parameters.pairs("QueryParameters").stream()
            .filter(pair -> !connection.queryParameters().containsKey(pair.name()));
    return Stream.concat(own, pairs(connection.queryParameters()).stream()).toList();
  }

  /** The body with what the connection adds: a member of the same name is replaced in its place. */
  private static Optional<JsonNode> merged(Optional<JsonNode> body, Connection connection) {
    if (connection.bodyParameters().isEmpty()) {
      return body;
    }
    if (!(body.orElseGet(Json.NODES::objectNode) instanceof ObjectNode own)) {
      throw new MergeException();
    }
    ObjectNode merged = own.deepCopy();
    connection.bodyParameters().forEach(merged::put);
    return Optional.of(merged);
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
      throw new RequestException("Its path '%s' is not valid: %s".formatted(text, e.getReason()));
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

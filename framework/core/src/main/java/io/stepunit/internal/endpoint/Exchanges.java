package io.stepunit.internal.endpoint;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;

/**
 * Reads requests and writes what they are answered. What a web page sends is refused: a page that
 * somebody looks at must not drive an environment on the same machine.
 */
final class Exchanges implements HttpHandler {
  private final Map<String, HttpRoute> routes;

  /**
   * @param routes by path
   */
  Exchanges(Map<String, HttpRoute> routes) {
    this.routes = routes;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      send(exchange, answer(exchange));
    }
  }

  private HttpReply answer(HttpExchange exchange) throws IOException {
    Optional<byte[]> body = RequestBody.read(exchange.getRequestBody());
    if (exchange.getRequestHeaders().containsKey("Origin")) {
      return HttpReply.text(
          403, "Web pages cannot call this endpoint: leave out the header Origin.");
    }
    String path = exchange.getRequestURI().getPath();
    HttpRoute route = routes.get(path);
    if (route == null) {
      return HttpReply.text(
          404, "Nothing is here. There are: " + String.join(", ", routes.keySet()) + ".");
    }
    return body.isEmpty()
        ? HttpReply.text(413, "The request is longer than %s bytes.".formatted(RequestBody.LIMIT))
        : route.answer(
            new HttpCall(
                exchange.getRequestMethod(), path, exchange.getRequestHeaders(), body.get()));
  }

  private static void send(HttpExchange exchange, HttpReply reply) throws IOException {
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    if (exchange.getRequestMethod().equals("HEAD") || reply.body().length == 0) {
      exchange.sendResponseHeaders(reply.status(), -1);
      return;
    }
    exchange.sendResponseHeaders(reply.status(), reply.body().length);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(reply.body());
    }
  }
}

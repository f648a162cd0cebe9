package io.stepunit.internal.http;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * The one server that requests are sent to, in place of the host that the state machine names.
 *
 * @param base the text of its address, without a slash at the end
 */
public record ServerAddress(String base) {
  /**
   * A server's address.
   *
   * @param url {@code http://localhost:8080}, also with a path that goes before all others
   * @throws IllegalArgumentException if it is no such address
   */
  public static ServerAddress parse(String url) {
    if (!isAddress(url)) {
      throw new IllegalArgumentException(
          "Expected an address such as http://localhost:8080, also with a path, found '%s'."
              .formatted(url));
    }
    return new ServerAddress(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
  }

  private static boolean isAddress(String url) {
    try {
      URI uri = new URI(url);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      return web && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /**
   * The address of a path on the server.
   *
   * @param pathAndQuery encoded, with a slash at its beginning
   */
  URI resolve(String pathAndQuery) {
    return URI.create(base + pathAndQuery);
  }
}

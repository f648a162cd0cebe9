package io.stepunit.internal.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * The one server that requests are sent to, in place of the host that the state machine names.
 *
 * @param base the text of its address, without a slash at the end
 */
public record ServerAddress(String base) {
  /** A name or password stands before the host. It is not shown: it may be a secret. */
  private static final Pattern USER = Pattern.compile("^[^/?#]*//[^/?#]*@");

  /**
   * A server's address.
   *
   * @param url {@code http://localhost:8080}, also with a path that goes before all others
   * @throws IllegalArgumentException if it is no such address, or has a user's name before the host
   */
  public static ServerAddress parse(String url) {
    if (USER.matcher(url).find()) {
      throw new IllegalArgumentException(
          "Expected an address without a user's name, but there is one before the '@'. Set a"
              + " password by connectionHeader(\"Authorization\", …).");
    }
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

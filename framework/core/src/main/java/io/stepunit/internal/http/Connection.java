package io.stepunit.internal.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the EventBridge connection of an HTTP Task adds to a request; it wins over the definition.
 *
 * @param headers by name
 * @param queryParameters by name
 */
public record Connection(Map<String, String> headers, Map<String, String> queryParameters) {
  /** Adds nothing. */
  public static final Connection NONE = new Connection(Map.of(), Map.of());

  /** The same connection with a further header. */
  public Connection withHeader(String name, String value) {
    return new Connection(with(headers, name, value), queryParameters);
  }

  /** The same connection with a further query parameter. */
  public Connection withQueryParameter(String name, String value) {
    return new Connection(headers, with(queryParameters, name, value));
  }

  private static Map<String, String> with(Map<String, String> map, String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(map);
    more.put(name, value);
    return more;
  }
}

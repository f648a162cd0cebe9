package io.stepunit.internal.http;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the EventBridge connection of an HTTP Task adds to a request; it wins over the definition.
 *
 * @param headers by name
 * @param queryParameters by name
 * @param bodyParameters by the names of the body's members
 */
public record Connection(
    Map<String, String> headers,
    Map<String, String> queryParameters,
    Map<String, String> bodyParameters) {
  /** Adds nothing. */
  public static final Connection NONE = new Connection(Map.of(), Map.of(), Map.of());

  /** The same connection with a further header. */
  public Connection withHeader(String name, String value) {
    return new Connection(with(headers, name, value), queryParameters, bodyParameters);
  }

  /** The same connection with a further query parameter. */
  public Connection withQueryParameter(String name, String value) {
    return new Connection(headers, with(queryParameters, name, value), bodyParameters);
  }

  /** The same connection with a further member of the body. */
  public Connection withBodyParameter(String name, String value) {
    return new Connection(headers, queryParameters, with(bodyParameters, name, value));
  }

  /** A text in which the values are not shown: they may be secrets. */
  String withoutValues(String text) {
    return Stream.of(headers, queryParameters, bodyParameters)
        .flatMap(values -> values.values().stream())
        .filter(value -> !value.isBlank())
        .sorted(Comparator.comparingInt(String::length).reversed())
        .reduce(text, (shown, value) -> shown.replace(value, "…"));
  }

  /** Without the values, which may be secrets. */
  @Override
  public String toString() {
    return "Connection[headers=%s, queryParameters=%s, bodyParameters=%s]"
        .formatted(headers.keySet(), queryParameters.keySet(), bodyParameters.keySet());
  }

  private static Map<String, String> with(Map<String, String> map, String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(map);
    more.put(name, value);
    return more;
  }
}

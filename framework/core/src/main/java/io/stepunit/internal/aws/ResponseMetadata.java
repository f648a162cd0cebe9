package io.stepunit.internal.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the results of optimized integrations have beside the service's own fields: {@code
 * SdkHttpMetadata} and {@code SdkResponseMetadata}. What differs from call to call on AWS is always
 * the same here, so that histories are.
 */
public final class ResponseMetadata {
  /** The id of each request. */
  public static final String REQUEST_ID = "00000000-0000-4000-8000-000000000000";

  private static final String LENGTH = "Content-Length";
  private static final String TYPE = "Content-Type";

  /** The headers that a service sends whatever it answers, and what they say here. */
  private static final Map<String, String> ALWAYS =
      Map.of(
          "Server", "Server",
          "Connection", "keep-alive",
          "connection", "keep-alive",
          "x-amzn-RequestId", REQUEST_ID,
          "x-amzn-Remapped-Content-Length", "0",
          "Date", "Thu, 01 Jan 2026 00:00:00 GMT",
          "X-Amzn-Trace-Id", "Root=1-00000000-000000000000000000000000");

  /** The headers of an answer, in the order in which they arrive. */
  private static final Map<String, List<String>> BY_SERVICE =
      Map.of(
          "lambda",
          List.of(
              "X-Amz-Log-Result",
              "X-Amz-Executed-Version",
              "x-amzn-Remapped-Content-Length",
              "Connection",
              "x-amzn-RequestId",
              LENGTH,
              "Date",
              "X-Amzn-Trace-Id",
              TYPE),
          "dynamodb",
          List.of("Server", "Connection", "x-amzn-RequestId", "x-amz-crc32", LENGTH, "Date", TYPE),
          "ecs",
          List.of("x-amzn-RequestId", LENGTH, "Date", TYPE));

  private static final List<String> OF_OTHERS =
      List.of("x-amzn-RequestId", "connection", LENGTH, "Date", TYPE);

  private ResponseMetadata() {}

  /**
   * Adds the metadata; members then stand in the order of their names.
   *
   * @param service the service in the resource of its optimized integration
   * @param own the headers that depend on the answer, by name in whatever case
   */
  public static void addTo(ObjectNode result, String service, int status, Map<String, String> own) {
    SortedMap<String, String> given = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    given.putAll(own);
    SortedMap<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    ObjectNode all = Json.NODES.objectNode();
    for (String name : BY_SERVICE.getOrDefault(service, OF_OTHERS)) {
      String value = ALWAYS.getOrDefault(name, given.get(name));
      if (value != null) {
        all.putArray(name).add(value);
        sorted.put(name, value);
      }
    }
    ObjectNode single = Json.NODES.objectNode();
    sorted.forEach(single::put);
    ObjectNode http = Json.NODES.objectNode();
    http.set("AllHttpHeaders", all);
    http.set("HttpHeaders", single);
    http.put("HttpStatusCode", status);
    result.set("SdkHttpMetadata", http);
    result.set("SdkResponseMetadata", Json.NODES.objectNode().put("RequestId", REQUEST_ID));
    ObjectNode inOrder = Json.sorted(result);
    result.removeAll();
    result.setAll(inOrder);
  }

  /** The headers that describe a body. */
  public static Map<String, String> contentOf(JsonNode body, String type) {
    int length = Json.text(body).getBytes(StandardCharsets.UTF_8).length;
    return Map.of(LENGTH, String.valueOf(length), TYPE, type);
  }
}

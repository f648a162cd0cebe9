package io.stepunit.internal.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the results of optimized integrations have beside the service's own fields: {@code
 * SdkHttpMetadata} and {@code SdkResponseMetadata}.
 */
public final class ResponseMetadata {
  /** The same for all calls, so that histories are the same in each run. */
  public static final String REQUEST_ID = "00000000-0000-4000-8000-000000000000";

  private ResponseMetadata() {}

  /**
   * Adds the metadata; members then stand in the order of their names.
   *
   * @param headers what the service sent, in the order in which it arrived
   */
  public static void addTo(ObjectNode result, int status, Map<String, String> headers) {
    ObjectNode all = Json.NODES.objectNode();
    headers.forEach((name, value) -> all.putArray(name).add(value));
    ObjectNode single = Json.NODES.objectNode();
    SortedMap<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    sorted.putAll(headers);
    sorted.forEach(single::put);
    ObjectNode http = Json.NODES.objectNode();
    http.set("AllHttpHeaders", all);
    http.set("HttpHeaders", single);
    http.put("HttpStatusCode", status);
    result.set("SdkHttpMetadata", http);
    result.set("SdkResponseMetadata", Json.NODES.objectNode().put("RequestId", REQUEST_ID));
    sort(result);
  }

  private static void sort(ObjectNode result) {
    SortedMap<String, JsonNode> members = new TreeMap<>();
    result.fields().forEachRemaining(e -> members.put(e.getKey(), e.getValue()));
    result.removeAll();
    members.forEach(result::set);
  }
}

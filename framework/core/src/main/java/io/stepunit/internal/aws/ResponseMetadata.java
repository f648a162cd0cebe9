package io.stepunit.internal.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.util.Map;

/**
 * What the results of optimized integrations have beside the service's own fields: {@code
 * SdkHttpMetadata} and {@code SdkResponseMetadata}.
 */
public final class ResponseMetadata {
  /** The same for all calls, so that histories are the same in each run. */
  public static final String REQUEST_ID = "00000000-0000-4000-8000-000000000000";

  private ResponseMetadata() {}

  /**
   * Adds the metadata.
   *
   * @param headers what the service sent, in the order in which it is shown
   */
  public static void addTo(ObjectNode result, int status, Map<String, String> headers) {
    ObjectNode all = Json.NODES.objectNode();
    ObjectNode single = Json.NODES.objectNode();
    headers.forEach(
        (name, value) -> {
          all.putArray(name).add(value);
          single.put(name, value);
        });
    ObjectNode http = Json.NODES.objectNode();
    http.set("AllHttpHeaders", all);
    http.set("HttpHeaders", single);
    http.put("HttpStatusCode", status);
    result.set("SdkHttpMetadata", http);
    result.set("SdkResponseMetadata", Json.NODES.objectNode().put("RequestId", REQUEST_ID));
  }
}

package io.stepunit.internal.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.model.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkResponse;

/**
 * Responses of the SDK as the results of Tasks: the service's fields, and of optimized integrations
 * the metadata of the call.
 */
final class SdkResponses {
  private SdkResponses() {}

  /** Whether a value is what a client of the SDK answers, or a part of it. */
  static boolean isOne(Object value) {
    return value instanceof SdkPojo || value instanceof ResponseBytes;
  }

  /**
   * A response as a Task's kind of integration shows it. What a callback brings is a test's own
   * JSON, for which SDK integrations are the model.
   *
   * @param response {@link #isOne one}
   */
  static ObjectNode shown(Resource resource, Object response) {
    boolean optimized =
        resource instanceof Resource.Service called
            && Integration.isOptimized(called)
            && called.pattern() != Resource.Pattern.WAIT_FOR_TASK_TOKEN;
    return shown(new PojoWriter(optimized), resource, response);
  }

  /** What a call answered, of which a callback may still be to come. */
  static ObjectNode answered(Resource.Service called, Object response) {
    return shown(new PojoWriter(Integration.isOptimized(called)), called, response);
  }

  private static ObjectNode shown(PojoWriter writer, Resource resource, Object response) {
    if (response instanceof ResponseBytes<?> streamed) {
      ObjectNode result = writer.write((SdkPojo) streamed.response());
      return result.put("Body", streamed.asUtf8String());
    }
    ObjectNode result = writer.write((SdkPojo) response);
    if (Integration.hasMetadata(resource) && response instanceof SdkResponse answer) {
      addMetadata(result, answer);
    }
    return result;
  }

  private static void addMetadata(ObjectNode result, SdkResponse response) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Connection", "keep-alive");
    headers.put("x-amzn-RequestId", ResponseMetadata.REQUEST_ID);
    // A response that a test made itself was never sent.
    Optional.ofNullable(response.sdkHttpResponse())
        .ifPresent(
            http -> {
              for (String name : List.of("Content-Length", "Content-Type")) {
                http.firstMatchingHeader(name).ifPresent(value -> headers.put(name, value));
              }
            });
    ResponseMetadata.addTo(result, 200, headers);
  }
}

package io.stepunit.internal.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.model.Resource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.http.SdkHttpResponse;

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
   * A response as the result of a Task. What a callback brings is a test's own JSON, for which SDK
   * integrations are the model.
   *
   * @param response {@link #isOne one}
   */
  static ObjectNode shown(Resource resource, Object response) {
    boolean optimized = Integration.isOptimized(resource) && !waitsForToken(resource);
    ObjectNode result = written(new PojoWriter(optimized), response);
    if (optimized && isCallItself(resource)) {
      addMetadata(resource, result, response);
    }
    return result;
  }

  /** What a call answered, of which a callback may still be to come. */
  static ObjectNode answered(Resource.Service called, Object response) {
    ObjectNode answer = written(new PojoWriter(Integration.isOptimized(called)), response);
    addMetadata(called, answer, response);
    return answer;
  }

  private static boolean waitsForToken(Resource resource) {
    return resource instanceof Resource.Service called
        && called.pattern() == Resource.Pattern.WAIT_FOR_TASK_TOKEN;
  }

  private static boolean isCallItself(Resource resource) {
    return resource instanceof Resource.Service called
        && called.pattern() == Resource.Pattern.REQUEST_RESPONSE;
  }

  /** What is streamed is the last member. */
  private static ObjectNode written(PojoWriter writer, Object response) {
    return response instanceof ResponseBytes<?> streamed
        ? writer.write((SdkPojo) streamed.response()).put("Body", streamed.asUtf8String())
        : writer.write((SdkPojo) response);
  }

  private static void addMetadata(Resource called, ObjectNode result, Object response) {
    if (!Integration.hasMetadata(called) || !(response instanceof SdkResponse answer)) {
      return;
    }
    // A response that a test made itself was never sent.
    Optional<SdkHttpResponse> sent = Optional.ofNullable(answer.sdkHttpResponse());
    Map<String, String> headers = new HashMap<>();
    sent.ifPresent(
        http -> http.headers().forEach((name, values) -> headers.put(name, values.get(0))));
    ResponseMetadata.addTo(
        result,
        ((Resource.Service) called).service(),
        sent.map(SdkHttpResponse::statusCode).orElse(200),
        headers);
  }
}

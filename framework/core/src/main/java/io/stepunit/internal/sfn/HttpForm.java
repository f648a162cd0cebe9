package io.stepunit.internal.sfn;

import io.stepunit.internal.wire.AwsJson;
import io.stepunit.internal.wire.WireAnswer;
import io.stepunit.internal.wire.WireRequest;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpRequest;

/** The SDK's requests and answers as the protocol has them. */
final class HttpForm {
  private HttpForm() {}

  static WireRequest request(SdkHttpRequest request, byte[] body) {
    return WireRequest.of(request.firstMatchingHeader(AwsJson.TARGET_HEADER), body);
  }

  /** Status and headers; the body goes its own way. */
  static SdkHttpFullResponse head(WireAnswer answer, int length) {
    SdkHttpFullResponse.Builder head =
        SdkHttpFullResponse.builder()
            .statusCode(answer.status())
            .putHeader("Content-Length", String.valueOf(length));
    answer.headers().forEach(head::putHeader);
    return head.build();
  }
}

package io.stepunit.internal.sfn;

import io.stepunit.internal.wire.AwsJson;
import io.stepunit.internal.wire.WireAnswer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/** Sends requests to the environment. Nothing is opened, so that closing it changes nothing. */
final class InProcessHttp implements SdkHttpClient {
  private final AwsJson wire;

  InProcessHttp(AwsJson wire) {
    this.wire = wire;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        return send(request);
      }

      @Override
      public void abort() {}
    };
  }

  private HttpExecuteResponse send(HttpExecuteRequest request) throws IOException {
    WireAnswer answer = wire.answer(HttpForm.request(request.httpRequest(), body(request)));
    byte[] body = answer.bytes();
    return HttpExecuteResponse.builder()
        .response(HttpForm.head(answer, body.length))
        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
        .build();
  }

  private static byte[] body(HttpExecuteRequest request) throws IOException {
    ContentStreamProvider content = request.contentStreamProvider().orElse(null);
    if (content == null) {
      return new byte[0];
    }
    try (InputStream in = content.newStream()) {
      return in.readAllBytes();
    }
  }

  @Override
  public String clientName() {
    return "StepUnit";
  }

  @Override
  public void close() {}
}

package io.stepunit.internal.aws;

import io.stepunit.internal.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/** The wire below a client of the SDK: keeps what is sent, and answers what the test says. */
final class CannedHttp implements SdkHttpClient {
  private final List<String> sent = new ArrayList<>();
  private final Deque<HttpExecuteResponse> answers = new ArrayDeque<>();

  CannedHttp answers(int status, String body) {
    return answers(status, body, "application/x-amz-json-1.0");
  }

  CannedHttp answers(int status, String body, String contentType, String... headers) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    SdkHttpResponse.Builder response =
        SdkHttpResponse.builder()
            .statusCode(status)
            .putHeader("Content-Type", contentType)
            .putHeader("Content-Length", String.valueOf(bytes.length))
            .putHeader("x-amzn-RequestId", "REAL-ID")
            .putHeader("Date", "Fri, 20 Nov 2026 12:00:00 GMT");
    for (int i = 0; i < headers.length; i += 2) {
      response.putHeader(headers[i], headers[i + 1]);
    }
    answers.add(
        HttpExecuteResponse.builder()
            .response(response.build())
            .responseBody(AbortableInputStream.create(new ByteArrayInputStream(bytes)))
            .build());
    return this;
  }

  /** The bodies of the requests. */
  List<String> sent() {
    return sent;
  }

  /** The body of the only request, as JSON. */
  com.fasterxml.jackson.databind.JsonNode sentJson() {
    if (sent.size() != 1) {
      throw new IllegalStateException("Sent was " + sent);
    }
    return Json.parse(sent.get(0));
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        sent.add(body(request));
        if (answers.isEmpty()) {
          throw new IOException("Connection refused");
        }
        return answers.remove();
      }

      @Override
      public void abort() {
        throw new IllegalStateException("Nothing here is aborted");
      }
    };
  }

  private static String body(HttpExecuteRequest request) {
    return request
        .contentStreamProvider()
        .map(
            provider -> {
              try (var stream = provider.newStream()) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .orElse("");
  }

  @Override
  public void close() {
    answers.clear();
  }
}

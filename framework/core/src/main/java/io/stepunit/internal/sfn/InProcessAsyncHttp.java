package io.stepunit.internal.sfn;

import io.stepunit.internal.wire.AwsJson;
import io.stepunit.internal.wire.WireAnswer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpResponseHandler;
import software.amazon.awssdk.utils.async.SimplePublisher;

/**
 * Sends requests to the environment, in the thread that hands over the end of their content: that
 * of the caller. Nothing is opened, so that closing it changes nothing.
 */
final class InProcessAsyncHttp implements SdkAsyncHttpClient {
  private final AwsJson wire;

  InProcessAsyncHttp(AwsJson wire) {
    this.wire = wire;
  }

  @Override
  public CompletableFuture<Void> execute(AsyncExecuteRequest request) {
    CompletableFuture<Void> sent = new CompletableFuture<>();
    var unused =
        CollectedContent.of(request.requestContentPublisher())
            .whenComplete((body, problem) -> send(request, body, problem, sent));
    return sent;
  }

  /**
   * An error is handed on as it is: wrapped, the SDK would take it for a failure of the network.
   */
  private void send(
      AsyncExecuteRequest request,
      byte @Nullable [] body,
      @Nullable Throwable problem,
      CompletableFuture<Void> sent) {
    try {
      if (body == null) {
        throw new IOException("The content of the request was not handed over", problem);
      }
      respond(wire.answer(HttpForm.request(request.request(), body)), request.responseHandler());
      sent.complete(null);
    } catch (IOException | RuntimeException | Error e) {
      request.responseHandler().onError(e);
      sent.completeExceptionally(e);
    }
  }

  private static void respond(WireAnswer answer, SdkAsyncHttpResponseHandler handler) {
    byte[] bytes = answer.bytes();
    handler.onHeaders(HttpForm.head(answer, bytes.length));
    SimplePublisher<ByteBuffer> body = new SimplePublisher<>();
    var unusedSend = body.send(ByteBuffer.wrap(bytes));
    var unusedEnd = body.complete();
    handler.onStream(body);
  }

  @Override
  public String clientName() {
    return "StepUnit";
  }

  @Override
  public void close() {}
}

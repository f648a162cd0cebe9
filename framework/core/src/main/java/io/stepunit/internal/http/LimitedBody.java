package io.stepunit.internal.http;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a body up to one byte more than a Task may get, and then no further. */
final class LimitedBody implements BodySubscriber<ReceivedBody> {
  /** What an HTTP Task asks for, by its header Range. */
  private static final int LIMIT = 256 * 1024;

  private static final Pattern CHARSET =
      Pattern.compile("(?i);\\s*charset=\"?([A-Za-z0-9_.:+-]+)\"?");

  private final Charset charset;
  private final CompletableFuture<ReceivedBody> body = new CompletableFuture<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private Flow.@Nullable Subscription subscription;

  private LimitedBody(Charset charset) {
    this.charset = charset;
  }

  static LimitedBody of(ResponseInfo response) {
    return new LimitedBody(charset(response.headers()));
  }

  private static Charset charset(HttpHeaders headers) {
    Matcher matcher = CHARSET.matcher(headers.firstValue("Content-Type").orElse(""));
    try {
      return matcher.find() ? Charset.forName(matcher.group(1)) : StandardCharsets.UTF_8;
    } catch (IllegalArgumentException e) {
      return StandardCharsets.UTF_8;
    }
  }

  @Override
  public CompletionStage<ReceivedBody> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    subscription.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      byte[] part = new byte[Math.min(buffer.remaining(), LIMIT + 1 - bytes.size())];
      buffer.get(part);
      bytes.writeBytes(part);
    }
    Flow.Subscription source = subscription;
    if (source == null) {
      return;
    }
    if (bytes.size() > LIMIT) {
      source.cancel();
      end(false);
    } else {
      source.request(1);
    }
  }

  @Override
  public void onError(Throwable problem) {
    body.completeExceptionally(problem);
  }

  @Override
  public void onComplete() {
    end(bytes.size() <= LIMIT);
  }

  private void end(boolean complete) {
    body.complete(new ReceivedBody(bytes.toString(charset), complete));
  }
}

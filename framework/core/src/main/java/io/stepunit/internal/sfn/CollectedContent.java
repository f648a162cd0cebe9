package io.stepunit.internal.sfn;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.utils.BinaryUtils;

/** Collects what a publisher sends. */
final class CollectedContent implements Subscriber<ByteBuffer> {
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private final CompletableFuture<byte[]> all = new CompletableFuture<>();

  private CollectedContent() {}

  /** All that a publisher sends, as soon as it is there. */
  static CompletableFuture<byte[]> of(Publisher<ByteBuffer> publisher) {
    CollectedContent content = new CollectedContent();
    publisher.subscribe(content);
    return content.all;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(ByteBuffer part) {
    received.writeBytes(BinaryUtils.copyBytesFrom(part));
  }

  @Override
  public void onError(Throwable problem) {
    all.completeExceptionally(problem);
  }

  @Override
  public void onComplete() {
    all.complete(received.toByteArray());
  }
}

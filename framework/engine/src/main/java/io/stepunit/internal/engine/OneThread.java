package io.stepunit.internal.engine;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a thread while another one runs an execution, because two threads would make the order of
 * events random. One after the other is fine, as where JUnit runs a test method on a thread of its
 * own.
 */
final class OneThread {
  private final AtomicReference<@Nullable Thread> atWork = new AtomicReference<>();

  /**
   * Does the work of one thread; the work may call this again.
   *
   * @throws IllegalStateException if another thread is at work
   */
  <T> T call(Supplier<T> work) {
    Thread current = Thread.currentThread();
    Thread other = atWork.compareAndExchange(null, current);
    if (other == current) {
      return work.get();
    }
    if (other != null) {
      throw new IllegalStateException(
          "The thread '%s' uses a StepFunctionsEnvironment while the thread '%s' runs an execution in it. An environment serves one thread at a time: give each thread its own."
              .formatted(current.getName(), other.getName()));
    }
    try {
      return work.get();
    } finally {
      atWork.set(null);
    }
  }
}

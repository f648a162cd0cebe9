package io.stepunit.internal.mock;

import io.stepunit.mock.UserCodeTimeoutError;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One run of users' code under the {@link Watchdog}.
 *
 * <p>The lock sees to it that the code's thread is never interrupted after the run has ended.
 */
final class Watched {
  private static final long REPEAT = TimeUnit.SECONDS.toNanos(1);

  private final Supplier<String> what;
  private final Thread thread;
  private final Duration limit;
  private final Supplier<Optional<String>> waiting;

  private volatile long due;
  private @Nullable UserCodeTimeoutError overdue;
  private int checks;
  private boolean ended;

  /**
   * @param waiting which other threads wait for the code to return
   */
  Watched(
      Supplier<String> what, Thread thread, Duration limit, Supplier<Optional<String>> waiting) {
    this.waiting = waiting;
    this.what = what;
    this.thread = thread;
    this.limit = limit;
    this.due = System.nanoTime() + limit.toNanos();
  }

  /** When it is to be checked next, by {@link System#nanoTime}. */
  long due() {
    return due;
  }

  /** Called at the limit, and then each second while the code runs. */
  synchronized void check() {
    if (ended) {
      return;
    }
    due += REPEAT;
    checks++;
    if (overdue == null) {
      overdue = OverdueCode.error(what.get(), limit, thread.getStackTrace(), waiting.get());
    } else if (checks == 2) {
      System.err.println(OverdueCode.hanging(what.get(), limit, thread.getStackTrace()));
    }
    thread.interrupt();
  }

  /** Called by the code's own thread, whether the code returned or threw. */
  synchronized void end(@Nullable Throwable thrown) {
    ended = true;
    if (overdue == null) {
      return;
    }
    // The interrupt was ours: it must not hit what the caller does next.
    Thread.interrupted();
    if (thrown != null) {
      overdue.addSuppressed(thrown);
    }
    throw overdue;
  }
}

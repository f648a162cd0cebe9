package io.stepunit.internal.mock;

import io.stepunit.mock.UserCodeTimeoutError;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One run of users' code under the {@link Watchdog}.
 *
 * <p>The lock sees to it that the code's thread is never interrupted after the run has ended.
 */
final class Watched {
  private final String what;
  private final Thread thread;
  private final Duration limit;

  private @Nullable UserCodeTimeoutError overdue;
  private int checks;
  private boolean ended;

  Watched(String what, Thread thread, Duration limit) {
    this.what = what;
    this.thread = thread;
    this.limit = limit;
  }

  /** Called by the timer at the limit, and then repeatedly while the code runs. */
  synchronized void check() {
    if (ended) {
      return;
    }
    checks++;
    if (overdue == null) {
      overdue = OverdueCode.error(what, limit, thread.getStackTrace());
    } else if (checks == 2) {
      System.err.println(OverdueCode.hanging(what, limit, thread.getStackTrace()));
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

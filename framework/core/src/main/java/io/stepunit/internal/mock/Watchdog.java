package io.stepunit.internal.mock;

import io.stepunit.internal.time.TimeRange;
import io.stepunit.mock.UserCodeTimeoutError;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Ends users' code that runs inside the simulation for longer than a limit of real time.
 *
 * <p>The code runs on the caller's own thread, so that its thread locals are there. One daemon
 * thread for the whole JVM, which lives only while it has work, watches: when the limit has passed
 * it notes where the code is and interrupts it. Code that sleeps, waits or does interruptible I/O
 * ends there and then. Code that continues regardless is interrupted again each second; when it
 * returns at last, its result does not count. In either case the caller gets a {@link
 * UserCodeTimeoutError}.
 *
 * <p>Nothing in a JVM can end code that never looks at interrupts and never returns. Such code
 * hangs the test; one second after the limit the watchdog writes to {@code System.err} what hangs,
 * with its stack, so that the log of the build shows the culprit. JUnit's
 * {@code @Timeout(threadMode = SEPARATE_THREAD)} and Surefire's {@code
 * forkedProcessTimeoutInSeconds} stop a test or a build that hangs so.
 *
 * @since 0.1.0
 */
public final class Watchdog {
  /** The limit where the user sets none: 10 seconds. */
  public static final Duration DEFAULT_LIMIT = Duration.ofSeconds(10);

  private final Duration limit;
  private final Supplier<Optional<String>> waiting;

  /**
   * @param limit real time, positive
   * @throws IllegalArgumentException if the limit is not positive
   */
  public Watchdog(Duration limit) {
    this(limit, Optional::empty);
  }

  /**
   * @param limit real time, positive
   * @param waiting which other threads wait for the code to return, for messages
   * @throws IllegalArgumentException if the limit is not positive
   */
  public Watchdog(Duration limit, Supplier<Optional<String>> waiting) {
    this.waiting = waiting;
    if (limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException(
          "The limit of real time for users' code must be positive, but is " + limit);
    }
    this.limit = TimeRange.checked(limit, "The limit of real time for users' code");
  }

  /** The limit of real time. */
  public Duration limit() {
    return limit;
  }

  /**
   * Runs users' code on the caller's thread.
   *
   * @param what the code, to begin a message with: {@code The answer of the mock for 'Charge'}
   * @return what the code returns
   * @throws UserCodeTimeoutError if the code took longer than the limit, whatever came of it
   * @throws Exception what the code throws
   */
  public <T extends @Nullable Object> T watch(Supplier<String> what, Callable<T> code)
      throws Exception {
    boolean interruptedBefore = Thread.interrupted();
    Watched watched = new Watched(what, Thread.currentThread(), limit, waiting);
    Throwable thrown = null;
    WatchdogThread.SHARED.add(watched);
    try {
      return code.call();
    } catch (Throwable e) {
      thrown = e;
      throw e;
    } finally {
      WatchdogThread.SHARED.remove(watched);
      watched.end(thrown);
      if (interruptedBefore) {
        Thread.currentThread().interrupt();
      }
    }
  }
}

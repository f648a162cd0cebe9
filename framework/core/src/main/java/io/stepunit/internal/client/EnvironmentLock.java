package io.stepunit.internal.client;

import io.stepunit.budget.InterruptedWorkError;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread at a time into an environment: a test's own handles and the calls of clients take
 * turns, first come, first served. What one thread does alone is never delayed.
 *
 * <p>A thread has its turn as long as its call takes, including answers of mocks that run in it.
 */
public final class EnvironmentLock {
  private final ReentrantLock lock = new ReentrantLock(true);
  private final Condition changed = lock.newCondition();

  /** Who waits for a turn, and for what; read by the watchdog, too. */
  private final Map<Thread, String> waiting = new ConcurrentHashMap<>();

  private @Nullable Thread testThread;
  private int resting;

  /** Does something on behalf of the test, by one of its handles. */
  public <T extends @Nullable Object> T forTest(Supplier<T> work) {
    enter("the test");
    try {
      if (lock.getHoldCount() == 1) {
        testThread = Thread.currentThread();
      }
      return work.get();
    } finally {
      changed();
      leave();
    }
  }

  /** Does something on behalf of the test, by one of its handles. */
  public void forTest(Runnable work) {
    forTest(
        () -> {
          work.run();
          return null;
        });
  }

  /** Reads something, on behalf of whoever asks; changes nothing. */
  public <T extends @Nullable Object> T read(Supplier<T> work) {
    return forClient("a look", work);
  }

  /**
   * Does something for a caller from outside.
   *
   * @param call what is called, for messages: {@code DescribeExecution}
   */
  <T extends @Nullable Object> T forClient(String call, Supplier<T> work) {
    enter(call);
    try {
      return work.get();
    } finally {
      leave();
    }
  }

  /**
   * Whether the caller's thread is the one that last changed something by the environment's
   * handles: the test's own. Threads of the application only use clients, or look.
   */
  boolean isTestThread() {
    return Thread.currentThread() == testThread;
  }

  /** Tells threads that wait for a change that there was one. To be called in a turn. */
  void changed() {
    if (resting > 0) {
      changed.signalAll();
    }
  }

  /**
   * Lets other threads have their turns until something is there, which is looked for after each
   * change, or until the time is over. To be called in a turn, and not in the midst of an event.
   *
   * @param longest real time
   * @return empty if it did not come
   * @throws InterruptedWorkError if the thread is interrupted; it stays so
   */
  public <T> Optional<T> letOthers(Supplier<Optional<T>> sought, Duration longest) {
    long left = longest.toNanos();
    resting++;
    try {
      Optional<T> found = sought.get();
      while (found.isEmpty() && left > 0) {
        left = changed.awaitNanos(left);
        found = sought.get();
      }
      return found;
    } catch (InterruptedException e) {
      throw interrupted("it let others have theirs");
    } finally {
      resting--;
    }
  }

  /** Who waits for a turn now, and for what; empty if nobody does. */
  public Optional<String> waiting() {
    Map<String, String> calls = new TreeMap<>();
    waiting.forEach((thread, call) -> calls.put(thread.getName(), call));
    return calls.isEmpty()
        ? Optional.empty()
        : Optional.of(
            calls.entrySet().stream()
                .map(each -> "the thread '%s' (%s)".formatted(each.getKey(), each.getValue()))
                .collect(Collectors.joining(", ")));
  }

  private void enter(String call) {
    if (lock.isHeldByCurrentThread()) {
      lock.lock();
    } else if (lock.hasQueuedThreads() || !lock.tryLock()) {
      await(call);
    }
  }

  private void await(String call) {
    Thread current = Thread.currentThread();
    waiting.put(current, call);
    try {
      lock.lockInterruptibly();
    } catch (InterruptedException e) {
      throw interrupted(call);
    } finally {
      waiting.remove(current);
    }
  }

  private void leave() {
    lock.unlock();
  }

  private static InterruptedWorkError interrupted(String what) {
    Thread.currentThread().interrupt();
    return new InterruptedWorkError(
        "The thread was interrupted while it waited for its turn in the environment: " + what);
  }
}

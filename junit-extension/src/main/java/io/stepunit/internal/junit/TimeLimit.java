package io.stepunit.internal.junit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Has work done by a thread of its own, and gives it up when it takes too long. */
final class TimeLimit {
  private TimeLimit() {}

  /**
   * Does the work.
   *
   * @return empty if it was given up: its thread is interrupted, and may go on as a daemon
   */
  static <T> Optional<T> within(Duration limit, Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread worker = new Thread(task, "stepunit-mutants");
    worker.setDaemon(true);
    worker.setContextClassLoader(Thread.currentThread().getContextClassLoader());
    worker.start();
    try {
      return Optional.of(task.get(limit.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      task.cancel(true);
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The tests could not be run: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The run of the mutants was interrupted.", e);
    }
  }
}

package io.stepunit.internal.endpoint;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that answer requests; they end while there are none, and keep no JVM alive. */
final class EndpointThreads {
  /** Each worker that waits for a task of an activity holds one. */
  private static final int MOST = 128;

  private static final long IDLE_SECONDS = 5;

  private EndpointThreads() {}

  /**
   * @param loader finds the classes of users' code that answers Tasks
   */
  static ExecutorService create(ClassLoader loader) {
    AtomicInteger number = new AtomicInteger();
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            MOST,
            MOST,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              Thread thread = new Thread(work, "stepunit-endpoint-" + number.incrementAndGet());
              thread.setDaemon(true);
              thread.setContextClassLoader(loader);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }
}

package io.stepunit.internal.mock;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The one thread of a JVM that looks after users' code. It looks when a limit passes, and otherwise
 * once a second; it ends at the first look that finds nothing to look after.
 */
final class WatchdogThread {
  static final WatchdogThread SHARED = new WatchdogThread();

  private static final long BETWEEN_LOOKS = TimeUnit.SECONDS.toNanos(1);

  private final Set<Watched> running = Collections.newSetFromMap(new IdentityHashMap<>());
  private @Nullable Thread thread;
  private long nextLook;

  private WatchdogThread() {}

  synchronized void add(Watched code) {
    running.add(code);
    if (thread == null) {
      Thread started = new Thread(null, this::lookAfterAll, "stepunit-watchdog", 0, false);
      started.setDaemon(true);
      started.setContextClassLoader(null);
      thread = started;
      started.start();
    } else if (code.due() - nextLook < 0) {
      notifyAll();
    }
  }

  synchronized void remove(Watched code) {
    running.remove(code);
  }

  private void lookAfterAll() {
    while (hasWaited()) {
      overdue().forEach(Watched::check);
    }
  }

  /** Waits until the next look; false if there is nothing to look after. */
  private synchronized boolean hasWaited() {
    if (running.isEmpty()) {
      thread = null;
      return false;
    }
    long now = System.nanoTime();
    long wait = BETWEEN_LOOKS;
    for (Watched code : running) {
      wait = Math.min(wait, code.due() - now);
    }
    nextLook = now + wait;
    try {
      TimeUnit.NANOSECONDS.timedWait(this, wait);
    } catch (InterruptedException e) {
      // Nobody has a reason to interrupt it, and it has no caller who could take note.
    }
    return true;
  }

  private synchronized List<Watched> overdue() {
    long now = System.nanoTime();
    List<Watched> overdue = new ArrayList<>(0);
    for (Watched code : running) {
      if (code.due() - now <= 0) {
        overdue.add(code);
      }
    }
    return overdue;
  }
}

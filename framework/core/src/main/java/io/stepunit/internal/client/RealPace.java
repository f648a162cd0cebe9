package io.stepunit.internal.client;

import io.stepunit.internal.engine.Engine;
import io.stepunit.internal.time.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Virtual time follows real time, from the first call of a client on. As long as anything is due, a
 * thread waits for it, so that it happens in time even where nobody calls.
 */
final class RealPace implements Pace {
  private static final double NANOS_IN_MILLI = 1_000_000;

  private final Engine engine;
  private final EnvironmentLock lock;
  private final double scale;
  private final Consumer<AssertionError> faults;
  private @Nullable Beginning beginning;
  private boolean waiting;
  private boolean ended;

  /** An instant of virtual time, and the real time at which it was. */
  private record Beginning(Instant instant, long nanoTime) {}

  /**
   * @param scale virtual seconds in a real one
   * @param faults is told what aborts the test while nobody calls
   */
  RealPace(Engine engine, EnvironmentLock lock, double scale, Consumer<AssertionError> faults) {
    this.engine = engine;
    this.lock = lock;
    this.scale = scale;
    this.faults = faults;
  }

  @Override
  public void runPresent() {
    if (!ended && !engine.isInEvent()) {
      engine.advanceTo(present());
      waitForWhatIsDue();
    }
  }

  /** What time it is by now. A test may have moved time on: it goes on from there. */
  private Instant present() {
    Instant reached = engine.clock().instant();
    long nanoTime = System.nanoTime();
    Beginning begun = beginning;
    Instant present = begun == null ? reached : instantAt(begun, nanoTime);
    if (begun != null && !reached.isAfter(present)) {
      return present;
    }
    beginning = new Beginning(reached, nanoTime);
    return reached;
  }

  private Instant instantAt(Beginning begun, long nanoTime) {
    double passed = (nanoTime - begun.nanoTime()) * scale;
    return begun.instant().plusMillis((long) (passed / NANOS_IN_MILLI));
  }

  private void waitForWhatIsDue() {
    if (!waiting && engine.next().isPresent()) {
      waiting = true;
      Thread thread = new Thread(null, this::keepUp, "stepunit-time", 0, false);
      thread.setDaemon(true);
      thread.setContextClassLoader(null);
      thread.start();
    }
  }

  private void keepUp() {
    lock.forClient("the passing of real time", this::runAllInTime);
  }

  private @Nullable Void runAllInTime() {
    Optional<Instant> next = due();
    while (!ended && next.isPresent()) {
      lock.letOthers(unless(next), realTimeUntil(next.get()));
      runDue();
      next = due();
    }
    waiting = false;
    return null;
  }

  private void runDue() {
    try {
      runPresent();
    } catch (AssertionError e) {
      // Its execution is abandoned, and the test fails at its end. Others go on.
      faults.accept(e);
    }
    lock.changed();
  }

  private Optional<Instant> due() {
    return engine.next().map(Scheduler.Next::at);
  }

  /** What else is due, if it is not what was; or that nothing counts any more. */
  private Supplier<Optional<Optional<Instant>>> unless(Optional<Instant> awaited) {
    return () -> Optional.of(due()).filter(due -> ended || !due.equals(awaited));
  }

  @Override
  public void end() {
    ended = true;
  }

  private Duration realTimeUntil(Instant instant) {
    double millis = Duration.between(present(), instant).toMillis() / scale;
    return Duration.ofMillis(Math.max(1, (long) Math.ceil(millis)));
  }

  @Override
  public Optional<Instant> next() {
    return Optional.empty();
  }

  @Override
  public boolean moveOn() {
    return false;
  }

  @Override
  public String standstill() {
    return "Time passes as real time does.";
  }

  @Override
  public boolean isReal() {
    return true;
  }

  /** Time goes on while somebody polls. */
  @Override
  public int mostInVain() {
    return Integer.MAX_VALUE;
  }
}

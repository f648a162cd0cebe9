package io.stepunit.internal.client;

import io.stepunit.internal.engine.Engine;
import java.time.Instant;
import java.util.Optional;

/** Only the test moves time. */
final class ByHandPace implements Pace {
  private static final int MOST_IN_VAIN = 100;

  private final Engine engine;
  private final EnvironmentLock lock;

  ByHandPace(Engine engine, EnvironmentLock lock) {
    this.engine = engine;
    this.lock = lock;
  }

  @Override
  public void runPresent() {
    engine.advanceTo(engine.clock().instant());
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
    return "Time moves by hand here, as the environment is built with ClientTime.byHand(): call env.step() or"
        + " env.advance(…) between the calls, or leave the polling to another thread.";
  }

  /** While another thread polls, the test may be about to move time. */
  @Override
  public int mostInVain() {
    return lock.isTestThread() ? MOST_IN_VAIN : Integer.MAX_VALUE;
  }
}

package io.stepunit.internal.client;

import io.stepunit.internal.engine.Engine;
import io.stepunit.internal.time.Phase;
import io.stepunit.internal.time.Scheduler;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Time moves from event to event, but not to a deadline while a Task awaits what only the outside
 * can send: the caller who polls may be about to send it.
 */
final class OnPollPace implements Pace {
  private final Engine engine;
  private final Supplier<Optional<Instant>> deletion;
  private final int mostInVain;

  /**
   * @param deletion tells when the next machine that is being deleted is gone
   * @param mostInVain how many times in a row a caller may be told the same while nothing moves
   */
  OnPollPace(Engine engine, Supplier<Optional<Instant>> deletion, int mostInVain) {
    this.mostInVain = mostInVain;
    this.engine = engine;
    this.deletion = deletion;
  }

  @Override
  public void runPresent() {
    runUntil(engine.clock().instant());
  }

  @Override
  public boolean moveOn() {
    Optional<Instant> next = next();
    next.ifPresent(this::moveTo);
    return next.isPresent();
  }

  private void moveTo(Instant instant) {
    runUntil(instant);
    if (engine.clock().instant().isBefore(instant)) {
      engine.advanceTo(instant);
    }
  }

  @Override
  public Optional<Instant> next() {
    if (engine.isInEvent()) {
      return Optional.empty();
    }
    Optional<Scheduler.Next> due = engine.next();
    Optional<Instant> gone =
        deletion.get().filter(at -> due.filter(next -> !next.at().isAfter(at)).isEmpty());
    return gone.or(() -> due.filter(next -> !isHeldBack(next)).map(Scheduler.Next::at));
  }

  private void runUntil(Instant instant) {
    engine.runWhile(next -> !next.at().isAfter(instant) && !isHeldBack(next));
  }

  private boolean isHeldBack(Scheduler.Next next) {
    return isDeadline(next.phase()) && engine.tokens().anyAwaitedFromOutside();
  }

  private static boolean isDeadline(Phase phase) {
    return phase == Phase.TASK_DEADLINE || phase == Phase.EXECUTION_DEADLINE;
  }

  @Override
  public String standstill() {
    return engine.next().isPresent()
        ? "What is due next is a deadline, and time does not move there while a Task awaits a token or a worker."
            + " Answer it, by SendTaskSuccess or a worker's poll; or let the deadline pass: env.step(), env.advance(…)."
        : "Nothing is due, however much time passes. Answer the Task that waits, by SendTaskSuccess or a worker's"
            + " poll, or let a mock do so.";
  }

  @Override
  public int mostInVain() {
    return mostInVain;
  }
}

package io.stepunit.internal.engine;

import io.stepunit.internal.engine.state.StatesError;
import io.stepunit.internal.model.Catcher;
import io.stepunit.internal.model.ErrorHandlers;
import io.stepunit.internal.model.JitterStrategy;
import io.stepunit.internal.model.Retrier;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/** Selects the Retrier or Catcher for an error in one visit. */
public final class RetryPolicy {
  private static final double NANOS_PER_SECOND = 1e9;

  private final ErrorHandlers handlers;
  private final int[] retries;
  private int retryCount;

  /** The policy of a visit that has just begun. */
  RetryPolicy(ErrorHandlers handlers) {
    this(handlers, 0);
  }

  /**
   * The policy of a visit that has gone on for a while.
   *
   * @param retriesBefore how many retries each Retrier has had
   */
  public RetryPolicy(ErrorHandlers handlers, int retriesBefore) {
    this.handlers = handlers;
    this.retries = new int[handlers.retriers().size()];
    Arrays.fill(retries, retriesBefore);
    this.retryCount = retriesBefore;
  }

  /** How many retries there were in this visit. */
  int retryCount() {
    return retryCount;
  }

  /** The index of the first Retrier that matches, exhausted or not. */
  public OptionalInt retrierFor(StatesError error) {
    List<Retrier> retriers = handlers.retriers();
    for (int i = 0; i < retriers.size(); i++) {
      if (ErrorMatching.matches(retriers.get(i).errorEquals(), error)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /**
   * Counts a retry and gives the delay before it; empty if there is to be none. The first Retrier
   * that matches decides, also when it is exhausted.
   */
  public Optional<Duration> nextRetry(StatesError error, RandomGenerator jitter) {
    OptionalInt matching = retrierFor(error);
    if (matching.isEmpty()) {
      return Optional.empty();
    }
    int index = matching.getAsInt();
    Retrier retrier = handlers.retriers().get(index);
    if (retries[index] >= retrier.maxAttempts()) {
      return Optional.empty();
    }
    Duration delay = delay(retrier, retries[index], jitter);
    retries[index]++;
    retryCount++;
    return Optional.of(delay);
  }

  /** The index of the first Catcher that matches. */
  public OptionalInt catcherFor(StatesError error) {
    List<Catcher> catchers = handlers.catchers();
    for (int i = 0; i < catchers.size(); i++) {
      if (ErrorMatching.matches(catchers.get(i).errorEquals(), error)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  static Duration delay(Retrier retrier, int retriesBefore, RandomGenerator jitter) {
    double seconds =
        retrier.interval().toSeconds() * Math.pow(retrier.backoffRate(), retriesBefore);
    if (retrier.maxDelay().isPresent()) {
      seconds = Math.min(seconds, (double) retrier.maxDelay().get().toSeconds());
    }
    seconds = Math.min(seconds, Integer.MAX_VALUE);
    if (retrier.jitter() == JitterStrategy.FULL) {
      seconds *= jitter.nextDouble();
    }
    return Duration.ofNanos(Math.round(seconds * NANOS_PER_SECOND));
  }
}

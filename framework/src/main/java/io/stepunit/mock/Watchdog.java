package io.stepunit.mock;

import java.time.Duration;

/** Ends users' code that runs on the engine's thread for longer than a limit of real time. */
public final class Watchdog {
  /** The limit where the user sets none: 10 seconds. */
  public static final Duration DEFAULT_LIMIT = Duration.ofSeconds(10);

  /** @param limit real time, positive */
  public Watchdog(Duration limit) {
    
  }
}

package io.stepunit.internal.mock;

import java.time.Duration;

/**
 * The virtual time that an answer takes.
 *
 * @param shortest not negative
 * @param longest not shorter; the same for a time that is fixed
 */
record Delay(Duration shortest, Duration longest) {
  static Delay exactly(Duration duration) {
    return new Delay(duration, duration);
  }
}

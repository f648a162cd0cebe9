package io.stepunit.mock;

import java.time.Duration;

/**
 * The virtual time that an answer takes.
 *
 * @param shortest not negative
 * @param longest not shorter; the same for a time that is fixed
 */
record Taking(Duration shortest, Duration longest) {
  static Taking exactly(Duration duration) {
    return new Taking(duration, duration);
  }
}

package io.stepunit.internal.equivalence;

import io.stepunit.internal.json.JsonDifference;

/**
 * Something that the new machine did otherwise.
 *
 * @param about what it is about
 * @param where the place within that, for people: {@code output at /total}
 * @param original what the original did
 * @param now what the new machine did
 */
record CourseDifference(About about, String where, String original, String now) {
  /** What can differ; what is told first comes first. */
  enum About {
    OUTCOME,
    EFFECT,
    OUTPUT,
    DATA,
    PATH,
    TIME
  }

  static CourseDifference of(About about, String what, JsonDifference difference) {
    String at = difference.pointer().isEmpty() ? "" : " at " + difference.pointer();
    return new CourseDifference(
        about, what + at, difference.expectedText(), difference.foundText());
  }

  @Override
  public String toString() {
    return "%s:\n    original: %s\n    now:      %s".formatted(where, original, now);
  }
}

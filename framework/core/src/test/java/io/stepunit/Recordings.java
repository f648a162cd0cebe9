package io.stepunit;

import io.stepunit.internal.recording.RecordedCase;

/** Makes recordings out of what tests have read themselves. */
public final class Recordings {
  private Recordings() {}

  public static Recording of(RecordedCase recorded) {
    return new Recording(recorded);
  }
}

package io.stepunit.internal.assertj;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Formats durations: {@code 1h40m}, {@code 2.5s}. */
final class Durations {
  private Durations() {}

  static String text(Duration duration) {
    return duration.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
  }

  static String text(List<Duration> durations) {
    return durations.isEmpty()
        ? "none"
        : durations.stream().map(Durations::text).collect(Collectors.joining(", "));
  }
}

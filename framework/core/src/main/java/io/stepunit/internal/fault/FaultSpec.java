package io.stepunit.internal.fault;

import io.stepunit.Fault;
import io.stepunit.fault.FaultKind;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong.
 *
 * @param error the error name of kinds that fail as the test says; null where the kind has one of
 *     its own, or where the failure has none
 * @param cause the cause, null like the error
 * @param duration how much later, for kinds that delay
 */
record FaultSpec(
    FaultKind kind, @Nullable String error, @Nullable String cause, Duration duration) {
  static FaultSpec of(FaultKind kind) {
    return new FaultSpec(kind, null, null, Duration.ZERO);
  }

  /**
   * What a fault of a sweep does.
   *
   * @param cause the cause of an error that has none of its own
   */
  static FaultSpec of(Fault fault, String cause) {
    return fault
        .error()
        .map(name -> failure(fault.kind(), name, cause))
        .orElseGet(() -> of(fault.kind()));
  }

  static FaultSpec failure(FaultKind kind, @Nullable String error, @Nullable String cause) {
    return new FaultSpec(kind, error, cause, Duration.ZERO);
  }

  static FaultSpec delay(FaultKind kind, Duration duration) {
    return new FaultSpec(kind, null, null, duration);
  }

  /** Whether it keeps a call from being made. */
  boolean refuses() {
    return switch (kind) {
      case FAILS, THROTTLED, REFUSES_PERMISSION, TIMES_OUT -> true;
      default -> false;
    };
  }

  /** Whether it affects calls made with a task token. */
  boolean isOfTokens() {
    return switch (kind) {
      case DROPS_HEARTBEATS, LOSES_CALLBACK, DELAYS_CALLBACK, DUPLICATES_CALLBACK -> true;
      default -> false;
    };
  }

  /** The text in reports. */
  String text() {
    return switch (kind) {
      case FAILS -> "fails with " + error;
      case FAILS_AFTER_EFFECT -> "fails with " + error + " after the effect";
      case LATENCY, DELAYS_CALLBACK -> kind.text() + " by " + durationText();
      default -> kind.text();
    };
  }

  private String durationText() {
    return duration.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
  }

  /**
   * The order in which faults stand around a call, the outermost first: latency adds to whatever
   * comes, a refusal keeps the call from all that is further in.
   */
  int rank() {
    return switch (kind) {
      case LATENCY -> 0;
      case FAILS, THROTTLED, REFUSES_PERMISSION, TIMES_OUT -> 1;
      case FAILS_AFTER_EFFECT, LOSES_REPLY -> 2;
      case EXCEEDS_PAYLOAD, CORRUPTS_RESULT -> 3;
      case DROPS_HEARTBEATS, LOSES_CALLBACK, DELAYS_CALLBACK, DUPLICATES_CALLBACK -> 4;
    };
  }
}

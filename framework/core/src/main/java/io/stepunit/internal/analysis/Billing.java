package io.stepunit.internal.analysis;

import io.stepunit.BillingDetails;
import io.stepunit.internal.history.ExecutionRecord;
import java.time.Duration;

/** Computes the bill of an Express execution. */
public final class Billing {
  private static final long STEP_IN_MILLISECONDS = 100;
  private static final int CHUNK_IN_MB = 64;
  private static final int BASE_IN_MB = 50;
  private static final long BYTES_OF_MB = 1024L * 1024L;

  private Billing() {}

  /** Returns the billing details of an execution, so far if it is running. */
  public static BillingDetails of(ExecutionRecord execution) {
    long milliseconds = execution.description().duration().plusNanos(999_999).toMillis();
    long steps = Math.max(1, roundedUp(milliseconds, STEP_IN_MILLISECONDS));
    long megabytes = roundedUp(memoryBytes(execution), BYTES_OF_MB);
    return new BillingDetails(
        Duration.ofMillis(steps * STEP_IN_MILLISECONDS),
        Math.toIntExact(roundedUp(megabytes, CHUNK_IN_MB) * CHUNK_IN_MB));
  }

  /** How many bytes of memory an execution needs. */
  public static long memoryBytes(ExecutionRecord execution) {
    return bytes(BASE_IN_MB) + HeldData.peakBytes(execution.events());
  }

  /** Megabytes in bytes. */
  public static long bytes(long megabytes) {
    return megabytes * BYTES_OF_MB;
  }

  private static long roundedUp(long amount, long unit) {
    return (amount + unit - 1) / unit;
  }
}

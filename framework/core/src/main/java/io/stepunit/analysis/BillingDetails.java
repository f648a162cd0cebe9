package io.stepunit.analysis;

import io.stepunit.history.Execution;
import java.time.Duration;

/**
 * What AWS bills of an Express execution: the {@code billingDetails} in the answer of
 * StartSyncExecution.
 *
 * <p>The duration is rounded up to the next 100 milliseconds; what took no virtual time counts as
 * 100. The memory comes in chunks of 64 MB and is an estimate, as AWS tells what counts (the
 * definition, the payloads, Parallel and Map states) but not how: 50 MB for the execution itself,
 * and the bytes of the JSON texts that it holds at the moment when it holds most. These are its
 * input, and in each branch and iteration what the latest state was given, made or got. See "AWS
 * Step Functions pricing", Express Workflows.
 *
 * @param billedDuration a multiple of 100 milliseconds
 * @param billedMemoryUsedInMb a multiple of 64
 */
public record BillingDetails(Duration billedDuration, int billedMemoryUsedInMb) {
  private static final long STEP_IN_MILLISECONDS = 100;
  private static final int CHUNK_IN_MB = 64;
  private static final int BASE_IN_MB = 50;
  private static final long BYTES_OF_MB = 1024L * 1024L;

  /** The bill of an execution, up to now where it still runs. */
  public static BillingDetails of(Execution execution) {
    long milliseconds = roundedUp(execution.duration().toNanos(), 1_000_000);
    long steps = Math.max(1, roundedUp(milliseconds, STEP_IN_MILLISECONDS));
    long megabytes = BASE_IN_MB + roundedUp(HeldData.peakBytes(execution.events()), BYTES_OF_MB);
    return new BillingDetails(
        Duration.ofMillis(steps * STEP_IN_MILLISECONDS),
        Math.toIntExact(roundedUp(megabytes, CHUNK_IN_MB) * CHUNK_IN_MB));
  }

  private static long roundedUp(long amount, long unit) {
    return (amount + unit - 1) / unit;
  }
}

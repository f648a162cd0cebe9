package io.stepunit;

import java.time.Duration;

/**
 * The price-relevant figures of an Express execution: {@code billingDetails} in the answer of
 * StartSyncExecution.
 *
 * <p>The duration is rounded up to the next 100 milliseconds; an execution that took no virtual
 * time counts as 100. The memory comes in chunks of 64 MB and is an estimate, as AWS documents what
 * counts (the definition, the payloads, Parallel and Map states) but not how: 50 MB for the
 * execution itself, and the bytes of the JSON texts that it holds at the moment when it holds most.
 * These are its input, and in each branch and iteration the latest state's input, task input or
 * output. See "AWS Step Functions pricing", Express Workflows.
 *
 * <pre>{@code
 * BillingDetails bill = quote.startSync(Map.of("currency", "SEK")).billingDetails();
 * assertThat(bill.billedDuration()).isLessThanOrEqualTo(Duration.ofMillis(300));
 * }</pre>
 *
 * @param billedDuration a multiple of 100 milliseconds
 * @param billedMemoryUsedInMb a multiple of 64
 * @since 0.1.0
 */
public record BillingDetails(Duration billedDuration, int billedMemoryUsedInMb) {}

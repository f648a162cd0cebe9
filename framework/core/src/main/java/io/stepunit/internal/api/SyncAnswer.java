package io.stepunit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.BillingDetails;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.analysis.Billing;
import io.stepunit.internal.history.ExecutionRecord;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * The answer of StartSyncExecution for an ended execution, for any caller: the test, a client or a
 * Task.
 *
 * @param execution the execution
 * @param billingDetails what is billed
 */
public record SyncAnswer(ExecutionRecord execution, BillingDetails billingDetails) {
  /** The answer over an execution that has ended. */
  public static SyncAnswer of(ExecutionRecord execution) {
    return new SyncAnswer(execution, Billing.of(execution));
  }

  /** The error; {@code States.Timeout} of an execution that timed out. */
  public Optional<String> error() {
    return execution.status() == ExecutionStatus.TIMED_OUT
        ? Optional.of("States.Timeout")
        : execution.description().error();
  }

  /**
   * The answer with the members of the API reference; absent ones are left out.
   *
   * @param date how a time is written
   */
  public ObjectNode json(Function<Instant, String> date) {
    ObjectNode json = ServiceJson.told(execution, date);
    json.putObject("outputDetails").put("included", true);
    error().ifPresent(error -> json.put("error", error));
    json.putObject("billingDetails")
        .put("billedDurationInMilliseconds", billingDetails.billedDuration().toMillis())
        .put("billedMemoryUsedInMB", billingDetails.billedMemoryUsedInMb());
    return json;
  }
}

package io.stepunit;

import io.stepunit.internal.engine.limit.EngineLimits;
import java.util.function.UnaryOperator;

/**
 * A limit of AWS Step Functions that a test can lift.
 *
 * <pre>{@code
 * @StateMachineTest(value = "import.asl.json", withoutLimits = ServiceLimit.HISTORY_EVENTS)
 * }</pre>
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html">Step
 *     Functions service quotas</a>
 * @since 0.1.0
 */
public enum ServiceLimit {
  /** 25,000 events in the history of a Standard execution. */
  HISTORY_EVENTS(EngineLimits::withoutHistoryEvents),
  /** 262,144 bytes of an input, an output or one Assign; 10 MiB of all variables. */
  PAYLOAD_BYTES(EngineLimits::withoutPayloadBytes),
  /** 365 days of a Standard execution. */
  STANDARD_EXECUTION_TIME(EngineLimits::withoutStandardTime),
  /** 5 minutes of an Express execution. */
  EXPRESS_EXECUTION_TIME(EngineLimits::withoutExpressTime),
  /** 40 iterations of an inline Map at once. */
  INLINE_MAP_CONCURRENCY(EngineLimits::withoutInlineConcurrency);

  private final UnaryOperator<EngineLimits> lift;

  ServiceLimit(UnaryOperator<EngineLimits> lift) {
    this.lift = lift;
  }

  EngineLimits liftedFrom(EngineLimits limits) {
    return lift.apply(limits);
  }
}

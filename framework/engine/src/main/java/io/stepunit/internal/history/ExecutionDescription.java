package io.stepunit.internal.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.asl.WorkflowType;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.model.CompiledDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The response of {@code DescribeExecution}, with the environment's settings.
 *
 * @param definition the machine
 * @param arn the execution's ARN
 * @param name the execution's name
 * @param stateMachineArn the machine's ARN
 * @param type the machine's type
 * @param status the status
 * @param input the input
 * @param output present if it succeeded
 * @param error present if it failed or was stopped with one
 * @param cause like {@code error}
 * @param startedAt virtual time of the start
 * @param stoppedAt virtual time of the end; empty while it runs
 * @param redriveCount how often it was redriven
 * @param observedAt the virtual time at which this was read
 * @param seed the environment's seed
 * @since 0.1.0
 */
public record ExecutionDescription(
    CompiledDefinition definition,
    String arn,
    String name,
    String stateMachineArn,
    WorkflowType type,
    ExecutionStatus status,
    JsonNode input,
    Optional<JsonNode> output,
    Optional<String> error,
    Optional<String> cause,
    Instant startedAt,
    Optional<Instant> stoppedAt,
    int redriveCount,
    Instant observedAt,
    long seed) {
  /** Returns the virtual time from start to end, or so far if the execution is running. */
  public Duration duration() {
    return Duration.between(startedAt, stoppedAt.orElse(observedAt));
  }
}

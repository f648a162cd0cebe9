package io.stepunit.internal.history;

import io.stepunit.history.MapRunCounts;
import io.stepunit.history.MapRunStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * The response of {@code DescribeMapRun}.
 *
 * @param state the name of the Map state
 * @param arn the Map Run's ARN
 * @param executionArn the ARN of the execution that the Map is in
 * @param stateMachineArn what its child executions run: {@code …:stateMachine:NAME/LABEL}
 * @param status the status
 * @param startedAt virtual time of the start
 * @param stoppedAt virtual time of the end; empty while it runs
 * @param maxConcurrency {@code MaxConcurrency}; 2,147,483,647 where there is none
 * @param toleratedFailureCount {@code ToleratedFailureCount}; 0 where there is none
 * @param toleratedFailurePercentage {@code ToleratedFailurePercentage}; 0 where there is none
 * @param itemCounts how far it has come with its items
 * @param executionCounts how far it has come with its child executions
 * @param redriveCount how often it was redriven
 * @param redrivenAt virtual time of the last redrive; empty if there was none
 * @since 0.1.0
 */
public record MapRunDescription(
    String state,
    String arn,
    String executionArn,
    String stateMachineArn,
    MapRunStatus status,
    Instant startedAt,
    Optional<Instant> stoppedAt,
    int maxConcurrency,
    long toleratedFailureCount,
    double toleratedFailurePercentage,
    MapRunCounts itemCounts,
    MapRunCounts executionCounts,
    int redriveCount,
    Optional<Instant> redrivenAt) {}

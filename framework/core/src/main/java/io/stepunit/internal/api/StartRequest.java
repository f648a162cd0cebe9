package io.stepunit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.engine.ExecutionRun;
import io.stepunit.internal.engine.Part;
import io.stepunit.internal.spi.TaskDispatcher;
import java.util.Optional;

/**
 * The request that starts an execution.
 *
 * @param part what of the machine is to run
 * @param name the execution's name; empty to make one up
 * @param tasks who answers its Tasks
 * @param handDriven whether the test drives the execution by hand
 * @param synchronous whether the caller waits for the answer, by StartSyncExecution
 * @param traceHeader the X-Ray header that the caller sends
 * @param startedBy the execution whose Task starts it
 * @since 0.1.0
 */
public record StartRequest(
    Part part,
    Optional<String> name,
    JsonNode input,
    TaskDispatcher tasks,
    boolean handDriven,
    boolean synchronous,
    Optional<String> traceHeader,
    Optional<ExecutionRun> startedBy) {}

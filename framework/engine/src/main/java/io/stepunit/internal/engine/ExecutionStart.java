package io.stepunit.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.spi.TaskDispatcher;
import org.jspecify.annotations.Nullable;

/**
 * What an execution is started with.
 *
 * @param machine what runs
 * @param part what of it runs
 * @param dispatcher who answers its Tasks
 * @param handDriven whether the test drives the execution by hand
 * @param synchronous whether the caller waits for the answer, by StartSyncExecution
 * @param origin what a child execution of a Map Run comes from, null for any other execution
 * @param lineage what it shares with those that descend from the same start
 */
record ExecutionStart(
    SimulatedMachine machine,
    Part part,
    String name,
    String arn,
    JsonNode input,
    TaskDispatcher dispatcher,
    boolean handDriven,
    boolean synchronous,
    @Nullable ChildOrigin origin,
    Lineage lineage) {}

package io.stepunit.internal.api;

import io.stepunit.internal.engine.SimulatedMachine;
import io.stepunit.internal.spi.TaskDispatcher;
import java.time.Instant;

/**
 * A machine whose executions can be started.
 *
 * @param machine the machine
 * @param tasks who answers its Tasks
 * @param createdAt the virtual time of its registration
 */
public record RegisteredMachine(
    SimulatedMachine machine, TaskDispatcher tasks, Instant createdAt) {}

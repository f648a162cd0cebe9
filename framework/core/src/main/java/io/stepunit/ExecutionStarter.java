package io.stepunit;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.api.RegisteredMachine;
import io.stepunit.internal.api.StartRequest;
import io.stepunit.internal.api.Startable;
import io.stepunit.internal.engine.ExecutionRun;
import io.stepunit.internal.engine.Part;
import io.stepunit.internal.engine.limit.PayloadSize;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.spi.TaskDispatcher;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Starts executions of one machine, and refuses those that the service does not start. */
final class ExecutionStarter {
  private final Simulation simulation;
  private final RegisteredMachine machine;

  ExecutionStarter(Simulation simulation, RegisteredMachine machine) {
    this.simulation = simulation;
    this.machine = machine;
  }

  /** Begins an execution; a name that is null is made up. */
  ExecutionRun begin(
      Object input, Part part, @Nullable String name, TaskDispatcher tasks, boolean handDriven) {
    return begin(input, part, name, tasks, handDriven, false);
  }

  /**
   * Begins an execution whose caller waits for the answer; a name that is null is made up.
   *
   * @throws StepFunctionsException {@code StateMachineTypeNotSupported} if the machine is a
   *     Standard one
   */
  ExecutionRun beginSync(Object input, @Nullable String name, TaskDispatcher tasks) {
    if (machine.type() != WorkflowType.EXPRESS) {
      throw new StepFunctionsException(
          "StateMachineTypeNotSupported",
          "This operation is not supported by this type of state machine");
    }
    return begin(input, Part.whole(machine.machine()), name, tasks, false, true);
  }

  private ExecutionRun begin(
      Object input,
      Part part,
      @Nullable String name,
      TaskDispatcher tasks,
      boolean handDriven,
      boolean synchronous) {
    JsonNode json = simulation.json().read(input, "The input of '" + name() + "'");
    requireAccepted(json);
    simulation.api().requireStartable(machine.arn());
    Startable startable = machine.startable();
    return simulation
        .executions()
        .start(
            startable,
            new StartRequest(
                part,
                Optional.ofNullable(name),
                json,
                tasks,
                handDriven,
                synchronous,
                Optional.empty(),
                Optional.empty()));
  }

  private String name() {
    return machine.machine().name();
  }

  /** Begins an execution that has run, or runs, a second time under its name. */
  RunningExecution again(ExecutionRun first) {
    return new RunningExecution(simulation, simulation.engine().startAgain(first));
  }

  /** StartExecution refuses what is too large before there is an execution. */
  private void requireAccepted(JsonNode input) {
    int limit = simulation.settings().limits().payloadBytes();
    if (!PayloadSize.fits(input, limit)) {
      throw new IllegalArgumentException(
          "The input of '%s' has %s bytes, and StartExecution takes %s at most."
                  .formatted(name(), Json.size(input), limit)
              + " StepFunctionsEnvironment.builder().withoutLimits(ServiceLimit.PAYLOAD_BYTES) lifts the limit.");
    }
  }

  /** Executions of Express machines alone may run more than once. */
  void requireAtLeastOnce() {
    if (machine.type() != WorkflowType.EXPRESS) {
      throw new IllegalStateException(
          "'%s' is a Standard state machine: its executions run exactly once. Register it as WorkflowType.EXPRESS"
                  .formatted(name())
              + " if that is what it is deployed as.");
    }
  }
}

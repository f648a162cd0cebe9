package io.stepunit.internal.api;

import io.stepunit.api.StepFunctionsException;
import io.stepunit.internal.engine.Engine;
import io.stepunit.internal.engine.ExecutionRun;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The machines that are being deleted: each is there until its executions have ended, and some time
 * after; then neither it nor they can be found any more.
 */
final class Deletions {
  /** AWS takes 24 to 41 seconds where no execution runs. */
  private static final Duration TIME_TAKEN = Duration.ofSeconds(30);

  private final Engine engine;
  private final Machines machines;
  private final Executions executions;
  private final Map<String, Deletion> pending = new HashMap<>();

  private record Deletion(RegisteredMachine machine, Instant begun, List<ExecutionRun> runs) {
    boolean isDone(Instant now) {
      return end().filter(end -> !end.isAfter(now)).isPresent();
    }

    /** When it is done; empty as long as an execution runs. */
    Optional<Instant> end() {
      Instant last = begun;
      for (ExecutionRun run : runs) {
        Optional<Instant> end = run.stoppedAt();
        if (end.isEmpty()) {
          return Optional.empty();
        }
        last = end.get().isAfter(last) ? end.get() : last;
      }
      return Optional.of(last.plus(TIME_TAKEN));
    }
  }

  Deletions(Engine engine, Machines machines, Executions executions) {
    this.engine = engine;
    this.machines = machines;
    this.executions = executions;
  }

  /** Begins to delete a machine, unless that has begun or there is no such machine. */
  void begin(String arn) {
    machines
        .findExactly(arn)
        .filter(registered -> !isDeleting(registered))
        .ifPresent(
            registered -> {
              String machineArn = registered.arn();
              List<ExecutionRun> runs = executions.of(machineArn);
              runs.forEach(ExecutionRun::machineDeleted);
              pending.put(machineArn, new Deletion(registered, engine.clock().instant(), runs));
            });
  }

  /**
   * Checks that a machine is not being deleted.
   *
   * @throws StepFunctionsException {@code StateMachineDeleting}
   */
  RegisteredMachine requireActive(RegisteredMachine registered) {
    if (isDeleting(registered)) {
      throw new StepFunctionsException(
          "StateMachineDeleting", "State Machine is being deleted: '" + registered.arn() + "'");
    }
    return registered;
  }

  boolean isDeleting(RegisteredMachine registered) {
    return pending.containsKey(registered.arn());
  }

  /**
   * When the next machine is gone, of those none of whose executions runs; empty if there is none.
   */
  Optional<Instant> next() {
    return pending.values().stream()
        .map(Deletion::end)
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  /** Forgets the machines whose time has come by now, and their executions. */
  void finish() {
    if (pending.isEmpty()) {
      return;
    }
    Instant now = engine.clock().instant();
    for (Deletion deletion : List.copyOf(pending.values())) {
      if (deletion.isDone(now)) {
        pending.remove(deletion.machine().arn());
        machines.remove(deletion.machine());
        executions.forget(deletion.runs());
      }
    }
  }
}

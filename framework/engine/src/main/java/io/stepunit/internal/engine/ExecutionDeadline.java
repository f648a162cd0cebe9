package io.stepunit.internal.engine;

import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.time.Cancellation;
import io.stepunit.internal.time.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When the time of an execution is over: by its machine, or by the service. */
final class ExecutionDeadline {
  private final Engine engine;
  private final SimulatedMachine machine;
  private final boolean isChild;
  private @Nullable Cancellation scheduled;

  /**
   * @param isChild whether it is a child of a Map Run
   */
  ExecutionDeadline(Engine engine, SimulatedMachine machine, boolean isChild) {
    this.engine = engine;
    this.machine = machine;
    this.isChild = isChild;
  }

  /**
   * Begins the time; that of the machine anew with each redrive. A Standard child needs no limit of
   * its own: its parent, which is older, has the same.
   */
  void begin(Instant startedAt, Optional<Instant> redrivenAt, Runnable passed) {
    Duration limit = engine.settings().limits().executionTime(machine.type());
    Duration timeout = machine.definition().timeout().orElse(limit);
    boolean isOwn = timeout.compareTo(limit) < 0;
    boolean isReached = isOwn || machine.type() == WorkflowType.EXPRESS;
    if (isReached || !isChild) {
      scheduled =
          engine
              .scheduler()
              .schedule(
                  isOwn ? redrivenAt.orElse(startedAt).plus(timeout) : startedAt.plus(limit),
                  isReached ? Phase.EXECUTION_DEADLINE : Phase.SERVICE_LIMIT,
                  passed);
    }
  }

  void cancel() {
    if (scheduled != null) {
      scheduled.cancel();
    }
  }
}

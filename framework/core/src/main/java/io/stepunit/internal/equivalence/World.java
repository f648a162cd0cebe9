package io.stepunit.internal.equivalence;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.bucket.Buckets;
import io.stepunit.internal.budget.Interrupts;
import io.stepunit.internal.engine.Engine;
import io.stepunit.internal.engine.EngineSettings;
import io.stepunit.internal.engine.ExecutionRun;
import io.stepunit.internal.engine.Part;
import io.stepunit.internal.engine.SimulatedMachine;
import io.stepunit.internal.engine.limit.EngineLimits;
import io.stepunit.internal.explore.ReadObject;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.spi.TaskDispatcher;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Runs executions, each with a clock, buckets and made-up ids that are as those of all others. */
final class World {
  /** A loop that goes on for longer says nothing new. */
  private static final int EVENTS = 5_000;

  private final EngineSettings settings;
  private final Instant start;
  private final Buckets buckets;

  /**
   * @param environment the settings of the original's environment
   * @param buckets its buckets
   */
  World(EngineSettings environment, Instant start, Buckets buckets) {
    EngineLimits limits = environment.limits();
    this.settings =
        new EngineSettings(
            environment.region(),
            environment.accountId(),
            environment.seed(),
            new EngineLimits(
                EVENTS,
                limits.payloadBytes(),
                limits.variablesBytes(),
                limits.standardTime(),
                limits.expressTime(),
                limits.inlineConcurrency()),
            environment.childRetention(),
            environment.budgets());
    this.start = start;
    this.buckets = buckets;
  }

  /**
   * Runs an execution until it ends or waits for ever.
   *
   * @return empty if it is too long to be compared
   */
  Optional<ExecutionRecord> run(
      SimulatedMachine machine,
      String name,
      JsonNode input,
      List<ReadObject> objects,
      TaskDispatcher tasks) {
    Interrupts.check();
    Engine engine = new Engine(settings, start);
    objects.forEach(
        object -> engine.buckets().bucket(object.bucket()).put(object.key(), object.content()));
    engine.buckets().copyAll(buckets);
    ExecutionRun run =
        engine.start(machine, Part.whole(machine), name, input, tasks, false, false, null);
    engine.runUntil(run::isEnded);
    ExecutionRecord execution = run.snapshot();
    return execution.events().size() < EVENTS ? Optional.of(execution) : Optional.empty();
  }
}

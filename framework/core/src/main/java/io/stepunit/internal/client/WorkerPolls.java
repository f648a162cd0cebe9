package io.stepunit.internal.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.StuckExecutionError;
import io.stepunit.internal.api.SimulatedApi;
import io.stepunit.internal.engine.Engine;
import io.stepunit.internal.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Answers workers who ask for a task of an activity. GetActivityTask waits for one: in virtual time
 * where the test's own thread asks, since nobody else would bring one; in real time where another
 * thread does, since a worker with nothing to do is no reason for time to pass.
 */
final class WorkerPolls {
  /** As long as GetActivityTask waits on AWS. */
  private static final Duration VIRTUAL = Duration.ofSeconds(60);

  /** Short, as workers look at their flags in between. */
  private static final Duration REAL = Duration.ofSeconds(1);

  private final Engine engine;
  private final SimulatedApi api;
  private final EnvironmentLock lock;
  private final Pace pace;
  private int fruitless;

  WorkerPolls(Engine engine, SimulatedApi api, EnvironmentLock lock, Pace pace) {
    this.engine = engine;
    this.api = api;
    this.lock = lock;
    this.pace = pace;
  }

  /**
   * Answers a call.
   *
   * @throws StuckExecutionError if none came too many times in a row, and none can come
   */
  JsonNode answer(JsonNode request) {
    pace.runPresent();
    Optional<JsonNode> task = take(request).or(() -> await(request));
    if (task.isEmpty()) {
      return Json.NODES.objectNode();
    }
    fruitless = 0;
    pace.runPresent();
    lock.changed();
    return task.get();
  }

  private Optional<JsonNode> take(JsonNode request) {
    return Optional.<JsonNode>of(api.takeTask(request)).filter(task -> !task.isEmpty());
  }

  private Optional<JsonNode> await(JsonNode request) {
    return engine.isInEvent() || lock.isTestThread() && !pace.isReal()
        ? inVirtualTime(request)
        : lock.letOthers(() -> take(request), REAL);
  }

  private Optional<JsonNode> inVirtualTime(JsonNode request) {
    Instant end = engine.clock().instant().plus(VIRTUAL);
    Optional<Instant> next = pace.next();
    if (next.isEmpty()) {
      return atStandstill(request);
    }
    Optional<JsonNode> task = Optional.empty();
    while (task.isEmpty() && next.isPresent() && !next.get().isAfter(end)) {
      pace.moveOn();
      lock.changed();
      task = take(request);
      next = pace.next();
    }
    if (task.isEmpty() && next.isPresent()) {
      engine.advanceTo(end);
    }
    return task;
  }

  private Optional<JsonNode> atStandstill(JsonNode request) {
    fruitless++;
    if (fruitless >= pace.mostInVain()) {
      throw new Standstill(engine, pace).error("GetActivityTask", fruitless);
    }
    return fruitless > Polls.AT_ONCE && !engine.isInEvent()
        ? lock.letOthers(() -> take(request), Polls.FOR_OTHERS)
        : Optional.empty();
  }
}

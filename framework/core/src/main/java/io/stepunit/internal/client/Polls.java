package io.stepunit.internal.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.StuckExecutionError;
import io.stepunit.internal.api.SimulatedApi;
import io.stepunit.internal.engine.Engine;
import io.stepunit.internal.engine.ExecutionRun;
import java.time.Duration;
import java.util.Optional;

/**
 * Answers those who look how far something has come. The first look tells the present; who asks
 * again and would be told the same is told what comes next.
 */
final class Polls {
  /** A program that looks now and then is never held up. */
  static final int AT_ONCE = 10;

  /** Real time for other threads to do something about it. */
  static final Duration FOR_OTHERS = Duration.ofMillis(50);

  private final Engine engine;
  private final SimulatedApi api;
  private final EnvironmentLock lock;
  private final Pace pace;
  private final PolledWork work;
  private final PollLog log = new PollLog();

  Polls(Engine engine, SimulatedApi api, EnvironmentLock lock, Pace pace, PolledWork work) {
    this.engine = engine;
    this.api = api;
    this.lock = lock;
    this.pace = pace;
    this.work = work;
  }

  /**
   * Answers a call.
   *
   * @throws StuckExecutionError if the same was told too many times in a row
   */
  JsonNode answer(PollLog.Question question) {
    pace.runPresent();
    JsonNode answer = ask(question);
    if (!work.runs(question, answer)) {
      log.forget(question);
      return answer;
    }
    requireGoingOn(question);
    if (!log.isTold(question, answer)) {
      return tell(question, answer);
    }
    if (pace.moveOn()) {
      lock.changed();
      return tell(question, ask(question));
    }
    return unchanged(question, answer);
  }

  private JsonNode ask(PollLog.Question question) {
    return api.answer(question.operation(), question.request());
  }

  private JsonNode tell(PollLog.Question question, JsonNode answer) {
    log.tell(question, answer);
    return answer;
  }

  private void requireGoingOn(PollLog.Question question) {
    ExecutionRun run = work.execution(question.request()).orElse(null);
    Throwable reason = run == null ? null : run.abandonedBy();
    if (run != null && reason != null) {
      throw Standstill.abandoned(run, reason);
    }
  }

  private JsonNode unchanged(PollLog.Question question, JsonNode answer) {
    int again = log.tellAgain(question, answer);
    Optional<JsonNode> other =
        again > AT_ONCE && !engine.isInEvent() ? ofOthers(question, answer) : Optional.empty();
    if (other.isPresent()) {
      return tell(question, other.get());
    }
    if (again >= pace.mostInVain()) {
      throw new Standstill(engine, pace).error(question.operation(), again);
    }
    return answer;
  }

  /** The answer when another thread has changed it; empty if none does. */
  private Optional<JsonNode> ofOthers(PollLog.Question question, JsonNode answer) {
    return lock.letOthers(
        () -> {
          pace.runPresent();
          return Optional.of(ask(question)).filter(now -> !now.equals(answer));
        },
        FOR_OTHERS);
  }
}

package io.stepunit.internal.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.ClientTime;
import io.stepunit.StuckExecutionError;
import io.stepunit.budget.InterruptedWorkError;
import io.stepunit.internal.api.Executions;
import io.stepunit.internal.api.SimulatedApi;
import io.stepunit.internal.engine.Engine;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The one way into an environment for calls from outside, whether an SDK client of this process
 * makes them or a socket brings them: one thread at a time, and with what a call does to virtual
 * time.
 *
 * <p>Start, send, stop and all other calls that change something happen at the present instant and
 * move nothing. Those that look how far something has come are {@link Polls}, and those of workers
 * who look for a task {@link WorkerPolls}.
 */
public final class ClientCalls {
  private static final String WORKER_POLL = "GetActivityTask";

  private final SimulatedApi api;
  private final EnvironmentLock lock;
  private final Pace pace;
  private final Polls polls;
  private final WorkerPolls workers;
  private boolean closed;

  /**
   * @param faults is told what of the test is wrong where time passes and nobody calls
   */
  public ClientCalls(
      Engine engine,
      SimulatedApi api,
      Executions executions,
      EnvironmentLock lock,
      ClientTime time,
      Consumer<AssertionError> faults) {
    this.api = api;
    this.lock = lock;
    this.pace = pace(engine, api, time, lock, faults);
    this.polls = new Polls(engine, api, lock, pace, new PolledWork(engine, executions));
    this.workers = new WorkerPolls(engine, api, lock, pace);
  }

  private static Pace pace(
      Engine engine,
      SimulatedApi api,
      ClientTime time,
      EnvironmentLock lock,
      Consumer<AssertionError> faults) {
    if (time instanceof ClientTime.Real real) {
      return new RealPace(engine, lock, real.scale(), faults);
    }
    return time instanceof ClientTime.OnPoll polled
        ? new OnPollPace(engine, api::nextDeletion, polled.pollsInVain())
        : new ByHandPace(engine, lock);
  }

  /**
   * Whether there is an operation.
   *
   * @param operation its name: {@code StartExecution}
   */
  public boolean knows(String operation) {
    return api.knows(operation);
  }

  /**
   * Makes a call.
   *
   * @param operation its name: {@code StartExecution}
   * @param request its members, in camel case
   * @return the answer's members, in camel case; times are ISO-8601 text
   * @throws io.stepunit.api.StepFunctionsException if the service refuses the call
   * @throws StuckExecutionError if the caller would be told the same for ever
   * @throws InterruptedWorkError if the thread is interrupted, or the test has ended
   * @throws AssertionError if a Task has no mock, or a mock's answer is broken
   * @throws IllegalArgumentException if there is no such operation
   */
  public JsonNode call(String operation, JsonNode request) {
    return lock.forClient(operation, () -> answer(operation, request));
  }

  /**
   * Does something else for a caller from outside while no other thread is in the environment.
   *
   * @param what for messages: {@code advance}
   */
  public <T> T alone(String what, Supplier<T> work) {
    return lock.forClient(
        what,
        () -> {
          pace.runPresent();
          T result = work.get();
          lock.changed();
          return result;
        });
  }

  /**
   * The test has ended. Threads that it has left behind are refused, and real time stands still.
   */
  public void close() {
    lock.forTest(
        () -> {
          closed = true;
          pace.end();
        });
  }

  private JsonNode answer(String operation, JsonNode request) {
    if (closed && !lock.isTestThread()) {
      throw new InterruptedWorkError(
          "%s comes too late: the test that the environment belongs to has ended. End the thread '%s' with the test."
              .formatted(operation, Thread.currentThread().getName()));
    }
    if (operation.equals(WORKER_POLL)) {
      return workers.answer(request);
    }
    if (PolledWork.isLookedAtBy(operation)) {
      return polls.answer(new PollLog.Question(operation, request));
    }
    pace.runPresent();
    JsonNode answer = api.answer(operation, request);
    pace.runPresent();
    lock.changed();
    return answer;
  }
}

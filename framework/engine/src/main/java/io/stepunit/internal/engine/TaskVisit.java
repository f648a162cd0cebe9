package io.stepunit.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.engine.service.TaskEvents;
import io.stepunit.internal.engine.state.Outcome;
import io.stepunit.internal.engine.state.StatesError;
import io.stepunit.internal.engine.task.AttemptOwner;
import io.stepunit.internal.history.Decision;
import io.stepunit.internal.model.TaskState;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.spi.TaskDispatcher;
import io.stepunit.internal.time.Cancellation;
import io.stepunit.internal.time.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The visit of a Task state, as its attempts see it. */
record TaskVisit(Visit visit, TaskState state) implements AttemptOwner {
  @Override
  public TaskDispatcher dispatcher() {
    return visit.branch().run().dispatcher();
  }

  @Override
  public AttemptRequest request(JsonNode input, boolean hasToken) {
    ExecutionRun run = visit.branch().run();
    return new AttemptRequest(
        run.name(),
        run.arn(),
        run.top().arn(),
        run.machine().arn(),
        visit.ref(),
        state.resource(),
        input,
        visit.retryCount() + 1,
        run.top().nextInvocation(state.name()),
        hasToken ? Optional.of(token()) : Optional.empty(),
        run.handDriven(),
        visit.engine().clock());
  }

  @Override
  public String token() {
    return visit.token();
  }

  @Override
  public void record(TaskEvents.Event event) {
    visit.branch().record(event.type(), event.details(), visit.ref());
  }

  @Override
  public void noteFaults(List<String> faults) {
    faults.forEach(fault -> visit.branch().run().noteFault(visit.ref(), fault));
  }

  @Override
  public void heartbeatCame() {
    visit
        .branch()
        .run()
        .decided(
            new Decision.HeartbeatCame(
                visit.ref(), visit.branch().lastEventId(), visit.engine().clock().instant()));
  }

  @Override
  public void succeeded(JsonNode result) {
    visit.resume(new Outcome.Result(result));
  }

  @Override
  public void failed(StatesError error) {
    visit.failed(error);
  }

  @Override
  public Cancellation schedule(Duration delay, Phase phase, Runnable action) {
    Engine engine = visit.engine();
    Branch branch = visit.branch();
    return engine
        .scheduler()
        .schedule(engine.clock().instant().plus(delay), phase, branch, branch.guarded(action));
  }

  @Override
  public void run(Runnable action) {
    visit.branch().guarded(action).run();
  }
}

package io.stepunit.internal.engine;

import io.stepunit.history.EventDetails;
import io.stepunit.history.EventType;
import io.stepunit.internal.engine.state.StatesError;
import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.model.Catcher;
import io.stepunit.internal.model.DataFlow;
import io.stepunit.internal.model.ErrorHandlers;
import io.stepunit.internal.model.StateType;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** What becomes of the errors of one visit: a retry, a Catcher, or the failure of its branch. */
final class ErrorHandling {
  private final Visit visit;
  private final Branch branch;
  private final ErrorHandlers handlers;
  private final RetryPolicy retries;

  ErrorHandling(Visit visit) {
    this.visit = visit;
    this.branch = visit.branch();
    this.handlers = visit.state().errorHandlers();
    this.retries = new RetryPolicy(handlers);
  }

  /** How many retries there were in this visit. */
  int retryCount() {
    return retries.retryCount();
  }

  /** An expression of the state could not be evaluated. */
  void evaluationFailed(EvaluationException e) {
    failed(recorded(e));
  }

  /** A JSONata expression that fails has an event of its own, JSONPath has none. */
  private StatesError recorded(EvaluationException e) {
    String state = visit.state().name();
    StatesError error = StatesError.of(e).whileExecuting(state, visit.enteredEventId());
    if (error.kind() != StatesError.Kind.FATAL) {
      branch.record(
          EventType.EVALUATION_FAILED,
          new EventDetails.EvaluationFailed(
              state, e.error(), String.valueOf(error.cause()), e.location().orElse(null)),
          visit.ref());
    }
    return error;
  }

  /** The state has failed, by its branch's last event. */
  void failed(StatesError error) {
    visit.releaseAttempt();
    if (error.kind() == StatesError.Kind.FATAL) {
      branch.failExecution(error);
      return;
    }
    Optional<Duration> delay = retries.nextRetry(error, visit.engine().randomness().jitter());
    if (delay.isPresent()) {
      visit.retryAfter(delay.get());
      return;
    }
    long failureEventId = branch.lastEventId();
    recordStateFailed();
    OptionalInt catcher = retries.catcherFor(error);
    if (catcher.isEmpty()) {
      branch.fail(error);
    } else {
      caught(catcher.getAsInt(), error, failureEventId);
    }
  }

  private void recordStateFailed() {
    StateType type = visit.state().type();
    if (type == StateType.MAP) {
      branch.record(EventType.MAP_STATE_FAILED, EventDetails.None.INSTANCE, visit.ref());
    } else if (type == StateType.PARALLEL) {
      branch.record(EventType.PARALLEL_STATE_FAILED, EventDetails.None.INSTANCE, visit.ref());
    }
  }

  private void caught(int index, StatesError error, long failureEventId) {
    Catcher catcher = handlers.catchers().get(index);
    try {
      DataFlow.Exit exit = catcher.dataFlow().exit(visit.frame(), error.toErrorOutput());
      visit.leaveByCatcher(catcher.next(), exit, index);
    } catch (EvaluationException e) {
      catcherFailed(e, failureEventId);
    }
  }

  /** The Catcher's own fields have failed: nothing catches that, and the state fails once more. */
  private void catcherFailed(EvaluationException e, long failureEventId) {
    branch.continueFrom(failureEventId);
    StatesError error = recorded(e);
    if (error.kind() == StatesError.Kind.FATAL) {
      branch.failExecution(error);
    } else {
      recordStateFailed();
      branch.fail(error);
    }
  }
}

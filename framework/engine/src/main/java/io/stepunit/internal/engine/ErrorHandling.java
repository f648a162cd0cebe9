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

/** What becomes of the errors of one visit: a retry, a Catcher, or the failure of its line. */
final class ErrorHandling {
  private static final int NO_CATCHER = -1;

  private final Visit visit;
  private final Strand strand;
  private final ErrorHandlers handlers;
  private final RetryPolicy retries;

  ErrorHandling(Visit visit) {
    this.visit = visit;
    this.strand = visit.strand();
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
      strand.record(
          EventType.EVALUATION_FAILED,
          new EventDetails.EvaluationFailed(
              state, e.error(), String.valueOf(error.cause()), e.location().orElse(null)),
          visit.ref());
    }
    return error;
  }

  /** The state has failed, by its line's last event. */
  void failed(StatesError error) {
    visit.releaseAttempt();
    if (error.kind() == StatesError.Kind.FATAL) {
      strand.failExecution(error);
      return;
    }
    Duration delay = retries.nextRetry(error, visit.engine().randomness().jitter());
    if (delay != null) {
      visit.retryAfter(delay);
      return;
    }
    long failureEventId = strand.lastEventId();
    recordStateFailed();
    int catcher = retries.catcherFor(error);
    if (catcher == NO_CATCHER) {
      strand.fail(error);
    } else {
      caught(catcher, error, failureEventId);
    }
  }

  private void recordStateFailed() {
    StateType type = visit.state().type();
    if (type == StateType.MAP) {
      strand.record(EventType.MAP_STATE_FAILED, EventDetails.None.INSTANCE, visit.ref());
    } else if (type == StateType.PARALLEL) {
      strand.record(EventType.PARALLEL_STATE_FAILED, EventDetails.None.INSTANCE, visit.ref());
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
    strand.continueFrom(failureEventId);
    StatesError error = recorded(e);
    if (error.kind() == StatesError.Kind.FATAL) {
      strand.failExecution(error);
    } else {
      recordStateFailed();
      strand.fail(error);
    }
  }
}

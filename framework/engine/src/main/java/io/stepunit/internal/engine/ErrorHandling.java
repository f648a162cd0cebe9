package io.stepunit.internal.engine;

import io.stepunit.history.EventDetails;
import io.stepunit.history.EventType;
import io.stepunit.internal.engine.state.StatesError;
import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.history.Decision;
import io.stepunit.internal.model.Catcher;
import io.stepunit.internal.model.DataFlow;
import io.stepunit.internal.model.ErrorHandlers;
import io.stepunit.internal.model.QueryLanguage;
import io.stepunit.internal.model.StateType;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Handles the errors of one visit: by a retry, a Catcher, or the failure of its branch. */
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
    visit.explain(e.explanation());
    StatesError bare = StatesError.of(e);
    StatesError error =
        e.namesState() ? bare.whileExecuting(visit.state().name(), visit.enteredEventId()) : bare;
    if (error.kind() != StatesError.Kind.FATAL) {
      recordEvaluationFailed(error, e.location().orElse(null));
    }
    return error;
  }

  private void recordEvaluationFailed(StatesError error, @Nullable String location) {
    branch.record(
        EventType.EVALUATION_FAILED,
        new EventDetails.EvaluationFailed(
            visit.state().name(),
            String.valueOf(error.name()),
            String.valueOf(error.cause()),
            location),
        visit.ref());
  }

  /**
   * The values of an {@code Assign} are refused, which ends the execution.
   *
   * @param catcher the index of the Catcher that assigns, empty for the state
   */
  void assignmentRefused(StatesError error, OptionalInt catcher) {
    if (visit.state().language() == QueryLanguage.JSONATA) {
      String location = catcher.isPresent() ? "Catch[" + catcher.getAsInt() + "]/Assign" : "Assign";
      recordEvaluationFailed(error, location);
    }
    branch.failExecution(error);
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
      keep(error, true, OptionalInt.empty());
      visit.retryAfter(delay.get());
      return;
    }
    OptionalInt catcher = retries.catcherFor(error);
    keep(error, false, catcher);
    long failureEventId = branch.lastEventId();
    recordStateFailed();
    if (catcher.isEmpty()) {
      branch.fail(error);
    } else {
      caught(catcher.getAsInt(), error, failureEventId);
    }
  }

  private void keep(StatesError error, boolean retried, OptionalInt catcher) {
    branch
        .run()
        .decided(
            new Decision.ErrorMatched(
                visit.ref(),
                branch.lastEventId(),
                retries.retrierFor(error).orElse(Decision.NONE),
                retried,
                catcher.orElse(Decision.NONE),
                error.kind() == StatesError.Kind.HEARTBEAT));
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

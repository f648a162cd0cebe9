package io.stepunit.internal.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.history.Attempt;
import io.stepunit.history.EventDetails;
import io.stepunit.history.EventDetails.ActivityScheduled;
import io.stepunit.history.EventDetails.EvaluationFailed;
import io.stepunit.history.EventDetails.LambdaFunctionScheduled;
import io.stepunit.history.EventDetails.TaskScheduled;
import io.stepunit.history.EventType;
import io.stepunit.internal.history.EventIndex.ErrorAndCause;
import io.stepunit.internal.model.MapState;
import io.stepunit.internal.model.ParallelState;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.TaskState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the attempts of one visit from its events.
 *
 * <p>The history has no event for "attempt": one begins with the event that schedules or starts the
 * work, or, where an expression fails before that, with the failure itself.
 */
final class Attempts {
  private final EventIndex index;
  private final List<Attempt> attempts = new ArrayList<>();
  private final List<EventRecord> begins = new ArrayList<>();

  private Attempts(EventIndex index) {
    this.index = index;
  }

  static Attempts of(VisitRef visit, List<EventRecord> events, EventIndex index) {
    Attempts attempts = new Attempts(index);
    if (hasAttempts(visit.state())) {
      events.forEach(attempts::read);
      index.executionFailedIn(visit).ifPresent(attempts::executionFailed);
    }
    return attempts;
  }

  /** The attempts, in order. */
  List<Attempt> all() {
    return List.copyOf(attempts);
  }

  /** The event that each attempt begins with. */
  List<EventRecord> begins() {
    return List.copyOf(begins);
  }

  /** Whether visits of a state consist of attempts. */
  static boolean hasAttempts(State state) {
    return state instanceof TaskState
        || state instanceof ParallelState
        || state instanceof MapState;
  }

  /** Whether an event begins an attempt. */
  static boolean begins(EventType type) {
    return switch (type) {
      case LAMBDA_FUNCTION_SCHEDULED,
          TASK_SCHEDULED,
          ACTIVITY_SCHEDULED,
          MAP_STATE_STARTED,
          PARALLEL_STATE_STARTED ->
          true;
      default -> false;
    };
  }

  /** Whether an event ends an attempt by success. */
  static boolean succeeds(EventType type) {
    return switch (type) {
      case LAMBDA_FUNCTION_SUCCEEDED,
          TASK_SUCCEEDED,
          ACTIVITY_SUCCEEDED,
          MAP_STATE_SUCCEEDED,
          PARALLEL_STATE_SUCCEEDED ->
          true;
      default -> false;
    };
  }

  /** Whether an event ends an attempt by failure. */
  static boolean fails(EventType type) {
    return switch (type) {
      case LAMBDA_FUNCTION_FAILED,
          LAMBDA_FUNCTION_SCHEDULE_FAILED,
          LAMBDA_FUNCTION_START_FAILED,
          LAMBDA_FUNCTION_TIMED_OUT,
          TASK_FAILED,
          TASK_START_FAILED,
          TASK_SUBMIT_FAILED,
          TASK_TIMED_OUT,
          ACTIVITY_FAILED,
          ACTIVITY_SCHEDULE_FAILED,
          ACTIVITY_TIMED_OUT,
          MAP_STATE_FAILED,
          PARALLEL_STATE_FAILED ->
          true;
      default -> false;
    };
  }

  private void read(EventRecord event) {
    if (begins(event.type())) {
      closeBeforeRetry(event);
      begin(event, input(event.details()));
    } else if (succeeds(event.type())) {
      end(event.timestamp(), false, ErrorAndCause.NONE);
    } else if (fails(event.type())) {
      if (isOpen()) {
        fail(event);
      }
    } else if (event.details() instanceof EvaluationFailed failed) {
      evaluationFailed(event, failed);
    }
  }

  /** A Parallel or Map that is tried again has no failure event of its own in between. */
  private void closeBeforeRetry(EventRecord retry) {
    EventRecord failure = isOpen() ? index.previous(retry) : null;
    if (failure != null) {
      fail(failure);
    }
  }

  private void evaluationFailed(EventRecord event, EvaluationFailed failed) {
    if (isOfCatcher(failed)) {
      return;
    }
    if (attempts.isEmpty() || last().failed()) {
      begin(event, Optional.empty());
    }
    fail(event);
  }

  /** Whether it was a Catcher's own expression that failed, after the attempt had failed. */
  static boolean isOfCatcher(EvaluationFailed failed) {
    String location = failed.location();
    return location != null && location.startsWith("Catch[");
  }

  /** The last attempt failed by something that has no event of its own, such as a bad path. */
  private void executionFailed(EventRecord event) {
    if (attempts.isEmpty()) {
      begin(event, Optional.empty());
    }
    boolean known = last().failed() && (last().error().isPresent() || last().cause().isPresent());
    if (!known) {
      end(last().endedAt().orElse(event.timestamp()), true, index.error(event));
    }
  }

  private void begin(EventRecord event, Optional<JsonNode> input) {
    begins.add(event);
    attempts.add(
        new Attempt(
            attempts.size() + 1,
            event.timestamp(),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty(),
            input));
  }

  private void fail(EventRecord event) {
    end(event.timestamp(), true, index.error(event));
  }

  private void end(Instant at, boolean failed, ErrorAndCause error) {
    if (attempts.isEmpty()) {
      return;
    }
    Attempt last = last();
    attempts.set(
        attempts.size() - 1,
        new Attempt(
            last.number(),
            last.startedAt(),
            Optional.of(at),
            failed,
            error.name(),
            error.cause(),
            last.input()));
  }

  private boolean isOpen() {
    return !attempts.isEmpty() && last().endedAt().isEmpty();
  }

  private Attempt last() {
    return attempts.get(attempts.size() - 1);
  }

  private static Optional<JsonNode> input(EventDetails details) {
    @Nullable JsonNode input = null;
    if (details instanceof LambdaFunctionScheduled scheduled) {
      input = scheduled.input();
    } else if (details instanceof ActivityScheduled scheduled) {
      input = scheduled.input();
    } else if (details instanceof TaskScheduled scheduled) {
      input = scheduled.parameters();
    }
    return Optional.ofNullable(input);
  }
}

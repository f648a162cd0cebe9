package io.stepunit.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.history.EventDetails;
import io.stepunit.history.EventType;
import io.stepunit.history.VisitRef;
import io.stepunit.internal.engine.state.MapItem;
import io.stepunit.internal.engine.state.StatesError;
import io.stepunit.internal.engine.state.Variables;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.StateGraph;
import io.stepunit.internal.model.StateType;
import io.stepunit.internal.model.Transition;
import io.stepunit.internal.time.Cancellation;
import io.stepunit.internal.time.Phase;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of states that follow each other: an execution's own, a branch's, or an iteration's.
 *
 * <p>Knows the last event of the line, which is what the next one points back to.
 */
final class Strand {
  private final ExecutionRun run;
  private final StateGraph graph;
  private final @Nullable Join join;
  private final int index;
  private final @Nullable MapItem mapItem;

  private Variables variables;
  private long lastEventId;
  private @Nullable Visit visit;
  private @Nullable Cancellation next;
  private @Nullable StopPoint upcoming;
  private @Nullable StopPoint stop;
  private boolean open = true;

  /**
   * @param join what the line's end is told to, null for an execution's own line
   * @param index the branch, iteration or child of a Map Run, 0-based, -1 for any other execution's
   *     own line
   * @param mapItem the item of the innermost iteration around the line
   */
  Strand(
      ExecutionRun run,
      StateGraph graph,
      @Nullable Join join,
      int index,
      @Nullable MapItem mapItem,
      Variables variables) {
    this.run = run;
    this.graph = graph;
    this.join = join;
    this.index = index;
    this.mapItem = mapItem;
    this.variables = variables;
  }

  /** Goes to the first state. */
  void start(JsonNode input, long previousEventId) {
    lastEventId = previousEventId;
    goTo(graph.startAt(), input);
  }

  private void goTo(String state, JsonNode input) {
    State target = graph.state(state);
    upcoming = new StopPoint.Before(target, input, variables);
    later(run.engine().clock().instant(), Phase.START, () -> enter(target, input));
  }

  /** Goes on where a line like this one was closed. */
  void resume(StopPoint from, long previousEventId) {
    lastEventId = previousEventId;
    variables = from.variables();
    upcoming = from;
    Instant now = run.engine().clock().instant();
    if (from instanceof StopPoint.Within within
        && within.visit().state().type() != StateType.FAIL) {
      later(now, Phase.START, () -> redrive(within.visit()));
    } else if (from instanceof StopPoint.Within within) {
      later(now, Phase.START, () -> enter(within.visit().state(), within.visit().input()));
    } else {
      StopPoint.Before before = (StopPoint.Before) from;
      later(now, Phase.START, () -> enter(before.state(), before.input()));
    }
  }

  private void redrive(Visit former) {
    Visit again = new Visit(this, former);
    visit = again;
    upcoming = null;
    again.redrive();
  }

  private void enter(State state, JsonNode input) {
    upcoming = null;
    Visit entered = new Visit(this, state, input);
    visit = entered;
    entered.enter();
  }

  /** Leaves the present state for what follows it. */
  void follow(Transition transition, JsonNode output) {
    Visit left = visit;
    visit = null;
    boolean isLast = left != null && run.endsAfter(left.state());
    if (transition instanceof Transition.Next to && !isLast) {
      goTo(to.state(), output);
    } else if (join == null) {
      run.succeed(output, lastEventId);
    } else {
      open = false;
      join.succeeded(this, output);
    }
  }

  /** The line has failed and nothing in it handles the error. */
  void fail(StatesError error) {
    if (join == null) {
      run.fail(error, lastEventId);
    } else {
      join.failed(this, error, lastEventId);
    }
  }

  /** The error ends the whole execution, whatever is around this line. */
  void failExecution(StatesError error) {
    run.fail(error, lastEventId);
  }

  /** Schedules what this line does next; called off when the line is closed. */
  void later(Instant at, Phase phase, Runnable action) {
    next = run.engine().scheduler().schedule(at, phase, this, guarded(action));
  }

  /**
   * An action of this line that ends quietly where the history has become full, and that leaves
   * nothing of the execution behind where user code has aborted the test.
   */
  Runnable guarded(Runnable action) {
    return () -> {
      try {
        action.run();
      } catch (HistoryFullException e) {
        close();
      } catch (RuntimeException | Error e) {
        run.abandon(e);
        throw e;
      }
    };
  }

  /** Records an event of a visit and makes it the line's last. */
  long record(EventType type, EventDetails details, VisitRef of) {
    lastEventId = run.record(type, lastEventId, details, of);
    return lastEventId;
  }

  /** Records an event of a visit beside the line: the next one does not point back to it. */
  long recordBeside(EventType type, EventDetails details, VisitRef of) {
    return run.record(type, lastEventId, details, of);
  }

  /** The line goes on from an event of another line. */
  void continueFrom(long eventId) {
    lastEventId = eventId;
  }

  /** Cuts the line off, recording what is cut, each event pointing back to the failure. */
  void abort(long failureEventId) {
    Visit cut = visit;
    if (cut != null) {
      cut.recordAborted(failureEventId);
    }
    close();
  }

  /** Ends the line without a trace. */
  void close() {
    open = false;
    if (next != null) {
      next.cancel();
    }
    Visit closed = visit;
    visit = null;
    if (stop == null) {
      stop = closed == null ? upcoming : new StopPoint.Within(closed, variables);
    }
    if (closed != null) {
      closed.close();
    }
  }

  List<String> waitsFor() {
    Visit waiting = visit;
    return waiting == null ? List.of() : waiting.waitsFor();
  }

  boolean isOpen() {
    return open;
  }

  /** Where the line was when it was closed, null if it had come to its end. */
  @Nullable StopPoint stop() {
    return stop;
  }

  ExecutionRun run() {
    return run;
  }

  int index() {
    return index;
  }

  long lastEventId() {
    return lastEventId;
  }

  @Nullable MapItem mapItem() {
    return mapItem;
  }

  Variables variables() {
    return variables;
  }

  void assign(Variables values) {
    variables = values;
  }

  /** The visit of the Parallel or Map around this line, or around its execution. */
  @Nullable VisitRef parentVisit() {
    return join == null ? run.mapVisit() : join.visit().ref();
  }
}

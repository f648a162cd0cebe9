package io.stepunit.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.history.EventDetails;
import io.stepunit.history.EventType;
import io.stepunit.internal.engine.state.MapItem;
import io.stepunit.internal.engine.state.StatesError;
import io.stepunit.internal.engine.state.WorkflowVariables;
import io.stepunit.internal.history.VisitRef;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.StateGraph;
import io.stepunit.internal.model.StateType;
import io.stepunit.internal.model.Transition;
import io.stepunit.internal.time.Cancellation;
import io.stepunit.internal.time.Phase;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * States that follow each other, one at a time: those at the top of an execution, in a branch of a
 * Parallel, or in an iteration of a Map.
 *
 * <p>Knows its last event, which is what the next one points back to.
 */
final class Branch {
  private final ExecutionRun run;
  private final StateGraph graph;
  private final BranchEnd end;
  private final VisitRef.@Nullable Around around;
  private final @Nullable MapItem mapItem;

  private final Runnable goingOn = guarded(this::goOn);
  private final OutputSizes sizes = new OutputSizes();

  private WorkflowVariables variables;
  private long lastEventId;
  private @Nullable Visit visit;
  private @Nullable Cancellation next;
  private @Nullable StopPoint upcoming;
  private @Nullable StopPoint stop;
  private boolean open = true;

  /**
   * @param end what the branch's end is told to
   * @param around where in a Parallel or Map the branch is, null at the top
   * @param mapItem the item of the innermost iteration around the branch
   */
  Branch(
      ExecutionRun run,
      StateGraph graph,
      BranchEnd end,
      VisitRef.@Nullable Around around,
      @Nullable MapItem mapItem,
      WorkflowVariables variables) {
    this.run = run;
    this.graph = graph;
    this.end = end;
    this.around = around;
    this.mapItem = mapItem;
    this.variables = variables;
  }

  /** Goes to the first state. */
  void start(JsonNode input, long previousEventId) {
    lastEventId = previousEventId;
    goTo(graph.startAt(), input);
  }

  private void goTo(String state, JsonNode input) {
    upcoming = new StopPoint.Before(graph.state(state), input, variables, lastEventId);
    scheduleUpcoming();
  }

  private void scheduleUpcoming() {
    next = run.engine().scheduler().scheduleNow(Phase.START, this, goingOn);
  }

  private void goOn() {
    Objects.requireNonNull(upcoming).resume(this);
  }

  /** A branch in the place of this one, for a redrive. */
  Branch again(BranchEnd told) {
    return new Branch(run, graph, told, around, mapItem, variables);
  }

  /** Goes on where a branch like this one was closed. */
  void resume(StopPoint from) {
    variables = from.variables();
    upcoming = from;
    scheduleUpcoming();
  }

  /**
   * Goes on with the visit of a state that the execution had not left. As recorded, what comes next
   * points back to the state's entry, and the end of a Fail, which is not entered again either, to
   * the redrive.
   */
  void redrive(Visit former) {
    boolean isFail = former.state().type() == StateType.FAIL;
    lastEventId = isFail ? run.redrivenEventId() : former.enteredEventId();
    Visit again = new Visit(this, former);
    visit = again;
    upcoming = null;
    again.redrive();
  }

  /** Enters a state. */
  void enter(State state, JsonNode input) {
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
    } else {
      open = false;
      end.succeeded(this, output);
    }
  }

  /** The branch has failed and nothing in it handles the error. */
  void fail(StatesError error) {
    end.failed(this, error);
  }

  /** The error ends the whole execution, whatever is around this branch. */
  void failExecution(StatesError error) {
    run.fail(error, lastEventId);
  }

  /** Schedules what this branch does next; called off when the branch is closed. */
  void later(Instant at, Phase phase, Runnable action) {
    next = run.engine().scheduler().schedule(at, phase, this, guarded(action));
  }

  /**
   * An action of this branch that ends quietly where it has ended the execution, and that leaves
   * nothing of the execution behind where user code has aborted the test.
   */
  Runnable guarded(Runnable action) {
    return () -> {
      try {
        run.engine().isAtWork(this);
        action.run();
      } catch (EndedExecutionException e) {
        close();
      } catch (RuntimeException | Error e) {
        run.abandon(e);
        throw e;
      }
    };
  }

  /** Records an event of a visit and makes it the branch's last. */
  long record(EventType type, EventDetails details, VisitRef of) {
    lastEventId = run.record(type, lastEventId, details, of);
    return lastEventId;
  }

  /** Records an event of a visit beside the branch: the next one does not point back to it. */
  long recordBeside(EventType type, EventDetails details, VisitRef of) {
    return run.record(type, lastEventId, details, of);
  }

  /** The branch continues from an event of another branch. */
  void continueFrom(long eventId) {
    lastEventId = eventId;
  }

  /** Cuts the branch off, recording what is cut, each event pointing back to the failure. */
  void abort(long failureEventId) {
    Visit cut = visit;
    if (cut != null) {
      cut.recordAborted(failureEventId);
    }
    close();
  }

  /** Ends the branch without a trace. */
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

  /** The path of the state where the branch is or was closed; empty between two states. */
  Optional<String> place() {
    Visit present = stop instanceof StopPoint.Within within ? within.visit() : visit;
    return Optional.ofNullable(present).map(at -> at.ref().path());
  }

  List<String> waitsFor() {
    Visit waiting = visit;
    return waiting == null ? List.of() : waiting.waitsFor();
  }

  boolean isOpen() {
    return open;
  }

  /** Where the branch was when it was closed, null if it had come to its end. */
  @Nullable StopPoint stop() {
    return stop;
  }

  ExecutionRun run() {
    return run;
  }

  long lastEventId() {
    return lastEventId;
  }

  /** How many bytes the outputs of the branch's states have. */
  OutputSizes sizes() {
    return sizes;
  }

  @Nullable MapItem mapItem() {
    return mapItem;
  }

  WorkflowVariables variables() {
    return variables;
  }

  void assign(WorkflowVariables values) {
    variables = values;
  }

  /** Where in a Parallel or Map the branch is, null at the top. */
  VisitRef.@Nullable Around around() {
    return around;
  }
}

package io.stepunit.internal.engine.maprun;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.history.ChildRetention;
import io.stepunit.history.EventDetails;
import io.stepunit.history.EventType;
import io.stepunit.history.MapRunStatus;
import io.stepunit.internal.engine.map.ItemReaderException;
import io.stepunit.internal.engine.map.Items;
import io.stepunit.internal.engine.maprun.ChildInputs.ChildInput;
import io.stepunit.internal.engine.maprun.KeptChildren.Child;
import io.stepunit.internal.engine.state.MapRunPlan;
import io.stepunit.internal.engine.state.StatesError;
import io.stepunit.internal.expression.EvaluationException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Map Run that runs: starts child executions, and waits for them. */
public final class RunningMapRun {
  /** What AWS runs at once, whatever MaxConcurrency says. */
  private static final int MOST_AT_ONCE = 10_000;

  private static final String ITEM_READER_FAILED = "States.ItemReaderFailed";
  private static final StatesError TOO_MANY_FAILURES =
      StatesError.of(
          "States.ExceedToleratedFailureThreshold",
          "The specified tolerated failure threshold was exceeded");

  private final MapVisit visit;
  private final MapRunProgress progress;
  private final MapRunPlan plan;
  private final MapRunResults results;
  private final Deque<Child> toRedrive = new ArrayDeque<>();
  private final Map<ChildRun, ChildInput> running = new LinkedHashMap<>();

  private @Nullable ChildInputs inputs;
  private boolean open = true;
  private long stateStartedEventId;
  private long startedEventId;

  /** How many of the inputs were made before the redrive. */
  private int madeBefore;

  /**
   * @param retention which child executions are kept
   * @param payloadLimit how many bytes the state's result may have
   */
  public RunningMapRun(
      MapVisit visit,
      MapRunPlan plan,
      MapRunIdentity identity,
      ChildRetention retention,
      int payloadLimit) {
    this(
        visit,
        new MapRunProgress(plan, identity, visit.now(), visit.buckets(), retention, payloadLimit));
  }

  private RunningMapRun(MapVisit visit, MapRunProgress progress) {
    this.visit = visit;
    this.progress = progress;
    this.plan = progress.plan();
    this.results = progress.results();
    this.madeBefore = progress.childrenMade();
  }

  /** The same Map Run again, with what it has done so far. */
  public RunningMapRun rest(MapVisit redriven) {
    progress.redriven(redriven.now());
    RunningMapRun rest = new RunningMapRun(redriven, progress);
    rest.stateStartedEventId = stateStartedEventId;
    return rest;
  }

  /** Whether nothing is left that a redrive could go on with. */
  public boolean isDone() {
    return progress.hasSucceeded() || plan.refusal().isPresent();
  }

  /**
   * Checks that all that a redrive needs was kept.
   *
   * @throws IllegalStateException if it was not
   */
  public void requireRedrivable() {
    progress.requireRedrivable();
  }

  /** Records the start and starts the first children. */
  public void start() {
    recordStateStart();
    if (plan.refusal().isPresent()) {
      open = false;
      progress.failed();
      visit.evaluationFailed(plan.refusal().get());
      return;
    }
    recordStart();
    if (results.refusal() != null) {
      fail(results.refusal());
    } else if (openItems()) {
      goOn();
    }
  }

  /** A redriven Map is not started again: its Map Run is on record under its first start. */
  private void recordStateStart() {
    if (stateStartedEventId == 0) {
      int length = plan.source().knownLength();
      stateStartedEventId =
          visit.record(EventType.MAP_STATE_STARTED, new EventDetails.MapStateStarted(length));
    } else {
      visit.continueFrom(stateStartedEventId);
    }
  }

  private void recordStart() {
    String arn = progress.identity().arn();
    int redrives = progress.redriveCount();
    if (redrives == 0) {
      startedEventId = visit.record(EventType.MAP_RUN_STARTED, new EventDetails.MapRunStarted(arn));
      visit.begun(progress::snapshot);
    } else {
      startedEventId =
          visit.record(EventType.MAP_RUN_REDRIVEN, new EventDetails.MapRunRedriven(arn, redrives));
      toRedrive.addAll(progress.takeUpUnsuccessful());
    }
  }

  /** Reads all items once, so that what is wrong with them shows before anything has run. */
  private boolean openItems() {
    try {
      try (Items all = plan.source().open(visit.buckets())) {
        progress.itemsCounted(all.count());
      }
      inputs = new ChildInputs(plan.source().open(visit.buckets()), plan);
      return true;
    } catch (ItemReaderException e) {
      StatesError error = StatesError.of(ITEM_READER_FAILED, e.causeText());
      fail(e.namesState() ? visit.whileExecuting(error) : error);
      return false;
    }
  }

  private void goOn() {
    if (progress.isFailureTolerated()) {
      startChildren();
    } else {
      fail(TOO_MANY_FAILURES);
    }
  }

  private void startChildren() {
    long own = plan.thresholds().maxConcurrency();
    long limit = own == 0 ? MOST_AT_ONCE : Math.min(own, MOST_AT_ONCE);
    try {
      while (open && running.size() < limit && !toRedrive.isEmpty()) {
        restart(toRedrive.remove());
      }
      while (open && running.size() < limit) {
        ChildInput next = nextInput();
        if (next == null) {
          break;
        }
        start(next);
      }
    } catch (EvaluationException e) {
      end(MapRunStatus.FAILED);
      recordFailed(visit.whileExecuting(StatesError.of(e)));
      visit.evaluationFailed(e);
      return;
    }
    if (open && running.isEmpty()) {
      succeed();
    }
  }

  private @Nullable ChildInput nextInput() {
    ChildInputs all = inputs;
    if (all == null) {
      return null;
    }
    for (; madeBefore > 0; madeBefore--) {
      all.next();
    }
    return all.next();
  }

  /** A Standard child goes on where it ended; Express executions cannot, and are started anew. */
  private void restart(Child child) {
    progress.restarted(child.input());
    if (progress.identity().hasExpressChildren()) {
      follow(child.input(), visit.start(child.input()));
    } else {
      child.run().redrive();
      follow(child.input(), child.run());
    }
  }

  private void start(ChildInput next) {
    if (visit.acceptsInput(next.input(), startedEventId)) {
      progress.started(next);
      follow(next, visit.start(next));
    }
  }

  private void follow(ChildInput input, ChildRun child) {
    running.put(child, input);
    progress.runs(input, child);
    child.whenEnded(() -> ended(child));
  }

  /** What a child's end means here waits until all that happens at this instant has happened. */
  private void ended(ChildRun child) {
    if (open) {
      visit.join(child, () -> joined(child));
    }
  }

  private void joined(ChildRun child) {
    if (open) {
      take(child);
      goOn();
    }
  }

  private void take(ChildRun child) {
    ChildInput input = running.remove(child);
    if (input != null) {
      progress.ended(input, child);
    }
  }

  private void succeed() {
    JsonNode result = results.finish(progress.identity().arn());
    end(MapRunStatus.SUCCEEDED);
    long runSucceeded = visit.recordBeside(EventType.MAP_RUN_SUCCEEDED, EventDetails.None.INSTANCE);
    long stateSucceeded =
        visit.recordBeside(EventType.MAP_STATE_SUCCEEDED, EventDetails.None.INSTANCE, runSucceeded);
    if (results.isTooLarge()) {
      visit.resultTooLarge(stateSucceeded);
    } else {
      visit.succeeded(result, stateSucceeded);
    }
  }

  private void fail(StatesError error) {
    open = false;
    stopChildren();
    writePending();
    if (results.refusal() == null) {
      results.finish(progress.identity().arn());
    }
    end(MapRunStatus.FAILED);
    recordFailed(error);
    visit.failed(error);
  }

  private void recordFailed(StatesError error) {
    visit.record(EventType.MAP_RUN_FAILED, new EventDetails.Failure(error.name(), error.cause()));
  }

  private void writePending() {
    ChildInput next = nextPending();
    while (next != null) {
      progress.neverStarted(next);
      next = nextPending();
    }
  }

  /** An item of which no input can be made any more is not told of. */
  private @Nullable ChildInput nextPending() {
    try {
      return nextInput();
    } catch (EvaluationException e) {
      return null;
    }
  }

  private void stopChildren() {
    for (ChildRun child : List.copyOf(running.keySet())) {
      child.stop(null, null);
      take(child);
    }
    toRedrive.forEach(progress::leftOver);
    toRedrive.clear();
  }

  private void end(MapRunStatus reached) {
    open = false;
    progress.ended(reached, visit.now());
    stopChildren();
    if (inputs != null) {
      inputs.close();
      inputs = null;
    }
  }

  /** The Map is cut off by a failure elsewhere. */
  public void abort(long failureEventId) {
    if (open) {
      visit.recordBeside(EventType.MAP_RUN_ABORTED, EventDetails.None.INSTANCE, failureEventId);
    }
    close();
  }

  /** Stops all children without a trace in the history. */
  public void close() {
    if (open) {
      end(MapRunStatus.ABORTED);
    }
  }

  /** What the children wait for, a line a waiting state. */
  public List<String> waitsFor() {
    return running.keySet().stream().flatMap(child -> child.waitsFor().stream()).toList();
  }
}

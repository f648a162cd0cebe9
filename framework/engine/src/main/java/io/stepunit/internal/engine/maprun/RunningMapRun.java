package io.stepunit.internal.engine.maprun;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.history.ChildRetention;
import io.stepunit.history.EventDetails;
import io.stepunit.history.EventType;
import io.stepunit.history.MapRunStatus;
import io.stepunit.internal.engine.map.ItemReaderException;
import io.stepunit.internal.engine.maprun.ChildInputs.ChildInput;
import io.stepunit.internal.engine.maprun.KeptChildren.Child;
import io.stepunit.internal.engine.state.MapRunPlan;
import io.stepunit.internal.engine.state.MapThresholds;
import io.stepunit.internal.engine.state.StatesError;
import io.stepunit.internal.expression.EvaluationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A running Map Run: starts child executions and waits for them. */
public final class RunningMapRun {
  /** What AWS runs at once, whatever MaxConcurrency says. */
  private static final int MOST_AT_ONCE = 10_000;

  private static final String ITEM_READER_FAILED = "States.ItemReaderFailed";
  private static final StatesError TOO_MANY_FAILURES =
      StatesError.of(
          "States.ExceedToleratedFailureThreshold",
          "The specified tolerated failure threshold was exceeded");

  /** How far it has come. */
  private enum Stage {
    STARTING_CHILDREN,
    /** More has failed than is tolerated; one more child may begin in the place of the last one. */
    FAILING,
    /** Nothing is started any more: Express children, which AWS does not stop, run to their end. */
    WAITING_FOR_CHILDREN,
    ENDED
  }

  private final MapVisit visit;
  private final MapRunProgress progress;
  private final MapRunPlan plan;
  private final MapRunResults results;
  private final Backlog backlog;

  /** In the order of their start, which is that of their indexes. */
  private final Map<ChildRun, ChildInput> running = new LinkedHashMap<>();

  private Stage stage = Stage.STARTING_CHILDREN;
  private long stateStartedEventId;
  private long startedEventId;

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
    this.backlog = new Backlog(plan, progress.childrenMade());
  }

  /** The same Map Run again, with what it has done so far. */
  public RunningMapRun rest(MapVisit redriven) {
    progress.redriven(redriven.now());
    RunningMapRun rest = new RunningMapRun(redriven, progress);
    rest.stateStartedEventId = stateStartedEventId;
    return rest;
  }

  /** Its ARN. */
  public String arn() {
    return progress.identity().arn();
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
      stage = Stage.ENDED;
      progress.failed();
      visit.over();
      visit.evaluationFailed(plan.refusal().get());
      return;
    }
    recordStart();
    Optional<StatesError> refusal = results.refusal();
    if (refusal.isPresent()) {
      refuse(refusal.get());
    } else if (openItems()) {
      if (progress.isFailureTolerated()) {
        startChildren();
      } else {
        fail(TOO_MANY_FAILURES);
      }
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
    int redrives = progress.redriveCount();
    if (redrives == 0) {
      startedEventId =
          visit.record(EventType.MAP_RUN_STARTED, new EventDetails.MapRunStarted(arn()));
      visit.begun(progress::snapshot);
    } else {
      startedEventId =
          visit.record(
              EventType.MAP_RUN_REDRIVEN, new EventDetails.MapRunRedriven(arn(), redrives));
      backlog.redrive(progress.takeUpUnsuccessful());
    }
  }

  /** As measured, an error that ends the execution has no event of the Map Run. */
  private void refuse(StatesError error) {
    if (error.kind() == StatesError.Kind.FATAL) {
      end(MapRunStatus.FAILED);
      visit.failed(visit.whileExecuting(error));
    } else {
      fail(error);
    }
  }

  private boolean openItems() {
    try {
      progress.counted(backlog.open(visit.buckets()));
      return true;
    } catch (ItemReaderException e) {
      StatesError error = StatesError.of(ITEM_READER_FAILED, e.causeText());
      fail(e.namesState() ? visit.whileExecuting(error) : error);
      return false;
    }
  }

  private void startChildren() {
    long own = progress.thresholds().maxConcurrency();
    startChildrenUpTo(own == 0 ? MOST_AT_ONCE : Math.min(own, MOST_AT_ONCE));
    if (stage == Stage.STARTING_CHILDREN && running.isEmpty()) {
      succeed();
    }
  }

  /**
   * Starts children as long as there are some.
   *
   * @param most how many may run at once
   */
  private void startChildrenUpTo(long most) {
    try {
      boolean wasOneLeft = true;
      while (stage != Stage.ENDED && running.size() < most && wasOneLeft) {
        wasOneLeft = startNext();
      }
    } catch (EvaluationException e) {
      end(MapRunStatus.FAILED);
      recordFailed(visit.whileExecuting(StatesError.of(e)));
      visit.evaluationFailed(e);
    }
  }

  private boolean startNext() {
    Child redriven = backlog.nextToRedrive();
    if (redriven != null) {
      progress.restarted(redriven);
      follow(redriven.input(), redriven.run().redriven());
      return true;
    }
    ChildInput next = backlog.nextInput();
    if (next != null && visit.acceptsInput(next.input(), startedEventId)) {
      progress.started(next);
      follow(next, visit.start(next));
    }
    return next != null;
  }

  private void follow(ChildInput input, ChildRun child) {
    running.put(child, input);
    progress.runs(input, child);
    child.whenEnded(() -> ended(child));
  }

  /** What a child's end means here waits until all that happens at this instant has happened. */
  private void ended(ChildRun child) {
    if (stage != Stage.ENDED) {
      visit.join(child, () -> joined(child));
    }
  }

  private void joined(ChildRun child) {
    if (stage == Stage.ENDED) {
      return;
    }
    take(child);
    if (stage == Stage.WAITING_FOR_CHILDREN) {
      failIfNoneIsRunning();
    } else if (stage == Stage.STARTING_CHILDREN) {
      goOn();
    }
  }

  private void goOn() {
    if (progress.isFailureTolerated()) {
      startChildren();
    } else {
      exceedTolerance();
    }
  }

  private void take(ChildRun child) {
    ChildInput input = running.remove(child);
    if (input != null) {
      if (!progress.ended(input, child)) {
        visit.forget(child);
      }
      results.completeBelow(lowestIndexToCome());
    }
  }

  private int lowestIndexToCome() {
    int redriven = backlog.lowestToRedrive();
    return running.isEmpty()
        ? redriven
        : Math.min(redriven, running.values().iterator().next().index());
  }

  /** As recorded, one more child begins in the place of the one too many that failed. */
  private void exceedTolerance() {
    stage = Stage.FAILING;
    visit.begin(
        () -> {
          if (stage == Stage.FAILING) {
            startChildrenUpTo(running.size() + 1L);
          }
        });
    visit.decide(
        () -> {
          if (stage == Stage.FAILING) {
            stage = Stage.WAITING_FOR_CHILDREN;
            failIfNoneIsRunning();
          }
        });
  }

  private void failIfNoneIsRunning() {
    if (running.isEmpty() || !progress.identity().hasExpressChildren()) {
      fail(TOO_MANY_FAILURES);
    }
  }

  private void succeed() {
    JsonNode result = end(MapRunStatus.SUCCEEDED);
    long runSucceeded = visit.recordBeside(EventType.MAP_RUN_SUCCEEDED, EventDetails.None.INSTANCE);
    long stateSucceeded =
        visit.recordBeside(EventType.MAP_STATE_SUCCEEDED, EventDetails.None.INSTANCE, runSucceeded);
    if (results.isTooLarge() || result == null) {
      visit.resultTooLarge(stateSucceeded);
    } else {
      visit.succeeded(result, stateSucceeded);
    }
  }

  private void fail(StatesError error) {
    end(MapRunStatus.FAILED);
    recordFailed(error);
    visit.failed(error);
  }

  private void recordFailed(StatesError error) {
    visit.record(EventType.MAP_RUN_FAILED, new EventDetails.Failure(error.name(), error.cause()));
  }

  /**
   * UpdateMapRun: from now on other limits hold. Children that run go on, even if they are more
   * than may run at once.
   *
   * @param update makes the new limits of the present ones
   */
  public void update(UnaryOperator<MapThresholds> update) {
    progress.update(update.apply(progress.thresholds()));
    visit.begin(
        () -> {
          if (stage == Stage.STARTING_CHILDREN) {
            goOn();
          }
        });
  }

  /** Ends it, whichever way: tells of what became of all items; null if that cannot be written. */
  private @Nullable JsonNode end(MapRunStatus reached) {
    stage = Stage.ENDED;
    stopChildren();
    progress.ended(reached, visit.now());
    visit.over();
    JsonNode result = null;
    if (results.refusal().isEmpty()) {
      addPending();
      result = results.finish(arn());
    }
    backlog.close();
    return result;
  }

  private void stopChildren() {
    for (ChildRun child : List.copyOf(running.keySet())) {
      child.stop(
          null,
          "The map run execution [%s] which was managing this resource was aborted"
              .formatted(arn()));
      take(child);
    }
    for (Child child = backlog.nextToRedrive(); child != null; child = backlog.nextToRedrive()) {
      progress.leftOver(child);
    }
  }

  private void addPending() {
    if (results.tellPending()) {
      for (ChildInput next = nextPending(); next != null; next = nextPending()) {
        results.addPending(next);
      }
    }
  }

  /** An item of which no input can be made any more is not told of. */
  private @Nullable ChildInput nextPending() {
    try {
      return backlog.nextInput();
    } catch (EvaluationException e) {
      return null;
    }
  }

  /** The Map is cut off by a failure elsewhere. */
  public void abort(long failureEventId) {
    if (stage != Stage.ENDED) {
      visit.recordBeside(EventType.MAP_RUN_ABORTED, EventDetails.None.INSTANCE, failureEventId);
    }
    close();
  }

  /** Stops all children without a trace in the history. */
  public void close() {
    if (stage != Stage.ENDED) {
      end(MapRunStatus.ABORTED);
    }
  }

  /** What the children wait for, a line a waiting state. */
  public List<String> waitsFor() {
    return running.keySet().stream().flatMap(child -> child.waitsFor().stream()).toList();
  }
}

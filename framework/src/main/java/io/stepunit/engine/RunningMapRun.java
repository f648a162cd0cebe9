package io.stepunit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.engine.ChildInputs.ChildInput;
import io.stepunit.engine.map.ItemReaderException;
import io.stepunit.engine.map.Items;
import io.stepunit.engine.state.MapRunPlan;
import io.stepunit.engine.state.Outcome;
import io.stepunit.engine.state.StatesError;
import io.stepunit.expression.EvaluationException;
import io.stepunit.history.EventDetails;
import io.stepunit.history.EventType;
import io.stepunit.history.MapRun;
import io.stepunit.history.MapRunDescription;
import io.stepunit.history.MapRunStatus;
import io.stepunit.time.Phase;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run of a Map in distributed mode: starts child executions, and waits for them. */
final class RunningMapRun implements Forked {
  /** What AWS runs at once, whatever MaxConcurrency says. */
  private static final int MOST_AT_ONCE = 10_000;

  private static final String ITEM_READER_FAILED = "States.ItemReaderFailed";
  private static final StatesError TOO_MANY_FAILURES =
      StatesError.of(
          "States.ExceedToleratedFailureThreshold",
          "The specified tolerated failure threshold was exceeded");

  private final Visit visit;
  private final Engine engine;
  private final MapRunPlan plan;
  private final StateMachine childMachine;
  private final String arn;
  private final Instant startedAt;
  private final MapRunTally items = new MapRunTally();
  private final MapRunTally executions = new MapRunTally();
  private final MapRunResults results;
  private final KeptChildren kept;
  private final Map<ExecutionRun, ChildInput> running = new LinkedHashMap<>();

  private @Nullable ChildInputs inputs;
  private MapRunStatus status = MapRunStatus.RUNNING;
  private @Nullable Instant stoppedAt;
  private long startedEventId;

  RunningMapRun(Visit visit, MapRunPlan plan) {
    this.visit = visit;
    this.engine = visit.engine();
    this.plan = plan;
    this.childMachine = MapRunNames.childMachine(visit.strand().run().machine(), plan);
    String id = engine.randomness().nextId().toString();
    this.arn = MapRunNames.mapRunArn(childMachine, id);
    this.startedAt = engine.clock().instant();
    this.results = new MapRunResults(plan, engine, id);
    this.kept = new KeptChildren(engine.settings().childRetention());
  }

  @Override
  public void start() {
    Strand around = visit.strand();
    int length = plan.source().knownLength();
    around.record(
        EventType.MAP_STATE_STARTED, new EventDetails.MapStateStarted(length), visit.ref());
    if (plan.refusal().isPresent()) {
      status = MapRunStatus.FAILED;
      visit.evaluationFailed(plan.refusal().get());
      return;
    }
    startedEventId =
        around.record(EventType.MAP_RUN_STARTED, new EventDetails.MapRunStarted(arn), visit.ref());
    around.run().add(this);
    if (results.refusal() != null) {
      fail(results.refusal());
    } else if (openItems()) {
      startChildren();
    }
  }

  /** Reads all items once, so that what is wrong with them shows before anything has run. */
  private boolean openItems() {
    try {
      try (Items all = plan.source().open(engine.buckets())) {
        items.expect(all.count());
      }
      inputs = new ChildInputs(plan.source().open(engine.buckets()), plan);
      return true;
    } catch (ItemReaderException e) {
      StatesError error = StatesError.of(ITEM_READER_FAILED, e.causeText());
      fail(
          e.namesState()
              ? error.whileExecuting(visit.state().name(), visit.enteredEventId())
              : error);
      return false;
    }
  }

  private void startChildren() {
    long own = plan.thresholds().maxConcurrency();
    long limit = own == 0 ? MOST_AT_ONCE : Math.min(own, MOST_AT_ONCE);
    try {
      while (isOpen() && running.size() < limit) {
        ChildInput next = inputs == null ? null : inputs.next();
        if (next == null) {
          break;
        }
        startChild(next);
      }
    } catch (EvaluationException e) {
      end(MapRunStatus.FAILED);
      StatesError error = StatesError.of(e);
      recordFailed(error.whileExecuting(visit.state().name(), visit.enteredEventId()));
      visit.evaluationFailed(e);
      return;
    }
    if (isOpen() && running.isEmpty()) {
      succeed();
    }
  }

  private void startChild(ChildInput next) {
    if (!visit.acceptsInput(next.input(), startedEventId)) {
      return;
    }
    ExecutionRun parent = visit.strand().run();
    items.started(next.items());
    executions.expect(1);
    executions.started(1);
    ChildOrigin origin = new ChildOrigin(parent, visit.ref(), next.index());
    ExecutionRun child = engine.startChild(origin, childMachine, next.input());
    running.put(child, next);
    kept.started(next.index(), child);
    child.whenEnded(this::childEnded);
  }

  /** What a child's end means here waits until all that happens at this instant has happened. */
  private void childEnded(ExecutionRun child) {
    if (isOpen()) {
      engine
          .scheduler()
          .scheduleNow(Phase.JOIN, child, visit.strand().guarded(() -> joinIfOpen(child)));
    }
  }

  private void joinIfOpen(ExecutionRun child) {
    if (!isOpen()) {
      return;
    }
    take(child);
    if (plan.thresholds().isExceededBy(items.unsuccessful(), items.total())) {
      fail(TOO_MANY_FAILURES);
    } else {
      startChildren();
    }
  }

  private void take(ExecutionRun child) {
    ChildInput input = running.remove(child);
    if (input != null) {
      items.ended(child.status(), input.items());
      executions.ended(child.status(), 1);
      results.add(input.index(), child);
      kept.ended(input.index(), child);
    }
  }

  private void succeed() {
    JsonNode result = results.finish(arn);
    end(MapRunStatus.SUCCEEDED);
    Strand around = visit.strand();
    long runSucceeded =
        around.recordBeside(EventType.MAP_RUN_SUCCEEDED, EventDetails.None.INSTANCE, visit.ref());
    long stateSucceeded =
        around
            .run()
            .record(
                EventType.MAP_STATE_SUCCEEDED,
                runSucceeded,
                EventDetails.None.INSTANCE,
                visit.ref());
    if (results.isTooLarge()) {
      around.continueFrom(stateSucceeded);
      around.failExecution(PayloadSize.exceeded(visit.state().name()));
    } else {
      visit.joined(new Outcome.Result(result), stateSucceeded);
    }
  }

  private void fail(StatesError error) {
    status = MapRunStatus.FAILED;
    stopChildren();
    writePending();
    if (results.refusal() == null) {
      results.finish(arn);
    }
    end(MapRunStatus.FAILED);
    recordFailed(error);
    visit.failed(error);
  }

  private void recordFailed(StatesError error) {
    visit
        .strand()
        .record(
            EventType.MAP_RUN_FAILED,
            new EventDetails.Failure(error.name(), error.cause()),
            visit.ref());
  }

  private void writePending() {
    ChildInput next = nextPending();
    while (next != null) {
      results.addPending(next, childMachine);
      next = nextPending();
    }
  }

  /** An item of which no input can be made any more is not told of. */
  private @Nullable ChildInput nextPending() {
    try {
      return inputs == null ? null : inputs.next();
    } catch (EvaluationException e) {
      return null;
    }
  }

  private void stopChildren() {
    for (ExecutionRun child : List.copyOf(running.keySet())) {
      child.stop(null, null);
      take(child);
    }
  }

  private void end(MapRunStatus reached) {
    status = reached;
    stoppedAt = engine.clock().instant();
    stopChildren();
    if (inputs != null) {
      inputs.close();
      inputs = null;
    }
  }

  @Override
  public void abort(long failureEventId) {
    if (isOpen()) {
      visit
          .strand()
          .run()
          .record(
              EventType.MAP_RUN_ABORTED, failureEventId, EventDetails.None.INSTANCE, visit.ref());
    }
    close();
  }

  @Override
  public void close() {
    if (isOpen()) {
      end(MapRunStatus.ABORTED);
    }
  }

  private boolean isOpen() {
    return status == MapRunStatus.RUNNING;
  }

  @Override
  public List<String> waitsFor() {
    return running.keySet().stream().flatMap(child -> child.waitsFor().stream()).toList();
  }

  /** The Map Run as it stands. */
  MapRun snapshot() {
    long concurrency = plan.thresholds().maxConcurrency();
    return new MapRun(
        new MapRunDescription(
            visit.state().name(),
            arn,
            visit.strand().run().arn(),
            childMachine.arn(),
            status,
            startedAt,
            Optional.ofNullable(stoppedAt),
            concurrency == 0 ? Integer.MAX_VALUE : (int) concurrency,
            plan.thresholds().toleratedFailureCount().orElse(0L),
            plan.thresholds().toleratedFailurePercentage().orElse(0.0),
            items.counts(),
            executions.counts()),
        kept.snapshots());
  }
}

package io.stepunit.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.asl.WorkflowType;
import io.stepunit.history.EventDetails;
import io.stepunit.history.EventType;
import io.stepunit.history.MapRun;
import io.stepunit.history.MapRunDescription;
import io.stepunit.history.MapRunStatus;
import io.stepunit.internal.engine.ChildInputs.ChildInput;
import io.stepunit.internal.engine.KeptChildren.Child;
import io.stepunit.internal.engine.map.ItemReaderException;
import io.stepunit.internal.engine.map.Items;
import io.stepunit.internal.engine.state.MapRunPlan;
import io.stepunit.internal.engine.state.Outcome;
import io.stepunit.internal.engine.state.StatesError;
import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.time.Phase;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
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
  private final MapRunTally items;
  private final MapRunTally executions;
  private final MapRunResults results;
  private final KeptChildren kept;
  private final Redrives redrives;
  private final Deque<Child> toRedrive = new ArrayDeque<>();
  private final Map<ExecutionRun, ChildInput> running = new LinkedHashMap<>();

  private @Nullable ChildInputs inputs;
  private MapRunStatus status = MapRunStatus.RUNNING;
  private @Nullable Instant stoppedAt;
  private long startedEventId;

  /** How many of the inputs were made before the redrive. */
  private int madeBefore;

  RunningMapRun(Visit visit, MapRunPlan plan) {
    this.visit = visit;
    this.engine = visit.engine();
    this.plan = plan;
    this.childMachine = MapRunNames.childMachine(visit.strand().run().machine(), plan);
    String id = engine.randomness().nextId().toString();
    this.arn = MapRunNames.mapRunArn(childMachine, id);
    this.startedAt = engine.clock().instant();
    this.items = new MapRunTally();
    this.executions = new MapRunTally();
    this.results = new MapRunResults(plan, engine, id);
    this.kept = new KeptChildren(engine.settings().childRetention());
    this.redrives = new Redrives();
  }

  /** The same Map Run again, with what it has done so far. */
  private RunningMapRun(Visit visit, RunningMapRun former) {
    this.visit = visit;
    this.engine = former.engine;
    this.plan = former.plan;
    this.childMachine = former.childMachine;
    this.arn = former.arn;
    this.startedAt = former.startedAt;
    this.items = former.items;
    this.executions = former.executions;
    this.results = former.results;
    this.kept = former.kept;
    this.redrives = former.redrives;
    this.madeBefore = executions.total();
  }

  @Override
  public RunningMapRun rest(Visit redriven) {
    RunningMapRun rest = new RunningMapRun(redriven, this);
    redriven.strand().run().replace(this, rest);
    redrives.next(engine.clock().instant());
    return rest;
  }

  @Override
  public boolean isDone() {
    return status == MapRunStatus.SUCCEEDED || plan.refusal().isPresent();
  }

  @Override
  public void requireRedrivable() {
    List<Child> unsuccessful = kept.unsuccessful();
    if (unsuccessful.size() < executions.unsuccessful()) {
      throw new IllegalStateException(
          """
          The Map Run of '%s' (%s) cannot be redriven: of its %d child executions without success \
          it kept %d. StepFunctionsEnvironment.builder().keepingChildren(ChildRetention.failed()) \
          keeps all of them."""
              .formatted(
                  visit.state().name(),
                  visit.state().location(),
                  executions.unsuccessful(),
                  unsuccessful.size()));
    }
    for (Child child : unsuccessful) {
      if (child.run().whyNotRedrivable().isEmpty()) {
        child.run().requireRedrivable();
      }
    }
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
    if (redrives.count() == 0) {
      startedEventId =
          around.record(
              EventType.MAP_RUN_STARTED, new EventDetails.MapRunStarted(arn), visit.ref());
      around.run().add(this);
    } else {
      startedEventId =
          around.record(
              EventType.MAP_RUN_REDRIVEN,
              new EventDetails.MapRunRedriven(arn, redrives.count()),
              visit.ref());
      takeUpUnsuccessful();
    }
    if (results.refusal() != null) {
      fail(results.refusal());
    } else if (openItems()) {
      goOn();
    }
  }

  private void takeUpUnsuccessful() {
    List<Child> unsuccessful = kept.unsuccessful();
    results.forget(unsuccessful.stream().map(Child::input).toList());
    int itemsLeft = 0;
    int executionsLeft = 0;
    for (Child child : unsuccessful) {
      if (isExpress() || child.run().whyNotRedrivable().isEmpty()) {
        items.awaitRedrive(child.run().status(), child.input().items());
        executions.awaitRedrive(child.run().status(), 1);
        toRedrive.add(child);
      } else {
        results.add(child.input().index(), child.run());
        itemsLeft += child.input().items();
        executionsLeft++;
      }
    }
    items.notRedrivable(itemsLeft);
    executions.notRedrivable(executionsLeft);
  }

  private boolean isExpress() {
    return childMachine.type() == WorkflowType.EXPRESS;
  }

  /** Reads all items once, so that what is wrong with them shows before anything has run. */
  private boolean openItems() {
    try {
      try (Items all = plan.source().open(engine.buckets())) {
        int count = all.count();
        if (items.total() == 0) {
          items.expect(count);
        }
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
      while (isOpen() && running.size() < limit && !toRedrive.isEmpty()) {
        redriveChild(toRedrive.remove());
      }
      while (isOpen() && running.size() < limit) {
        ChildInput next = nextInput();
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
  private void redriveChild(Child child) {
    items.redriven(child.input().items());
    executions.redriven(1);
    if (isExpress()) {
      follow(child.input(), start(child.input()));
    } else {
      engine.redriveChild(child.run());
      follow(child.input(), child.run());
    }
  }

  private void startChild(ChildInput next) {
    if (!visit.acceptsInput(next.input(), startedEventId)) {
      return;
    }
    items.started(next.items());
    executions.expect(1);
    executions.started(1);
    follow(next, start(next));
  }

  private ExecutionRun start(ChildInput input) {
    ExecutionRun parent = visit.strand().run();
    ChildOrigin origin = new ChildOrigin(parent, visit.ref(), input.index());
    return engine.startChild(origin, childMachine, input.input());
  }

  private void follow(ChildInput input, ExecutionRun child) {
    running.put(child, input);
    kept.started(input, child);
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
    goOn();
  }

  private void goOn() {
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
      kept.ended(input, child);
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
      return nextInput();
    } catch (EvaluationException e) {
      return null;
    }
  }

  private void stopChildren() {
    for (ExecutionRun child : List.copyOf(running.keySet())) {
      child.stop(null, null);
      take(child);
    }
    for (Child left : toRedrive) {
      items.leftOver(left.run().status(), left.input().items());
      executions.leftOver(left.run().status(), 1);
      results.add(left.input().index(), left.run());
    }
    toRedrive.clear();
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
            executions.counts(),
            redrives.count(),
            redrives.last()),
        kept.snapshots());
  }
}

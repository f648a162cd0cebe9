package io.stepunit.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.asl.WorkflowType;
import io.stepunit.history.EventDetails;
import io.stepunit.history.EventType;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.engine.limit.RedriveStatus;
import io.stepunit.internal.engine.limit.Redrives;
import io.stepunit.internal.engine.maprun.ChildRun;
import io.stepunit.internal.engine.state.StatesError;
import io.stepunit.internal.history.Decision;
import io.stepunit.internal.history.EventRecord;
import io.stepunit.internal.history.ExecutionDescription;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.history.MapRunRecord;
import io.stepunit.internal.history.VisitRef;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.StateGraph;
import io.stepunit.internal.spi.TaskDispatcher;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One execution of a state machine, as it runs. */
public final class ExecutionRun implements ChildRun {
  private final Engine engine;
  private final ExecutionStart start;
  private final BoundedHistory history;
  private final Instant startedAt;
  private final @Nullable ChildOrigin origin;
  private final Redrives redrives;
  private final ExecutionDeadline deadline;
  private final List<Runnable> endListeners = new ArrayList<>();
  private final List<Supplier<MapRunRecord>> mapRuns = new ArrayList<>();

  private Branch top;
  private Map<String, Integer> invocations = new HashMap<>();
  private @Nullable ExecutionEnd ended;

  /** What was shown last, for those who ask again for what has not changed. */
  private @Nullable ExecutionRecord shown;

  private @Nullable Throwable abandonedBy;
  private boolean machineDeleted;
  private boolean awaitsRedrive;

  /** The event of the last redrive, 0 if there was none. */
  private long redrivenEventId;

  ExecutionRun(Engine engine, ExecutionStart start) {
    this(engine, start, new Redrives());
  }

  private ExecutionRun(Engine engine, ExecutionStart start, Redrives redrives) {
    this.engine = engine;
    this.start = start;
    this.redrives = redrives;
    this.origin = start.origin();
    this.history =
        new BoundedHistory(engine.clock(), engine.settings().limits(), start.machine().type());
    this.deadline = new ExecutionDeadline(engine, start.machine(), origin != null);
    this.startedAt = engine.clock().instant();
    this.top = newTop();
  }

  private Branch newTop() {
    Part part = start.part();
    StateGraph graph = machine().definition().graph().startingAt(part.startAt());
    VisitRef.Around around = origin == null ? null : origin.around();
    return new Branch(this, graph, new TopEnd(), around, null, part.variables());
  }

  /** The end of the execution's own states is the execution's. */
  private final class TopEnd implements BranchEnd {
    @Override
    public void succeeded(Branch branch, JsonNode result) {
      record(
          EventType.EXECUTION_SUCCEEDED,
          branch.lastEventId(),
          new EventDetails.Output(result),
          null);
      end(ExecutionStatus.SUCCEEDED, result, null);
    }

    @Override
    public void failed(Branch branch, StatesError reason) {
      fail(reason, branch.lastEventId());
    }
  }

  void start() {
    history.record(
        EventType.EXECUTION_STARTED,
        0,
        new EventDetails.ExecutionStarted(
            input(),
            machine().roleArn(),
            machine().qualifiers().aliasArn().orElse(null),
            machine().qualifiers().versionArn().orElse(null)),
        null);
    beginTime();
    top.start(input(), 0);
  }

  /** Why the execution cannot be redriven now, by its Map Run if it is a child; empty if it can. */
  @Override
  public Optional<String> whyNotRedrivable() {
    if (origin != null && type() == WorkflowType.EXPRESS) {
      return Redrives.reasonAgainst(status());
    }
    return Redrives.reasonAgainst(
        new Redrives.Candidate(type(), status(), startedAt, stoppedAt(), history.size()),
        engine.settings().limits(),
        engine.clock().instant());
  }

  /**
   * The machine is being deleted: the execution fails at its next transition, whatever its states
   * handle.
   */
  public void machineDeleted() {
    machineDeleted = true;
  }

  @Override
  public RedriveStatus redriveStatus() {
    return RedriveStatus.of(whyNotRedrivable(), origin != null);
  }

  /** Returns the number of redrives. */
  @Override
  public int redriveCount() {
    return redrives.count();
  }

  /** The virtual time of the last redrive; empty for an Express child: it starts again. */
  @Override
  public Optional<Instant> redrivenAt() {
    return type() == WorkflowType.EXPRESS ? Optional.empty() : redrives.last();
  }

  /** The event of the last redrive, 0 if there was none. */
  long redrivenEventId() {
    return redrivenEventId;
  }

  /**
   * RedriveExecution: resumes where the execution ended. What had succeeded does not run again.
   *
   * @throws IllegalStateException if it ended in a Map Run whose failed children were not kept
   */
  void redrive() {
    StopPoint stop = Objects.requireNonNull(top.stop(), "the execution was closed");
    requireRedrivable();
    ended = null;
    long previous = history.size();
    int count = redrives.next(engine.clock().instant());
    redrivenEventId =
        history.record(
            EventType.EXECUTION_REDRIVEN,
            previous,
            new EventDetails.ExecutionRedriven(count),
            null);
    beginTime();
    top = newTop();
    top.resume(stop);
  }

  @Override
  public ExecutionRun redriven() {
    if (type() == WorkflowType.EXPRESS) {
      return engine.startChild(restarted());
    }
    redrive();
    return this;
  }

  private ExecutionRun restarted() {
    ExecutionRun run = new ExecutionRun(engine, start, redrives.copy());
    run.invocations = invocations;
    run.redrives.next(engine.clock().instant());
    return run;
  }

  @Override
  public void awaitRedrive(boolean awaits) {
    awaitsRedrive = awaits;
  }

  /** Whether its Map Run was redriven, and its own turn has not come yet. */
  public boolean awaitsRedrive() {
    return awaitsRedrive;
  }

  /** The Map Run that the execution is a child of. */
  public Optional<String> childOf() {
    return Optional.ofNullable(origin).map(ChildOrigin::mapRunArn);
  }

  /** How many items of a Map Run a child execution works on; 0 for any other execution. */
  public int items() {
    return origin == null ? 0 : origin.items();
  }

  @Override
  public void requireRedrivable() {
    Objects.requireNonNull(top.stop(), "the execution was closed").requireRedrivable();
  }

  /** The same execution, to be run once more; calls are counted over all runs of it. */
  ExecutionRun again() {
    ExecutionRun run = new ExecutionRun(engine, start);
    run.invocations = invocations;
    return run;
  }

  private void beginTime() {
    deadline.begin(startedAt, redrives.last(), this::timeOut);
  }

  /** Whether the execution ends when this state is left, whichever way. */
  boolean endsAfter(State state) {
    return start.part().isUntil(state);
  }

  /**
   * Asks to be told of the end, whichever way it comes; in the midst of the event that ends the
   * execution, after its last event is on record. An execution that has ended tells at once; one
   * that is abandoned never does.
   */
  @Override
  public void whenEnded(Runnable listener) {
    if (isEnded()) {
      listener.run();
    } else {
      endListeners.add(listener);
    }
  }

  /** StopExecution: ends the execution as ABORTED; without effect if it has ended. */
  @Override
  public void stop(@Nullable String error, @Nullable String cause) {
    if (!isEnded()) {
      StatesError reason = StatesError.of(error, cause);
      record(EventType.EXECUTION_ABORTED, 0, failure(reason), null);
      end(ExecutionStatus.ABORTED, null, reason);
    }
  }

  /** The test is aborted from within: nothing more of the execution runs. */
  void abandon(Throwable reason) {
    abandonedBy = reason;
    deadline.cancel();
    top.close();
    if (origin != null && origin.parent().abandonedBy == null) {
      origin.parent().abandon(reason);
    }
  }

  /** What aborted the test from within, null if nothing did. */
  public @Nullable Throwable abandonedBy() {
    return abandonedBy;
  }

  void fail(StatesError reason, long previousEventId) {
    record(EventType.EXECUTION_FAILED, previousEventId, failure(reason), null);
    end(ExecutionStatus.FAILED, null, reason);
  }

  private void timeOut() {
    StatesError reason = StatesError.timeout(false);
    record(EventType.EXECUTION_TIMED_OUT, 0, failure(reason), null);
    end(ExecutionStatus.TIMED_OUT, null, null);
  }

  private static EventDetails failure(StatesError reason) {
    return new EventDetails.Failure(reason.name(), reason.cause());
  }

  private void end(
      ExecutionStatus reached, @Nullable JsonNode result, @Nullable StatesError reason) {
    ended = new ExecutionEnd(reached, engine.clock().instant(), result, reason);
    deadline.cancel();
    top.close();
    List<Runnable> told = List.copyOf(endListeners);
    endListeners.clear();
    told.forEach(Runnable::run);
  }

  /**
   * Appends an event.
   *
   * @throws EndedExecutionException if the machine was deleted, or the event would be the history's
   *     last: the execution has then failed in its place, as AWS does it; an Express execution,
   *     which may have any number of events, goes round in a loop and only waits for its time limit
   *     from then on
   */
  long record(
      EventType type, long previousEventId, EventDetails details, @Nullable VisitRef visit) {
    if (machineDeleted && BoundedHistory.isTransition(type)) {
      String cause = "State machine " + machine().name() + " has been deleted";
      fail(StatesError.fatal(StatesError.RUNTIME, cause), previousEventId);
      throw new EndedExecutionException();
    }
    if (history.hasRoomFor(type)) {
      if (origin == null) {
        start.lineage().countEvent();
      }
      return history.record(type, previousEventId, details, visit);
    }
    if (type() == WorkflowType.EXPRESS) {
      top.close();
    } else {
      fail(history.full(), history.size());
    }
    throw new EndedExecutionException();
  }

  /** Counts a call of a state's task over the whole execution; the first is 1. */
  int nextInvocation(String state) {
    return invocations.merge(state, 1, Integer::sum);
  }

  /** Whether the execution has ended. */
  @Override
  public boolean isEnded() {
    return ended != null;
  }

  @Override
  public ExecutionStatus status() {
    return ended == null ? ExecutionStatus.RUNNING : ended.status();
  }

  @Override
  public String name() {
    return start.name();
  }

  @Override
  public String arn() {
    return start.arn();
  }

  /** The execution as it stands. */
  @Override
  public ExecutionRecord snapshot() {
    ExecutionRecord known = shown;
    if (known == null || !isAsShown(known)) {
      known = show();
      shown = known;
    }
    return known;
  }

  /** Whether the execution had ended and nothing has come to it since. */
  private boolean isAsShown(ExecutionRecord record) {
    return isEnded()
        && mapRuns.isEmpty()
        && record.status() == status()
        && record.events().size() == history.size()
        && record.injectedFaults().size() == history.injectedFaults().size()
        && record.notes().size() == history.notes().size();
  }

  private ExecutionRecord show() {
    Optional<StatesError> reason = Optional.ofNullable(error());
    return new ExecutionRecord(
        new ExecutionDescription(
            machine().definition(),
            arn(),
            name(),
            machine().arn(),
            machine().type(),
            status(),
            input(),
            Optional.ofNullable(output()),
            reason.map(StatesError::name),
            reason.map(StatesError::cause),
            startedAt,
            stoppedAt(),
            redrives.count(),
            engine.clock().instant(),
            engine.settings().seed()),
        history.events(),
        history.injectedFaults(),
        history.notes(),
        mapRuns.stream().map(Supplier::get).toList(),
        history.decisions());
  }

  /** The history, which goes on as the execution does. */
  public List<EventRecord> events() {
    return history.growing();
  }

  /** Notes what the timeline tells beside the events. */
  void note(VisitRef visit, String text) {
    history.note(visit, text);
  }

  /** Keeps what was decided, which no event tells. */
  void decided(Decision decision) {
    history.decided(decision);
  }

  /** Notes what a test did to a task, behind the last event. */
  void noteFault(VisitRef visit, String fault) {
    history.noteFault(visit, fault);
  }

  /** What the execution waits for, a line a waiting state; empty if it has ended. */
  @Override
  public List<String> waitsFor() {
    return top.waitsFor();
  }

  /** Shows a Map Run of the execution from now on. */
  void add(Supplier<MapRunRecord> mapRun) {
    mapRuns.add(mapRun);
  }

  /** What the execution returned, null unless it has succeeded. */
  @Override
  public @Nullable JsonNode output() {
    return ended == null ? null : ended.output();
  }

  /** What the execution ended with, null unless it failed or was stopped. */
  @Override
  public @Nullable StatesError error() {
    return ended == null ? null : ended.error();
  }

  /** The execution that a child of a Map Run belongs to, however deep; others belong to none. */
  public ExecutionRun top() {
    return origin == null ? this : origin.parent().top();
  }

  Engine engine() {
    return engine;
  }

  Lineage lineage() {
    return start.lineage();
  }

  /** The type of the machine that runs. */
  @Override
  public WorkflowType type() {
    return start.machine().type();
  }

  @Override
  public String machineArn() {
    return machine().arn();
  }

  /** The machine that runs. */
  public SimulatedMachine machine() {
    return start.machine();
  }

  @Override
  public JsonNode input() {
    return start.input();
  }

  /** The virtual time of the start. */
  @Override
  public Instant startedAt() {
    return startedAt;
  }

  /** The virtual time of the end; empty while the execution runs. */
  @Override
  public Optional<Instant> stoppedAt() {
    return Optional.ofNullable(ended).map(ExecutionEnd::at);
  }

  /** Who answers the execution's Tasks. */
  public TaskDispatcher dispatcher() {
    return start.dispatcher();
  }

  /** Whether the caller waits for the answer, by StartSyncExecution. */
  boolean isSynchronous() {
    return start.synchronous();
  }

  /** Whether the test drives the execution by hand. */
  public boolean handDriven() {
    return start.handDriven();
  }
}

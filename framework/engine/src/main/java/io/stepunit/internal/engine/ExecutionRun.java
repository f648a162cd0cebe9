package io.stepunit.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.asl.WorkflowType;
import io.stepunit.history.EventDetails;
import io.stepunit.history.EventType;
import io.stepunit.history.Execution;
import io.stepunit.history.ExecutionDescription;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.history.HistoryRecorder;
import io.stepunit.history.InjectedFault;
import io.stepunit.history.VisitRef;
import io.stepunit.internal.engine.state.StatesError;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.StateGraph;
import io.stepunit.internal.spi.TaskDispatcher;
import io.stepunit.internal.time.Cancellation;
import io.stepunit.internal.time.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One execution of a state machine, as it runs. */
public final class ExecutionRun {
  private final Engine engine;
  private final StateMachine machine;
  private final Part part;
  private final String name;
  private final String arn;
  private final JsonNode input;
  private final TaskDispatcher dispatcher;
  private final boolean handDriven;
  private final HistoryRecorder history;
  private final Instant startedAt;
  private final @Nullable String until;
  private final Redrives redrives = new Redrives();
  private Strand root;
  private final List<Consumer<ExecutionRun>> endListeners = new ArrayList<>();
  private final List<InjectedFault> injectedFaults = new ArrayList<>();
  private final List<RunningMapRun> mapRuns = new ArrayList<>();
  private final @Nullable ChildOrigin origin;

  private Map<String, Integer> invocations = new HashMap<>();
  private ExecutionStatus status = ExecutionStatus.RUNNING;
  private @Nullable Instant stoppedAt;
  private @Nullable JsonNode output;
  private @Nullable StatesError error;
  private @Nullable Cancellation deadline;
  private @Nullable Throwable abandonedBy;

  /**
   * @param origin what a child execution of a Map Run comes from, else null
   */
  ExecutionRun(
      Engine engine,
      StateMachine machine,
      Part part,
      String name,
      String arn,
      JsonNode input,
      TaskDispatcher dispatcher,
      boolean handDriven,
      @Nullable ChildOrigin origin) {
    this.engine = engine;
    this.machine = machine;
    this.part = part;
    this.name = name;
    this.arn = arn;
    this.input = input;
    this.dispatcher = dispatcher;
    this.handDriven = handDriven;
    this.origin = origin;
    this.history = new HistoryRecorder(engine.clock());
    this.startedAt = engine.clock().instant();
    this.until = part.until().orElse(null);
    this.root = newRoot();
  }

  private Strand newRoot() {
    StateGraph graph = machine.definition().graph().startingAt(part.startAt());
    int index = origin == null ? -1 : origin.index();
    return new Strand(this, graph, null, index, null, part.variables());
  }

  void start() {
    history.record(
        EventType.EXECUTION_STARTED,
        0,
        new EventDetails.ExecutionStarted(input, machine.roleArn()),
        null);
    deadline = scheduleDeadline();
    root.start(input, 0);
  }

  /** Why the execution cannot be redriven now; empty if it can. */
  public Optional<String> whyNotRedrivable() {
    return Redrives.reasonAgainst(this, history.size());
  }

  /** How often the execution was redriven. */
  public int redriveCount() {
    return redrives.count();
  }

  /** The virtual time of the last redrive. */
  public Optional<Instant> redrivenAt() {
    return redrives.last();
  }

  /**
   * RedriveExecution: goes on where the execution ended. What had succeeded is not run again.
   *
   * @throws IllegalStateException if it ended in a Map Run whose failed children were not kept
   */
  void redrive() {
    StopPoint stop = Objects.requireNonNull(root.stop(), "the execution was closed");
    requireRedrivable();
    status = ExecutionStatus.RUNNING;
    output = null;
    error = null;
    stoppedAt = null;
    long previous = history.size();
    int count = redrives.next(engine.clock().instant());
    long redriven =
        history.record(
            EventType.EXECUTION_REDRIVEN,
            previous,
            new EventDetails.ExecutionRedriven(count),
            null);
    deadline = scheduleDeadline();
    root = newRoot();
    root.resume(stop, redriven);
  }

  /** Checks that {@link #redrive} has what it needs. */
  void requireRedrivable() {
    Objects.requireNonNull(root.stop(), "the execution was closed").requireRedrivable();
  }

  /** The same execution, to be run once more; calls are counted over all runs of it. */
  ExecutionRun again() {
    ExecutionRun run =
        new ExecutionRun(engine, machine, part, name, arn, input, dispatcher, handDriven, origin);
    run.invocations = invocations;
    return run;
  }

  /** A Standard child needs no limit of its own: its parent, which is older, has the same. */
  private @Nullable Cancellation scheduleDeadline() {
    Duration limit = engine.settings().limits().executionTime(machine.type());
    Duration timeout = machine.definition().timeout().orElse(limit);
    boolean isOwn = timeout.compareTo(limit) < 0;
    boolean isReached = isOwn || machine.type() == WorkflowType.EXPRESS;
    if (origin != null && !isReached) {
      return null;
    }
    return engine
        .scheduler()
        .schedule(
            isOwn ? redrives.last().orElse(startedAt).plus(timeout) : startedAt.plus(limit),
            isReached ? Phase.EXECUTION_DEADLINE : Phase.SERVICE_LIMIT,
            this::timeOut);
  }

  /** Whether the execution ends when this state is left, whichever way. */
  boolean endsAfter(State state) {
    return until != null && until.equals(state.name());
  }

  /**
   * Asks to be told of the end, whichever way it comes; in the midst of the event that ends the
   * execution, after its last event is on record. An execution that has ended tells at once; one
   * that is abandoned never does.
   */
  public void whenEnded(Consumer<ExecutionRun> listener) {
    if (isEnded()) {
      listener.accept(this);
    } else {
      endListeners.add(listener);
    }
  }

  /** StopExecution: ends the execution as ABORTED; without effect if it has ended. */
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
    if (deadline != null) {
      deadline.cancel();
    }
    root.close();
    if (origin != null && origin.parent().abandonedBy == null) {
      origin.parent().abandon(reason);
    }
  }

  /** What aborted the test from within, null if nothing did. */
  public @Nullable Throwable abandonedBy() {
    return abandonedBy;
  }

  void succeed(JsonNode result, long previousEventId) {
    record(EventType.EXECUTION_SUCCEEDED, previousEventId, new EventDetails.Output(result), null);
    end(ExecutionStatus.SUCCEEDED, result, null);
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
    status = reached;
    output = result;
    error = reason;
    stoppedAt = engine.clock().instant();
    if (deadline != null) {
      deadline.cancel();
    }
    root.close();
    List<Consumer<ExecutionRun>> told = List.copyOf(endListeners);
    endListeners.clear();
    told.forEach(listener -> listener.accept(this));
  }

  /**
   * Appends an event.
   *
   * @throws HistoryFullException if the event would be the history's last: the execution has then
   *     failed in its place, as AWS does it; an Express execution, which may have any number of
   *     events, goes round in a loop and only waits for its time limit from then on
   */
  long record(
      EventType type, long previousEventId, EventDetails details, @Nullable VisitRef visit) {
    Limits limits = engine.settings().limits();
    if (limits.isExpressLoop(machine.type(), history.size()) && !endsExecution(type)) {
      root.close();
      throw new HistoryFullException();
    }
    if (limits.isHistoryFull(machine.type(), history.size()) && !endsExecution(type)) {
      StatesError full =
          StatesError.fatal(
              StatesError.RUNTIME,
              "The execution reached the maximum number of history events ("
                  + limits.historyEvents()
                  + ").");
      history.record(EventType.EXECUTION_FAILED, history.size(), failure(full), null);
      end(ExecutionStatus.FAILED, null, full);
      throw new HistoryFullException();
    }
    return history.record(type, previousEventId, details, visit);
  }

  private static boolean endsExecution(EventType type) {
    return switch (type) {
      case EXECUTION_SUCCEEDED, EXECUTION_FAILED, EXECUTION_ABORTED, EXECUTION_TIMED_OUT -> true;
      default -> false;
    };
  }

  /** Counts a call of a state's task over the whole execution; the first is 1. */
  int nextInvocation(String state) {
    return invocations.merge(state, 1, Integer::sum);
  }

  /** Whether the execution has ended. */
  public boolean isEnded() {
    return status != ExecutionStatus.RUNNING;
  }

  public ExecutionStatus status() {
    return status;
  }

  public String name() {
    return name;
  }

  public String arn() {
    return arn;
  }

  /** The execution as it stands. */
  public Execution snapshot() {
    Optional<StatesError> reason = Optional.ofNullable(error);
    return new Execution(
        new ExecutionDescription(
            machine.definition(),
            arn,
            name,
            machine.arn(),
            machine.type(),
            status,
            input,
            Optional.ofNullable(output),
            reason.map(StatesError::name),
            reason.map(StatesError::cause),
            startedAt,
            Optional.ofNullable(stoppedAt),
            engine.clock().instant(),
            engine.settings().seed()),
        history.events(),
        injectedFaults,
        mapRuns.stream().map(RunningMapRun::snapshot).toList());
  }

  /** Notes what a test did to a task, behind the last event. */
  void noteFault(VisitRef visit, String fault) {
    injectedFaults.add(
        new InjectedFault(
            history.size(), engine.clock().instant(), visit.state().name(), visit.path(), fault));
  }

  /** What the execution waits for, a line a waiting state; empty if it has ended. */
  public List<String> waitsFor() {
    return root.waitsFor();
  }

  void add(RunningMapRun mapRun) {
    mapRuns.add(mapRun);
  }

  /** A Map Run was redriven: it stands where it stood. */
  void replace(RunningMapRun former, RunningMapRun redriven) {
    mapRuns.replaceAll(mapRun -> mapRun == former ? redriven : mapRun);
  }

  /** What the execution returned, null unless it has succeeded. */
  @Nullable JsonNode output() {
    return output;
  }

  /** What the execution ended with, null unless it failed or was stopped. */
  @Nullable StatesError error() {
    return error;
  }

  /** The execution that a child of a Map Run belongs to, however deep; others belong to none. */
  public ExecutionRun top() {
    return origin == null ? this : origin.parent().top();
  }

  /** The visit of the Map that a child execution is of, null for any other execution. */
  @Nullable VisitRef mapVisit() {
    return origin == null ? null : origin.map();
  }

  Engine engine() {
    return engine;
  }

  /** The type of the machine that runs. */
  public WorkflowType type() {
    return machine.type();
  }

  /** The machine that runs. */
  public StateMachine machine() {
    return machine;
  }

  public JsonNode input() {
    return input;
  }

  /** The virtual time of the start. */
  public Instant startedAt() {
    return startedAt;
  }

  /** The virtual time of the end; empty while the execution runs. */
  public Optional<Instant> stoppedAt() {
    return Optional.ofNullable(stoppedAt);
  }

  /** Who answers the execution's Tasks. */
  public TaskDispatcher dispatcher() {
    return dispatcher;
  }

  /** Whether the test drives the execution by hand. */
  public boolean handDriven() {
    return handDriven;
  }
}

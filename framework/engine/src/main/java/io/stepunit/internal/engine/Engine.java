package io.stepunit.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.budget.ExceededBudgetError;
import io.stepunit.budget.InterruptedWorkError;
import io.stepunit.budget.WorkBudget;
import io.stepunit.internal.bucket.Buckets;
import io.stepunit.internal.budget.WorkBudgets;
import io.stepunit.internal.budget.WorkMeter;
import io.stepunit.internal.engine.maprun.ChildRun;
import io.stepunit.internal.engine.maprun.RunningMapRun;
import io.stepunit.internal.engine.state.MapThresholds;
import io.stepunit.internal.engine.task.TaskAttempt;
import io.stepunit.internal.engine.task.TaskTokens;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.spi.TaskDispatcher;
import io.stepunit.internal.time.EventOrder;
import io.stepunit.internal.time.Phase;
import io.stepunit.internal.time.Scheduler;
import io.stepunit.internal.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The simulator of one environment: runs what is scheduled, in order, on the caller's thread.
 *
 * <p>User code that is called in the midst of an event may schedule more (send a token, start an
 * execution); that runs when the event is over.
 */
public final class Engine {
  /**
   * Steps between two looks at the thread's interrupt: most take microseconds, some milliseconds.
   */
  private static final int UNCHECKED_STEPS = 16;

  private final EngineSettings settings;
  private final VirtualClock clock;
  private final Scheduler scheduler;
  private final @Nullable EventOrder order;
  private final Randomness randomness;
  private final Buckets buckets;
  private final TaskTokens tokens = new TaskTokens();
  private final List<ExecutionRun> executions = new ArrayList<>();
  private final Map<String, ExecutionRun> children = new LinkedHashMap<>();
  private final Map<String, RunningMapRun> mapRuns = new HashMap<>();
  private final OneThread oneThread = new OneThread();
  private boolean running;
  private @Nullable Branch branchAtWork;
  private final List<BiConsumer<ExecutionRun, ChildRun>> lettingGo = new ArrayList<>(2);

  public Engine(EngineSettings settings, Instant start) {
    this(settings, start, null);
  }

  /**
   * @param order the order of what may happen in any; null for the engine's own
   */
  public Engine(EngineSettings settings, Instant start, @Nullable EventOrder order) {
    this.settings = settings;
    this.order = order;
    this.clock = new VirtualClock(start);
    this.scheduler = new Scheduler(clock, order);
    this.buckets = new Buckets(clock);
    this.randomness = new Randomness(settings.seed());
  }

  public EngineSettings settings() {
    return settings;
  }

  public VirtualClock clock() {
    return clock;
  }

  /** What Map Runs read and write. */
  public Buckets buckets() {
    return buckets;
  }

  /** The open task tokens. */
  public TaskTokens tokens() {
    return tokens;
  }

  /** All executions so far, in the order of their start. */
  public List<ExecutionRun> executions() {
    return List.copyOf(executions);
  }

  /**
   * Starts an execution at the present instant. It runs with the next call of one of the methods
   * below.
   *
   * @param part what of the machine to run
   * @param name null to make one up
   * @param handDriven whether the test drives the execution by hand
   * @param synchronous whether the caller waits for the answer, by StartSyncExecution
   * @param startedBy the execution that starts it, null if the test does
   * @throws ExceededBudgetError if too many descend from one start
   */
  public ExecutionRun start(
      SimulatedMachine machine,
      Part part,
      @Nullable String name,
      JsonNode input,
      TaskDispatcher dispatcher,
      boolean handDriven,
      boolean synchronous,
      @Nullable ExecutionRun startedBy) {
    return begin(
        () -> {
          Lineage lineage =
              startedBy == null
                  ? Lineage.of(settings.budgets())
                  : startedBy.lineage().next(startedBy.name(), machine.name());
          String given = name == null ? randomness.nextId().toString() : name;
          String arn = machine.executionArn(given, randomness::nextId);
          return new ExecutionRun(
              this,
              new ExecutionStart(
                  machine,
                  part,
                  given,
                  arn,
                  input,
                  dispatcher,
                  handDriven,
                  synchronous,
                  null,
                  lineage));
        });
  }

  /**
   * Runs an execution a second time from its start, under the same name and ARN, beginning at the
   * present instant: what AWS may do to an Express execution.
   */
  public ExecutionRun startAgain(ExecutionRun first) {
    return begin(first::again);
  }

  /** RedriveExecution of an execution that can be redriven; it resumes when time advances. */
  public void redrive(ExecutionRun run) {
    oneThread.call(
        () -> {
          run.redrive();
          return run;
        });
  }

  private ExecutionRun begin(Supplier<ExecutionRun> made) {
    return oneThread.call(
        () -> {
          ExecutionRun run = made.get();
          executions.add(run);
          run.start();
          return run;
        });
  }

  /**
   * Starts a child execution of a Map Run, at the present instant. It is answered as its parent is,
   * and it is not one of {@link #executions}: there may be any number.
   */
  ExecutionRun startChild(ChildOrigin origin, SimulatedMachine machine, JsonNode input) {
    ExecutionRun parent = origin.parent();
    String name = MapRunNames.childName(origin);
    return startChild(
        new ExecutionRun(
            this,
            new ExecutionStart(
                machine,
                Part.whole(machine),
                name,
                machine.executionArn(name, randomness::nextId),
                input,
                parent.dispatcher(),
                parent.handDriven(),
                false,
                origin,
                parent.lineage())));
  }

  /** Starts a child execution, which may take the place of another of the same ARN. */
  ExecutionRun startChild(ExecutionRun child) {
    children.put(child.arn(), child);
    child.start();
    return child;
  }

  /**
   * Has each child execution shown that is not kept, when it has ended.
   *
   * @param shown is told the ARN of the execution that the child belongs to, however deep
   */
  public void whenForgotten(BiConsumer<String, ExecutionRecord> shown) {
    lettingGo.add((top, child) -> shown.accept(top.arn(), child.snapshot()));
  }

  /** Tells of each child execution that is not kept, by its ARN, when it has ended. */
  public void whenLetGo(Consumer<String> told) {
    lettingGo.add((top, child) -> told.accept(child.arn()));
  }

  /**
   * Has each child execution shown for the time of some work, too, that is not kept.
   *
   * @param shown is told the ARN of the execution that the child belongs to, however deep
   */
  public <T> T showingForgotten(BiConsumer<String, ExecutionRecord> shown, Supplier<T> work) {
    BiConsumer<ExecutionRun, ChildRun> told =
        (top, child) -> shown.accept(top.arn(), child.snapshot());
    lettingGo.add(told);
    try {
      return work.get();
    } finally {
      lettingGo.remove(told);
    }
  }

  /** A child execution has ended and is not kept. */
  void forgetChild(ExecutionRun top, ChildRun child) {
    children.remove(child.arn());
    lettingGo.forEach(told -> told.accept(top, child));
  }

  /** The child execution of a Map Run that has this ARN, if it runs or is kept. */
  public Optional<ExecutionRun> child(String arn) {
    return Optional.ofNullable(children.get(arn));
  }

  /** The child executions of an execution's Map Runs that run or are kept, however deep. */
  List<ExecutionRun> descendantsOf(ExecutionRun top) {
    return children.values().stream().filter(child -> child.top() == top).toList();
  }

  /** The child executions of a Map Run that run or are kept, in the order of their first start. */
  public List<ExecutionRun> childrenOf(String mapRunArn) {
    return children.values().stream()
        .filter(child -> child.childOf().filter(mapRunArn::equals).isPresent())
        .toList();
  }

  /**
   * Runs until a condition holds or nothing is left to do but to wait for the service's limit;
   * tells whether it holds.
   *
   * @throws IllegalStateException if it is called by users' code in the midst of an event
   */
  public boolean runUntil(BooleanSupplier condition) {
    refuseInside(!condition.getAsBoolean());
    return loop(condition, next -> !isAtRest(next));
  }

  /** Runs until a condition holds, but not beyond an instant; where it does not, moves there. */
  public void advanceUntil(BooleanSupplier condition, Instant instant) {
    boolean holds = loop(condition, next -> !next.at().isAfter(instant));
    if (!holds) {
      advanceTo(instant);
    }
  }

  /**
   * Runs all that is due up to an instant, and moves the clock there. In the midst of an event
   * nothing runs; what is due at the present instant does so when the event is over.
   *
   * @throws IllegalStateException if users' code wants time to pass in the midst of an event
   */
  public void advanceTo(Instant instant) {
    refuseInside(instant.isAfter(clock.instant()));
    loop(() -> false, next -> !next.at().isAfter(instant));
    if (!running && clock.instant().isBefore(instant)) {
      clock.moveTo(instant);
    }
  }

  /**
   * Runs until an execution has ended, or a token is awaited that no mock sends and nothing else is
   * due at that instant.
   *
   * @param meant which of the waiting tasks count
   * @throws IllegalStateException if it is called by users' code in the midst of an event
   */
  public void runUntilAwaited(ExecutionRun run, Predicate<TaskAttempt> meant) {
    refuseInside(!run.isEnded());
    loop(run::isEnded, next -> !isAtRest(next) && (isDueNow(next) || !tokens.anyAwaited(meant)));
  }

  /**
   * Runs all that is due at the next instant at which anything is; tells whether there was one.
   *
   * @throws IllegalStateException if it is called by users' code in the midst of an event
   */
  public boolean runNextInstant() {
    Scheduler.Next next = oneThread.call(scheduler::peek);
    if (next == null || isAtRest(next)) {
      return false;
    }
    advanceTo(next.at());
    return true;
  }

  /** What is due next; empty if nothing is, the service's limit aside. */
  public Optional<Scheduler.Next> next() {
    return oneThread.call(
        () -> Optional.ofNullable(scheduler.peek()).filter(next -> !isAtRest(next)));
  }

  /** Runs what is due next, as long as a test of it holds; in the midst of an event nothing. */
  public void runWhile(Predicate<Scheduler.Next> may) {
    loop(() -> false, may);
  }

  /** Whether users' code that is called now is called in the midst of an event. */
  public boolean isInEvent() {
    return running;
  }

  private boolean isDueNow(Scheduler.Next next) {
    return !next.at().isAfter(clock.instant());
  }

  private boolean isAtRest(Scheduler.Next next) {
    return next.phase() == Phase.SERVICE_LIMIT && scheduler.isAtRest();
  }

  /** One event at a time: what waits for a later one from inside of an event waits for ever. */
  private void refuseInside(boolean wantsMore) {
    if (running && wantsMore) {
      throw new IllegalStateException(
          """
          An execution cannot run, and time cannot pass, while a Task of the same environment waits \
          for its answer. In an answer or a handler: start(…) an execution without waiting for it, \
          which runs when the answer is over; run the other machine in an environment of its own; or let \
          a Task states:startExecution without a mock run it.\
          """);
    }
  }

  private boolean loop(BooleanSupplier condition, Predicate<Scheduler.Next> may) {
    return oneThread.call(() -> loopAlone(condition, may));
  }

  private boolean loopAlone(BooleanSupplier condition, Predicate<Scheduler.Next> may) {
    if (running) {
      return condition.getAsBoolean();
    }
    running = true;
    try {
      return loopMetered(condition, may);
    } catch (ExceededBudgetError e) {
      throw WorkPlace.of(branchAtWork).inContext(e);
    } catch (InterruptedWorkError e) {
      throw WorkPlace.of(branchAtWork).inContext(e);
    } finally {
      running = false;
      branchAtWork = null;
    }
  }

  private boolean loopMetered(BooleanSupplier condition, Predicate<Scheduler.Next> may) {
    WorkBudgets budgets = settings.budgets();
    WorkMeter steps =
        new WorkMeter(
            budgets.of(WorkBudget.STEPS),
            UNCHECKED_STEPS,
            budgets.refusal(WorkBudget.STEPS, "One more step"));
    while (!condition.getAsBoolean()) {
      Scheduler.Next next = scheduler.peek();
      if (next == null || !may.test(next)) {
        return false;
      }
      steps.spend(1);
      scheduler.runNext();
    }
    return true;
  }

  /** A branch does what is due; users' code that runs now runs on its behalf. */
  void isAtWork(Branch branch) {
    branchAtWork = branch;
  }

  /** The execution on whose behalf users' code runs now; empty if the test itself is at work. */
  public Optional<ExecutionRun> atWork() {
    return running ? Optional.ofNullable(branchAtWork).map(Branch::run) : Optional.empty();
  }

  /**
   * How long something takes whose duration the test gives as a range.
   *
   * @param shortest included
   * @param longest included
   */
  public Duration between(Duration shortest, Duration longest) {
    return order == null
        ? shortest.plusMillis(
            randomness.durations().nextLong(longest.minus(shortest).toMillis() + 1))
        : order.between(shortest, longest);
  }

  /** A number below 100, by which an alias chooses among versions with weights. */
  public int nextPercentage() {
    return randomness.routes().nextInt(100);
  }

  /** A Map Run begins, for the first time or by a redrive. */
  void mapRunBegins(RunningMapRun mapRun) {
    mapRuns.put(mapRun.arn(), mapRun);
  }

  void mapRunIsOver(RunningMapRun mapRun) {
    mapRuns.remove(mapRun.arn());
  }

  /**
   * UpdateMapRun of a Map Run that is running; tells whether it is.
   *
   * @param update makes the new limits of the present ones
   */
  public boolean updateMapRun(String arn, UnaryOperator<MapThresholds> update) {
    RunningMapRun running = mapRuns.get(arn);
    if (running != null) {
      running.update(update);
    }
    return running != null;
  }

  Scheduler scheduler() {
    return scheduler;
  }

  Randomness randomness() {
    return randomness;
  }
}

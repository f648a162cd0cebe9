package io.stepunit;

import io.stepunit.api.StepFunctionsException;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.api.Arns;
import io.stepunit.internal.engine.ExecutionRun;
import io.stepunit.internal.engine.StateEntry;
import io.stepunit.internal.engine.task.TaskAttempt;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An execution under the test's control: run it until it waits, advance the clock, send tokens.
 *
 * <pre>{@code
 * RunningExecution run = order.start(ORDER).runUntilParked();
 * run.advance(ofMinutes(50));
 * run.token("AwaitApproval").succeed(Map.of("by", "kim"));
 * assertThat(run.finish()).isSucceeded();
 * }</pre>
 *
 * @since 0.1.0
 */
public final class RunningExecution {
  private final Simulation simulation;
  private final ExecutionRun run;
  private final WaitingTasks waiting;

  RunningExecution(Simulation simulation, ExecutionRun run) {
    this.simulation = simulation;
    this.run = run;
    this.waiting = new WaitingTasks(simulation, run);
  }

  /**
   * Runs until a callback is awaited that no mock sends and nothing else is due at that instant, or
   * the execution has ended. Until then virtual time passes: for Wait states, delays of retries,
   * durations of mocks. Once a callback is awaited no time passes, whatever else goes on: {@link
   * #advance} lets it.
   *
   * <p>The callbacks of child executions count, and those of executions that Tasks of this one have
   * started.
   */
  public RunningExecution runUntilParked() {
    simulation.alone(this::runUntilAwaited);
    return this;
  }

  /**
   * Runs until a Task awaits its token and nothing else is due at that instant. Until then virtual
   * time passes, also while other Tasks await theirs.
   *
   * <pre>{@code
   * order.start(ORDER).runUntilToken("AskManager").token("AskManager").succeed("{}");
   * }</pre>
   *
   * @param state the state's name, or its path ({@code Lines[3]/Approve})
   * @throws IllegalArgumentException if the machine has no such state; tells the nearest name
   * @throws AssertionError if the execution ends before, or nothing brings it there
   */
  public RunningExecution runUntilToken(String state) {
    Objects.requireNonNull(state, "state");
    simulation.alone(() -> runUntilTokenOf(state));
    return this;
  }

  /**
   * Runs until the execution enters a state the next time; nothing of the state has happened then.
   * Until then virtual time passes, also while Tasks await tokens.
   *
   * <pre>{@code
   * RunningExecution run = order.start(ORDER).runUntil("Ship");
   * assertThat(run.snapshot()).hasDuration(ofHours(2));
   * }</pre>
   *
   * @param state the state's name, or its path ({@code Lines[3]/Charge})
   * @throws IllegalArgumentException if the machine has no such state; tells the nearest name
   * @throws AssertionError if the execution ends before, or nothing brings it there
   */
  public RunningExecution runUntil(String state) {
    Objects.requireNonNull(state, "state");
    simulation.alone(() -> runUntilEntryOf(state));
    return this;
  }

  /**
   * Advances virtual time to the next instant at which anything is due in the environment, such as
   * the end of a Wait, an answer, a retry or a deadline. Everything due at that instant happens.
   *
   * @throws StuckExecutionError if nothing is due and the execution has not ended
   */
  public RunningExecution advanceToNextEvent() {
    simulation.alone(this::runNextInstant);
    return this;
  }

  /** Advances virtual time; everything due in that time happens. */
  public RunningExecution advance(Duration duration) {
    Objects.requireNonNull(duration, "duration");
    requireUsable();
    simulation.advance(duration);
    return this;
  }

  /**
   * Advances virtual time to an instant.
   *
   * @throws IllegalArgumentException if the instant lies in the past
   */
  public RunningExecution advanceTo(Instant instant) {
    Objects.requireNonNull(instant, "instant");
    requireUsable();
    simulation.advanceTo(instant);
    return this;
  }

  /**
   * Returns the token of a Task of this execution that waits for it.
   *
   * @param stateOrToken the state's name, its path ({@code Lines[3]/Approve}), or the token's text
   * @throws IllegalArgumentException if no such task waits, or several do; tells which do
   */
  public TaskToken token(String stateOrToken) {
    Objects.requireNonNull(stateOrToken, "stateOrToken");
    return new TaskToken(simulation, simulation.read(() -> waiting.require(stateOrToken).token()));
  }

  /**
   * Stops the execution (StopExecution) without error and cause.
   *
   * @throws StepFunctionsException if the execution is an Express one, which nobody can stop
   */
  public RunningExecution stop() {
    return stop(null, null);
  }

  /**
   * Stops the execution (StopExecution).
   *
   * @throws StepFunctionsException if the execution is an Express one, which nobody can stop
   */
  public RunningExecution stop(@Nullable String error, @Nullable String cause) {
    Arns.require(run.arn(), "execution");
    simulation.alone(() -> run.stop(error, cause));
    return this;
  }

  /**
   * Redrives an execution that failed, timed out or was stopped (RedriveExecution): it resumes
   * where it stopped. What had succeeded is not run again, of Parallel and Map states too; retries
   * are counted anew; mocks made since then answer.
   *
   * <pre>{@code
   * order.mock("Charge").returns(PAID);
   * assertThat(run.redrive().finish()).isSucceeded();
   * }</pre>
   *
   * @throws StepFunctionsException {@code ExecutionNotRedrivable} if it runs, succeeded, or ended
   *     more than 14 days ago
   * @throws IllegalStateException if it ended in a Distributed Map whose failed child executions
   *     were not kept; see {@link io.stepunit.history.ChildRetention}
   */
  public RunningExecution redrive() {
    requireUsable();
    simulation.alone(() -> simulation.api().redriveExecution(run.arn()));
    return this;
  }

  public ExecutionStatus status() {
    return simulation.read(run::status);
  }

  /** The execution's name. */
  public String name() {
    return run.name();
  }

  /** The execution's ARN. */
  public String arn() {
    return run.arn();
  }

  /**
   * Returns the executions that Tasks of this one have started so far, in order.
   *
   * <pre>{@code
   * run.children().get(0).token("Approve").succeed(Map.of());
   * }</pre>
   */
  public List<RunningExecution> children() {
    return simulation.read(() -> simulation.executions().children(run)).stream()
        .map(child -> new RunningExecution(simulation, child))
        .toList();
  }

  /** Returns a snapshot of the execution. */
  public Execution snapshot() {
    return simulation.execution(simulation.read(run::snapshot));
  }

  /**
   * Advances virtual time until the execution ends.
   *
   * @throws StuckExecutionError if it waits for what nobody sends
   */
  public Execution finish() {
    return simulation.alone(this::runToEnd);
  }

  /**
   * Advances virtual time until the execution ends, while other threads send the tokens that its
   * Tasks wait for, or work for its activities.
   *
   * <pre>{@code
   * Execution run = order.start(ORDER).finish(awaitingOutside(ofSeconds(5)));
   * }</pre>
   *
   * @param outside how long to wait for them; no virtual time passes meanwhile
   * @throws StuckExecutionError if they do not answer in that time
   */
  public Execution finish(OutsideWait outside) {
    Objects.requireNonNull(outside, "outside");
    return simulation.alone(() -> runAnswered(outside));
  }

  private Execution runAnswered(OutsideWait outside) {
    runUntilAwaited();
    while (!run.isEnded()) {
      awaitAnswer(outside.realTime());
      runUntilAwaited();
    }
    return runToEnd();
  }

  private void awaitAnswer(Duration realTime) {
    Set<TaskAttempt> before = waiting.awaited();
    if (before.isEmpty()) {
      throw new StuckExecutionError(run, "cannot end");
    }
    boolean isChanged =
        simulation
            .lock()
            .letOthers(
                () -> Optional.of(waiting.awaited()).filter(now -> !now.containsAll(before)),
                realTime)
            .isPresent();
    if (!isChanged) {
      throw new StuckExecutionError(
          run,
          "waited %s s of real time for another thread"
              .formatted(new BigDecimal(realTime.toMillis()).movePointLeft(3)),
          "Let another thread send what it waits for, or raise the limit of awaitingOutside(…).");
    }
  }

  private void runUntilAwaited() {
    requireUsable();
    simulation.engine().runUntilAwaited(run, waiting::isOfFamily);
  }

  private void runUntilTokenOf(String state) {
    requireUsable();
    Goal goal = Goal.token(run, state);
    simulation.engine().runUntilAwaited(run, task -> waiting.isMeant(task, state));
    if (!waiting.isAwaited(state)) {
      throw goal.missed();
    }
  }

  private void runUntilEntryOf(String state) {
    requireUsable();
    Goal goal = Goal.entry(run, state);
    StateEntry entry = new StateEntry(run, state);
    simulation.engine().runUntil(() -> entry.getAsBoolean() || run.isEnded());
    if (!entry.getAsBoolean()) {
      throw goal.missed();
    }
  }

  private void runNextInstant() {
    requireUsable();
    if (!simulation.engine().runNextInstant() && !run.isEnded()) {
      throw new StuckExecutionError(run, "cannot go on");
    }
  }

  private Execution runToEnd() {
    requireUsable();
    if (!simulation.engine().runUntil(run::isEnded)) {
      throw new StuckExecutionError(run, "cannot end");
    }
    return simulation.execution(run.snapshot());
  }

  private void requireUsable() {
    Throwable reason = run.abandonedBy();
    if (reason != null) {
      throw new IllegalStateException(
          "Execution '" + run.name() + "' was abandoned when the test was aborted: " + reason,
          reason);
    }
  }
}

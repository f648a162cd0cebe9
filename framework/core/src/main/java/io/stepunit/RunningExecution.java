package io.stepunit;

import io.stepunit.api.StepFunctionsException;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.api.Arns;
import io.stepunit.internal.engine.ExecutionRun;
import io.stepunit.internal.engine.task.TaskAttempt;
import io.stepunit.internal.engine.task.TaskTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
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

  RunningExecution(Simulation simulation, ExecutionRun run) {
    this.simulation = simulation;
    this.run = run;
  }

  /**
   * Runs until the execution waits for a callback that no mock sends, or has ended. Virtual time
   * passes for Wait states, delays of retries and durations of mocks, but no deadline passes while
   * a token is awaited.
   */
  public RunningExecution runUntilParked() {
    requireUsable();
    simulation.engine().runUntilParked(run);
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
    List<TaskAttempt> matching = meant(stateOrToken);
    if (matching.size() != 1) {
      List<TaskAttempt> waiting =
          simulation.engine().tokens().all().stream().filter(this::isOwn).toList();
      throw new IllegalArgumentException(
          (matching.isEmpty() ? "No Task waits for a token at '" : "Several Tasks wait at '")
              + stateOrToken
              + "'. Waiting now: "
              + paths(waiting)
              + "."
              + otherExecutionsWaiting()
              + " The execution is "
              + run.status()
              + (run.isEnded() ? "." : "; runUntilParked() lets it run until it waits."));
    }
    return new TaskToken(simulation, matching.get(0).token());
  }

  /** What a child waits for is the child's: a parent is often asked for it. */
  private String otherExecutionsWaiting() {
    String others =
        simulation.engine().tokens().all().stream()
            .filter(attempt -> !isOwn(attempt))
            .map(
                attempt ->
                    "%s in '%s' of %s"
                        .formatted(
                            attempt.request().path(),
                            attempt.request().execution(),
                            nameOf(attempt.request().stateMachineArn())))
            .collect(Collectors.joining(", "));
    return others.isEmpty()
        ? ""
        : " In other executions: " + others + "; run.children() has those that this one started.";
  }

  private boolean isOwn(TaskAttempt attempt) {
    return attempt.request().topExecutionArn().equals(run.arn());
  }

  private static String nameOf(String machineArn) {
    return machineArn.substring(machineArn.lastIndexOf(':') + 1);
  }

  private List<TaskAttempt> meant(String stateOrToken) {
    TaskTokens tokens = simulation.engine().tokens();
    TaskAttempt ofToken = tokens.find(stateOrToken);
    return ofToken != null && isOwn(ofToken)
        ? List.of(ofToken)
        : tokens.at(run.arn(), stateOrToken);
  }

  private static String paths(List<TaskAttempt> attempts) {
    return attempts.isEmpty()
        ? "none"
        : attempts.stream()
            .map(attempt -> attempt.request().path())
            .collect(Collectors.joining(", "));
  }

  /**
   * Stops the execution (StopExecution) without error and cause.
   *
   * @throws StepFunctionsException if the execution is an Express one, which nobody can stop
   */
  public RunningExecution stop() {
    Arns.require(run.arn(), "execution");
    run.stop(null, null);
    return this;
  }

  /**
   * Stops the execution (StopExecution).
   *
   * @throws StepFunctionsException if the execution is an Express one, which nobody can stop
   */
  public RunningExecution stop(@Nullable String error, @Nullable String cause) {
    Arns.require(run.arn(), "execution");
    run.stop(error, cause);
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
    simulation.api().redriveExecution(run.arn());
    return this;
  }

  public ExecutionStatus status() {
    return run.status();
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
    return simulation.executions().children(run).stream()
        .map(child -> new RunningExecution(simulation, child))
        .toList();
  }

  /** Returns a snapshot of the execution. */
  public Execution snapshot() {
    return new Execution(run.snapshot());
  }

  /**
   * Advances virtual time until the execution ends.
   *
   * @throws StuckExecutionError if it waits for what nobody sends
   */
  public Execution finish() {
    requireUsable();
    if (!simulation.engine().runUntil(run::isEnded)) {
      throw new StuckExecutionError(run);
    }
    return new Execution(run.snapshot());
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

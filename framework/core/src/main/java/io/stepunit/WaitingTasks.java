package io.stepunit;

import io.stepunit.internal.engine.ExecutionRun;
import io.stepunit.internal.engine.task.TaskAttempt;
import io.stepunit.internal.engine.task.TaskTokens;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Tasks of an execution that wait for a callback, as a test names them. */
final class WaitingTasks {
  private final Simulation simulation;
  private final ExecutionRun run;

  WaitingTasks(Simulation simulation, ExecutionRun run) {
    this.simulation = simulation;
    this.run = run;
  }

  /**
   * The Task that waits.
   *
   * @param stateOrToken the state's name, its path, or the token's text
   * @throws IllegalArgumentException if no such Task waits, or several do; tells which do
   */
  TaskAttempt require(String stateOrToken) {
    List<TaskAttempt> matching = meant(stateOrToken);
    if (matching.size() != 1) {
      throw new IllegalArgumentException(
          (matching.isEmpty() ? "No Task waits for a token at '" : "Several Tasks wait at '")
              + stateOrToken
              + "'. Waiting now: "
              + paths(open(this::isOwn))
              + "."
              + otherExecutionsWaiting()
              + " The execution is "
              + run.status()
              + (run.isEnded() ? "." : "; runUntilToken(…) lets it run until the Task waits."));
    }
    return matching.get(0);
  }

  private List<TaskAttempt> meant(String stateOrToken) {
    TaskTokens tokens = simulation.engine().tokens();
    TaskAttempt ofToken = tokens.find(stateOrToken);
    return ofToken != null && isOwn(ofToken)
        ? List.of(ofToken)
        : tokens.at(run.arn(), stateOrToken);
  }

  /** Whether a Task of the execution awaits its token, and no mock will send it. */
  boolean isAwaited(String state) {
    return simulation.engine().tokens().anyAwaited(task -> isMeant(task, state));
  }

  /** Whether a Task is of the execution, and at the place that a test names. */
  boolean isMeant(TaskAttempt task, String state) {
    return isOwn(task)
        && (task.request().path().equals(state) || task.request().state().equals(state));
  }

  /** Whether a Task is of the execution, or of one that it has started, however far down. */
  boolean isOfFamily(TaskAttempt task) {
    return family(run).anyMatch(member -> isOf(member, task));
  }

  /** The Tasks of the execution and of those it has started that wait for what no mock sends. */
  Set<TaskAttempt> awaited() {
    return simulation.engine().tokens().awaited(this::isOfFamily);
  }

  private Stream<ExecutionRun> family(ExecutionRun parent) {
    return Stream.concat(
        Stream.of(parent), simulation.executions().children(parent).stream().flatMap(this::family));
  }

  private boolean isOwn(TaskAttempt task) {
    return isOf(run, task);
  }

  private static boolean isOf(ExecutionRun run, TaskAttempt task) {
    return task.request().topExecutionArn().equals(run.arn());
  }

  private List<TaskAttempt> open(Predicate<TaskAttempt> which) {
    return simulation.engine().tokens().all().stream().filter(which).toList();
  }

  /** What a child waits for is the child's: a parent is often asked for it. */
  private String otherExecutionsWaiting() {
    String others =
        open(task -> !isOwn(task)).stream()
            .map(WaitingTasks::inItsExecution)
            .collect(Collectors.joining(", "));
    return others.isEmpty()
        ? ""
        : " In other executions: " + others + "; run.children() has those that this one started.";
  }

  private static String inItsExecution(TaskAttempt task) {
    String machineArn = task.request().stateMachineArn();
    return "%s in '%s' of %s"
        .formatted(
            task.request().path(),
            task.request().execution(),
            machineArn.substring(machineArn.lastIndexOf(':') + 1));
  }

  private static String paths(List<TaskAttempt> tasks) {
    return tasks.isEmpty()
        ? "none"
        : tasks.stream().map(task -> task.request().path()).collect(Collectors.joining(", "));
  }
}

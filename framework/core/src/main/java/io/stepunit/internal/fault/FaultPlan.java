package io.stepunit.internal.fault;

import io.stepunit.Fault;
import io.stepunit.Fault.Attempts;
import io.stepunit.asl.StateMachineDefinition;
import io.stepunit.fault.FaultKind;
import io.stepunit.internal.model.Catcher;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.model.ErrorHandlers;
import io.stepunit.internal.model.Retrier;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.StateGraph;
import io.stepunit.internal.model.TaskState;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The faults that a sweep over a machine injects, one execution after the other.
 *
 * <p>For each Task state these are: each error that the Retry and Catch of the state, and of the
 * Parallel and Map states around it, name; a timeout; {@code States.TaskFailed}; a refused
 * permission; an error that nobody expects ({@value #UNKNOWN_ERROR}). Each affects the first
 * attempt, and each attempt. Besides, the reply to the first attempt is lost after the Task did its
 * work.
 *
 * @since 0.1.0
 */
public final class FaultPlan {
  /** The name of the error that nobody expects. */
  public static final String UNKNOWN_ERROR = "Unknown.Error";

  /** What AWS calls any failure of a Task. */
  public static final String TASK_FAILED = "States.TaskFailed";

  /** Reserved names that a call of a Task itself can end with. */
  private static final Set<String> OF_TASKS = Set.of(TASK_FAILED, "States.Permissions");

  private final List<Fault> faults;

  private FaultPlan(List<Fault> faults) {
    this.faults = List.copyOf(faults);
  }

  /** All single faults. */
  public static FaultPlan of(StateMachineDefinition definition) {
    List<Fault> faults = new ArrayList<>();
    collect(CompiledDefinition.of(definition).graph(), List.of(), faults);
    return new FaultPlan(faults);
  }

  /** These, and callbacks that never come: a person who is asked, and does not answer. */
  public static FaultPlan withLostCallbacks(StateMachineDefinition definition) {
    Set<Fault> lost = new LinkedHashSet<>(of(definition).faults);
    CompiledDefinition.of(definition)
        .graph()
        .all()
        .filter(TaskState.class::isInstance)
        .map(TaskState.class::cast)
        .forEach(task -> add(task, FaultKind.LOSES_CALLBACK, Optional.empty(), lost));
    return new FaultPlan(List.copyOf(lost));
  }

  /** A part of a plan: these faults only. */
  public static FaultPlan of(List<Fault> faults) {
    return new FaultPlan(faults);
  }

  /** The single faults, state by state in the definition's order. */
  public List<Fault> faults() {
    return faults;
  }

  /**
   * Each two faults of different states, both in one execution: what undoes the work of a state
   * runs only after another has failed.
   */
  public Stream<Fault> pairs() {
    return faults.stream()
        .flatMap(
            first ->
                faults.stream()
                    .skip(faults.indexOf(first) + 1L)
                    .filter(second -> !second.state().equals(first.state()))
                    .map(first::and));
  }

  private static void collect(StateGraph graph, List<ErrorHandlers> around, List<Fault> faults) {
    for (State state : graph.states().values()) {
      List<ErrorHandlers> handlers = new ArrayList<>(around);
      handlers.add(0, state.errorHandlers());
      if (state instanceof TaskState task) {
        collect(task, handlers, faults);
      }
      state.scopes().forEach(scope -> collect(scope, handlers, faults));
    }
  }

  private static void collect(TaskState task, List<ErrorHandlers> handlers, List<Fault> faults) {
    Set<Fault> ofState = new LinkedHashSet<>();
    namedIn(handlers).forEach(error -> add(task, FaultKind.FAILS, Optional.of(error), ofState));
    add(task, FaultKind.TIMES_OUT, Optional.empty(), ofState);
    add(task, FaultKind.FAILS, Optional.of(TASK_FAILED), ofState);
    add(task, FaultKind.REFUSES_PERMISSION, Optional.empty(), ofState);
    add(task, FaultKind.FAILS, Optional.of(UNKNOWN_ERROR), ofState);
    faults.addAll(ofState);
    faults.add(
        new Fault(
            task.name(),
            FaultKind.LOSES_REPLY,
            Optional.empty(),
            Attempts.FIRST,
            Optional.empty()));
  }

  /** The names that a Task's call can fail with: no wildcards, nothing that the engine raises. */
  private static Stream<String> namedIn(List<ErrorHandlers> handlers) {
    return handlers.stream()
        .flatMap(
            handler ->
                Stream.concat(
                    handler.retriers().stream().map(Retrier::errorEquals),
                    handler.catchers().stream().map(Catcher::errorEquals)))
        .flatMap(List::stream)
        .filter(FaultPlan::isOfTask);
  }

  private static boolean isOfTask(String error) {
    return !error.startsWith("States.")
        || error.startsWith("States.Http.")
        || OF_TASKS.contains(error);
  }

  private static void add(
      TaskState task, FaultKind kind, Optional<String> error, Set<Fault> faults) {
    if (FaultCatalogue.aws().entry(kind, task.resource()).applies()) {
      for (Attempts attempts : Attempts.values()) {
        faults.add(new Fault(task.name(), kind, error, attempts, Optional.empty()));
      }
    }
  }
}

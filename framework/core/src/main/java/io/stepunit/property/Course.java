package io.stepunit.property;

import io.stepunit.Execution;
import io.stepunit.TestStateMachine;
import io.stepunit.effect.TaskEffect;
import io.stepunit.history.Call;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.history.StateVisit;
import io.stepunit.internal.fault.MachineFaults;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.model.StateType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a machine has done. */
final class Course {
  private static final String CUT_OFF = "maximum number of history events";

  private static final Pattern SCOPE = Pattern.compile("([^/]+)\\[(\\d+)]/");

  private final TestStateMachine machine;
  private final CompiledDefinition definition;
  private final List<Execution> executions;

  private Course(TestStateMachine machine) {
    this.machine = machine;
    this.definition = CompiledDefinition.of(machine.definition());
    this.executions = machine.executions();
  }

  static Course of(TestStateMachine machine) {
    return new Course(machine);
  }

  List<Execution> executions() {
    return executions;
  }

  /** Whether an execution was ended because it is too long: what would come then is not known. */
  static boolean isCutOff(Execution execution) {
    return execution.status() == ExecutionStatus.FAILED
        && execution.cause().filter(cause -> cause.contains(CUT_OFF)).isPresent();
  }

  /** Whether a Task can do no more than be called, since each call of it is made to fail. */
  boolean isMadeToFail(String state) {
    return MachineFaults.of(machine.faults()).refusesAllCallsOf(state);
  }

  /** Each time that a state happened, in order. */
  List<Happening> of(String state) {
    return isTask(state) ? effects(state) : visits(state);
  }

  /** Each time that a state was entered, in order. */
  List<Happening> visits(String state) {
    List<Happening> all = new ArrayList<>();
    for (int run = 0; run < executions.size(); run++) {
      int number = run;
      executions.get(run).visits(state).forEach(visit -> all.add(of(visit, number)));
      executions.get(run).mapRuns().stream()
          .flatMap(mapRun -> mapRun.children().stream())
          .flatMap(child -> child.visits(state).stream())
          .forEach(visit -> all.add(of(visit, -1)));
    }
    return all;
  }

  private Happening of(StateVisit visit, int run) {
    long position = visit.events().isEmpty() ? 0 : visit.events().get(0).id();
    return new Happening(
        run,
        position,
        visit.enteredAt(),
        visit.path(),
        iterations(visit.path()),
        0,
        Optional.empty());
  }

  /** Branches of a Parallel have numbers, too, but are no iterations. */
  private Map<String, Integer> iterations(String path) {
    Map<String, Integer> numbers = new HashMap<>();
    for (Matcher scope = SCOPE.matcher(path); scope.find(); ) {
      if (isOfType(scope.group(1), StateType.MAP)) {
        numbers.put(scope.group(1), Integer.valueOf(scope.group(2)));
      }
    }
    return numbers;
  }

  private boolean isTask(String state) {
    return isOfType(state, StateType.TASK);
  }

  private boolean isOfType(String state, StateType type) {
    return definition.findState(state).filter(found -> found.type() == type).isPresent();
  }

  /** The calls that had their effect, each with its place in the history. */
  private List<Happening> effects(String state) {
    List<TaskEffect> open = new ArrayList<>(machine.effects(state).happened());
    List<Happening> all = new ArrayList<>();
    for (Placed call : calls(state)) {
      open.stream()
          .filter(call::isMeantBy)
          .findFirst()
          .ifPresent(
              effect -> {
                open.remove(effect);
                all.add(of(effect, call.run(), call.call().scheduled().id()));
              });
    }
    open.forEach(effect -> all.add(of(effect, -1, 0)));
    all.sort(Comparator.comparingInt(Happening::number));
    return all;
  }

  private Happening of(TaskEffect effect, int run, long position) {
    return new Happening(
        run,
        position,
        effect.at(),
        effect.path(),
        iterations(effect.path()),
        effect.number(),
        Optional.of(effect.input()));
  }

  private List<Placed> calls(String state) {
    List<Placed> calls = new ArrayList<>();
    for (int run = 0; run < executions.size(); run++) {
      Execution execution = executions.get(run);
      for (Call call : execution.calls(state)) {
        calls.add(new Placed(run, execution.arn(), call));
      }
    }
    calls.sort(Comparator.comparing(placed -> placed.call().scheduled().timestamp()));
    return calls;
  }

  /** A call in the history of one of the executions. */
  private record Placed(int run, String executionArn, Call call) {
    boolean isMeantBy(TaskEffect effect) {
      return effect.executionArn().equals(executionArn)
          && effect.path().equals(call.path())
          && effect.attempt() == call.attempt()
          && !effect.at().isBefore(call.scheduled().timestamp());
    }
  }
}

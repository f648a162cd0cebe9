package io.stepunit.internal.recipe;

import io.stepunit.internal.coverage.CoveragePoint;
import io.stepunit.internal.model.Catcher;
import io.stepunit.internal.model.MapState;
import io.stepunit.internal.model.Retrier;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.StateGraph;
import io.stepunit.internal.model.StateTarget;
import io.stepunit.internal.model.TaskState;
import io.stepunit.internal.model.Way;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes the plans that may reach a point. */
final class Plans {
  /** A Parallel or Map may have any number of Tasks. */
  private static final int TASKS = 4;

  /** So many items of a Map Run may be more than are tolerated to fail. */
  private static final List<Integer> LENGTHS = List.of(3, 12);

  private Plans() {}

  /** What the point itself needs, once its state is reached; the most promising first. */
  static List<Plan> at(CoveragePoint point, State state) {
    return switch (point.kind()) {
      case CATCHER -> {
        Catcher catcher = state.errorHandlers().catchers().get(index(point));
        yield failing(state, catcher.errorEquals(), Disturbance::always);
      }
      case RETRIER -> {
        Retrier retrier = state.errorHandlers().retriers().get(index(point));
        yield failing(state, retrier.errorEquals(), Disturbance::once);
      }
      case EXHAUSTED_RETRIER -> {
        Retrier retrier = state.errorHandlers().retriers().get(index(point));
        yield failing(state, retrier.errorEquals(), Disturbance::always);
      }
      case TIMEOUT, HEARTBEAT ->
          List.of(Plan.of(Map.of(state.name(), Disturbance.always(new Answer.Never()))));
      case MAP_ITEMS -> List.of(Plan.ofLength(items(point)));
      case TRANSITION, STATE, CHOICE_RULE, OPERAND, BRANCH -> List.of(Plan.NONE);
    };
  }

  /** The machine's own time runs out in a Task. */
  static List<Plan> ofMachineTimeout(StateGraph machine) {
    return tasks(machine)
        .map(task -> Plan.of(Map.of(task.name(), Disturbance.always(new Answer.Never()))))
        .limit(TASKS)
        .toList();
  }

  /** What the Catchers on a route need, the most promising first. */
  static List<Plan> along(List<Way> route) {
    List<Plan> plans = List.of(Plan.NONE);
    for (Way way : route) {
      if (way.target() instanceof StateTarget.OfCatcher taken) {
        List<Plan> failing =
            failing(way.from(), taken.catcher().errorEquals(), Disturbance::always);
        plans = failing.isEmpty() ? plans : combined(plans, failing);
      }
    }
    return plans;
  }

  /** Each plan of one list with each of the other. */
  static List<Plan> combined(List<Plan> some, List<Plan> others) {
    List<Plan> all = new ArrayList<>();
    for (Plan one : some) {
      others.forEach(other -> all.add(one.with(other)));
    }
    return all.stream().distinct().limit(2L * TASKS).toList();
  }

  private static List<Plan> failing(
      State state, List<String> errors, Function<Answer, Disturbance> disturb) {
    if (state instanceof TaskState task) {
      return failing(task, errors, disturb);
    }
    List<Plan> plans = new ArrayList<>();
    List<TaskState> inside = state.scopes().stream().flatMap(Plans::tasks).limit(TASKS).toList();
    if (state instanceof MapState map && map.distributed().isPresent()) {
      plans.addAll(ofMapRun(inside));
    } else {
      inside.forEach(task -> plans.addAll(failing(task, errors, disturb)));
    }
    if (plans.isEmpty()) {
      plans.add(Plan.NONE);
    }
    return plans;
  }

  /** A Map Run fails for want of its items, or by more failures than are tolerated. */
  private static List<Plan> ofMapRun(List<TaskState> inside) {
    List<Plan> plans = new ArrayList<>(List.of(Plan.WITHOUT_OBJECTS));
    for (int items : LENGTHS) {
      plans.add(Plan.ofLength(items));
      inside.stream()
          .map(task -> Map.of(task.name(), Disturbance.always(ErrorAnswers.any())))
          .map(failing -> Plan.ofLength(items).with(Plan.of(failing)))
          .forEach(plans::add);
    }
    return plans;
  }

  private static List<Plan> failing(
      TaskState task, List<String> errors, Function<Answer, Disturbance> disturb) {
    return ErrorAnswers.of(errors, task).stream()
        .map(
            answer -> {
              Map<String, Disturbance> one = new LinkedHashMap<>();
              one.put(task.name(), disturb.apply(answer));
              return Plan.of(one);
            })
        .toList();
  }

  private static Stream<TaskState> tasks(StateGraph scope) {
    return scope.all().filter(TaskState.class::isInstance).map(TaskState.class::cast);
  }

  /** The place of a Retrier or Catcher in its list. */
  private static int index(CoveragePoint point) {
    String pointer = point.pointer();
    return Integer.parseInt(pointer.substring(pointer.lastIndexOf('/') + 1));
  }

  private static int items(CoveragePoint point) {
    if (point.key().endsWith("#none")) {
      return 0;
    }
    return point.key().endsWith("#one") ? 1 : 2;
  }
}

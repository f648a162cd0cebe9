package io.stepunit.internal.recipe;

import io.stepunit.Fault;
import io.stepunit.history.ExecutionStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a fault matrix over a recipe will find.
 *
 * @param repeated the Tasks whose work is done twice by one of the faults, with that fault; each is
 *     called once if nothing goes wrong
 * @param once the Tasks that are called once if nothing goes wrong, and whose work no fault lets
 *     happen twice
 * @param endless the Tasks with a fault after which the execution does not end
 */
record FaultRehearsal(Map<String, Fault> repeated, List<String> once, Set<String> endless) {
  /**
   * Looks at all combinations.
   *
   * @param recipe what happens without a fault
   */
  static FaultRehearsal of(Recipe recipe, List<FaultRun> runs) {
    Map<String, Fault> repeated = new LinkedHashMap<>();
    Set<String> endless = new LinkedHashSet<>();
    List<String> once = new ArrayList<>(calledOnce(recipe));
    for (FaultRun run : runs) {
      if (run.execution().isEmpty()) {
        endless.add(run.fault().state());
      }
      once.stream()
          .filter(task -> run.effects().of(task).happened().size() > 1)
          .forEach(task -> repeated.putIfAbsent(task, run.fault()));
    }
    once.removeAll(repeated.keySet());
    return new FaultRehearsal(repeated, once, endless);
  }

  private static List<String> calledOnce(Recipe recipe) {
    return recipe.execution().status() == ExecutionStatus.SUCCEEDED
        ? recipe.answers().entrySet().stream()
            .filter(task -> task.getValue().size() == 1)
            .map(Map.Entry::getKey)
            .toList()
        : List.of();
  }
}

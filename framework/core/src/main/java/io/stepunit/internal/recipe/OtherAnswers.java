package io.stepunit.internal.recipe;

import io.stepunit.Fault;
import io.stepunit.internal.explore.Samples;
import io.stepunit.internal.explore.Variation;
import io.stepunit.internal.fault.FaultPlan;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.model.TaskState;
import io.stepunit.internal.rehearsal.Answer;
import io.stepunit.internal.rehearsal.Rehearsal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds answers of the Tasks that are called only where something goes wrong: no more than what
 * makes a difference.
 */
final class OtherAnswers {
  /** Executions to find out what an answer can do without. */
  private static final int TRIALS = 500;

  private final CompiledDefinition definition;
  private final Recipe recipe;
  private final Rehearsal rehearsal;
  private int left = TRIALS;

  OtherAnswers(CompiledDefinition definition, Recipe recipe, Rehearsal rehearsal) {
    this.definition = definition;
    this.recipe = recipe;
    this.rehearsal = rehearsal;
  }

  /** The answers, by the Tasks' names. */
  Map<String, List<Answer>> find(Samples samples) {
    Map<String, List<Answer>> others = new LinkedHashMap<>();
    definition
        .graph()
        .all()
        .filter(TaskState.class::isInstance)
        .map(TaskState.class::cast)
        .filter(task -> !recipe.answers().containsKey(task.name()))
        .forEach(
            task -> {
              List<Answer> script =
                  List.of(new Answer.Returns(samples.result(task, Variation.nth(0))));
              if (isAccepted(task.name(), script)) {
                others.put(task.name(), script);
              }
            });
    List<FaultRun> runs = runs(others);
    for (String task : List.copyOf(others.keySet())) {
      List<Answer> nothing = List.of(new Answer.Returns(Json.NODES.objectNode()));
      if (isAccepted(task, nothing) && isEnough(task, nothing, others, runs)) {
        others.put(task, nothing);
      }
    }
    return others;
  }

  /** All combinations of a fault matrix. */
  List<FaultRun> runs(Map<String, List<Answer>> others) {
    Map<String, List<Answer>> all = with(others);
    return FaultPlan.of(definition).faults().stream().map(fault -> run(fault, all)).toList();
  }

  private boolean isAccepted(String task, List<Answer> script) {
    return rehearsal.mocks(Map.of(task, script)).isPresent();
  }

  private boolean isEnough(
      String task, List<Answer> script, Map<String, List<Answer>> others, List<FaultRun> runs) {
    Map<String, List<Answer>> all = with(others);
    all.put(task, script);
    return runs.stream()
        .filter(run -> run.calls(task))
        .allMatch(run -> left-- > 0 && run(run.fault(), all).isLike(run));
  }

  private Map<String, List<Answer>> with(Map<String, List<Answer>> others) {
    Map<String, List<Answer>> all = new LinkedHashMap<>(recipe.answers());
    all.putAll(others);
    return all;
  }

  private FaultRun run(Fault fault, Map<String, List<Answer>> answers) {
    return FaultRun.of(fault, recipe, answers, rehearsal);
  }
}

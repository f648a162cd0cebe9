package io.stepunit.internal.report;

import io.stepunit.internal.coverage.Hits;
import io.stepunit.internal.engine.ExecutionRun;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.model.CompiledDefinition;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * What executions reached of a definition.
 *
 * @param hits what all of them reached together
 */
public record Reached(CompiledDefinition definition, Hits hits) {
  /** What the executions of some environments have reached so far. */
  public static List<Reached> in(List<RecordedWorld> worlds) {
    Map<CompiledDefinition, List<ExecutionRecord>> executions = new IdentityHashMap<>();
    List<CompiledDefinition> order = new ArrayList<>();
    Map<CompiledDefinition, Hits> forgotten = new IdentityHashMap<>();
    for (RecordedWorld world : worlds) {
      for (ExecutionRun run : world.all()) {
        ExecutionRecord execution = run.snapshot();
        CompiledDefinition definition = execution.description().definition();
        executions
            .computeIfAbsent(
                definition,
                it -> {
                  order.add(it);
                  return new ArrayList<>();
                })
            .add(execution);
        forgotten.merge(definition, world.forgottenOf(run), Hits::plus);
      }
    }
    return order.stream()
        .map(
            it ->
                new Reached(
                    it,
                    Hits.of(executions.getOrDefault(it, List.of()))
                        .plus(forgotten.getOrDefault(it, Hits.NONE))))
        .toList();
  }
}

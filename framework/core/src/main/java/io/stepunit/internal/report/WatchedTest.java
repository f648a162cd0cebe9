package io.stepunit.internal.report;

import io.stepunit.internal.coverage.Hits;
import io.stepunit.internal.engine.ExecutionRun;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.model.CompiledDefinition;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A test, or a container of tests, of which nothing is recorded but what it reaches. Its machines
 * may be given other definitions than it asks for.
 */
public final class WatchedTest {
  private final TestRecording recording;

  private WatchedTest(TestRecording recording) {
    this.recording = recording;
  }

  /**
   * What executions reached of a definition.
   *
   * @param hits what all of the test's executions of it reached together
   */
  public record Reached(CompiledDefinition definition, Hits hits) {}

  /**
   * A test begins.
   *
   * @param uniqueId what the test framework calls it
   * @param parent the container that it is in
   * @param definitions makes of the definition that a machine is registered with the one that it
   *     gets
   */
  public static WatchedTest begins(
      String uniqueId,
      Optional<WatchedTest> parent,
      UnaryOperator<CompiledDefinition> definitions) {
    TestIds ids = new TestIds("");
    return new WatchedTest(
        new TestRecording(
            () -> ids.of(uniqueId),
            parent.map(around -> around.recording).orElse(null),
            Optional.empty(),
            false,
            definitions));
  }

  /** What leads from the test's thread to its environments. */
  public TestRecording recording() {
    return recording;
  }

  /** Whether a sweep has made it, such as a fault matrix: one of many that are nearly the same. */
  public boolean isOfSweep() {
    return recording.isGenerated();
  }

  /**
   * The test has ended.
   *
   * @return what the executions reached that are in environments of its own
   */
  public List<Reached> end() {
    Map<CompiledDefinition, List<ExecutionRecord>> executions = new IdentityHashMap<>();
    List<CompiledDefinition> order = new ArrayList<>();
    Map<CompiledDefinition, Hits> forgotten = new IdentityHashMap<>();
    for (RecordedWorld world : recording.closedWorlds()) {
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

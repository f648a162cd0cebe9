package io.stepunit.internal.report;

import io.stepunit.internal.model.CompiledDefinition;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A run of tests that run several times in this JVM: first as they are, then with mistakes in a
 * definition.
 *
 * @param shared what all these runs share
 * @param definitions makes of the definition that a machine is registered with the one that it gets
 * @param mistake where the mistake is; empty if there is none
 */
public record Rerun(
    SharedValues shared, UnaryOperator<CompiledDefinition> definitions, Optional<Mistake> mistake) {

  /** A run of the tests as they are. */
  public static Rerun plain(SharedValues shared) {
    return new Rerun(shared, UnaryOperator.identity(), Optional.empty());
  }

  /**
   * A place in a definition.
   *
   * @param original the definition without the mistake
   * @param key the key of its point, as coverage has it
   */
  public record Mistake(CompiledDefinition original, String key) {
    /** Whether executions have been there. */
    public boolean isReachedBy(List<Reached> executions) {
      return executions.stream()
          .filter(reached -> reached.definition().hasSourceOf(original))
          .anyMatch(reached -> reached.hits().count(key) > 0);
    }
  }
}

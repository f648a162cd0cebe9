package io.stepunit.internal.model.read;

import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.model.DefinitionOrigin;
import io.stepunit.internal.model.StateGraph;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A definition that has been read, whether it is valid or not.
 *
 * @param root the definition as it is written
 * @param graph the machine's states, as far as they could be read
 * @param variableReferences the workflow variables that each state reads
 * @param scopes all scopes of states, the machine's own first
 */
public record ReadDefinition(
    LocatedNode root,
    StateGraph graph,
    Optional<String> comment,
    Optional<Duration> timeout,
    SortedMap<String, List<String>> variableReferences,
    List<ReadScope> scopes) {
  /**
   * The definition, if nothing is wrong with it.
   *
   * @param diagnostics all problems found, of reading and of checking
   * @throws InvalidDefinitionException if there is an error among them
   */
  public CompiledDefinition compiled(Diagnostics diagnostics) {
    diagnostics.throwIfAny();
    return new CompiledDefinition(
        graph,
        comment,
        timeout,
        root.location(),
        root.value(),
        variableReferences,
        diagnostics.warnings(),
        DefinitionOrigin.UNKNOWN);
  }
}

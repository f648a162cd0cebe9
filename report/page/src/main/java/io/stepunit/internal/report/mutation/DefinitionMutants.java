package io.stepunit.internal.report.mutation;

import io.stepunit.internal.mutation.MutantStatus;
import io.stepunit.internal.mutation.Score;
import java.util.List;
import java.util.Optional;

/**
 * What came of the mutants of one definition.
 *
 * @param module the module that it is in; empty if that is not known
 * @param file its file, relative to the module
 * @param machine its logical id in a template
 * @param source what the file holds
 * @param mutants in the order of their places
 */
public record DefinitionMutants(
    String module,
    String file,
    Optional<String> machine,
    String source,
    List<TriedMutant> mutants) {
  public DefinitionMutants {
    mutants = List.copyOf(mutants);
  }

  /** What to call it: {@code order} of {@code order.asl.json}, a template's logical id. */
  public String title() {
    String base = file.substring(file.lastIndexOf('/') + 1);
    int dot = base.indexOf('.');
    return machine.orElse(dot > 0 ? base.substring(0, dot) : base);
  }

  /** How many came to that. */
  public int count(MutantStatus status) {
    return (int) mutants.stream().filter(mutant -> mutant.status() == status).count();
  }

  /** How many of them tests have found. */
  public Score score() {
    int found = (int) mutants.stream().filter(mutant -> mutant.status().isFound()).count();
    return new Score(found, mutants.size());
  }
}

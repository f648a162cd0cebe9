package io.stepunit.internal.mutation;

import java.util.List;
import java.util.Optional;

/**
 * What came of a mutant.
 *
 * @param coveredBy the ids of the tests that reach its place
 * @param killedBy the id of the test that failed
 * @param completed how many tests ran
 * @param reason the message of the test that failed; empty if there is none
 */
public record MutantResult(
    Mutant mutant,
    MutantStatus status,
    List<String> coveredBy,
    Optional<String> killedBy,
    int completed,
    String reason) {
  /** Copies the list. */
  public MutantResult {
    coveredBy = List.copyOf(coveredBy);
  }
}

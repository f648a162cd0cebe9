package io.stepunit.internal.report.gate;

import io.stepunit.internal.report.mutation.MutationReport;

/**
 * Asks whether tests found enough of the mutants, over all modules and jobs that have tried some.
 *
 * @param atLeast how many per cent of them tests have to find
 */
public record MutationGate(int atLeast) {
  /**
   * The answer.
   *
   * @param text a sentence; what kept mutants out of the report is told by the report
   */
  public record Verdict(boolean isPassed, String text) {}

  /** The answer for mutants; where some are missing, the score is not known. */
  public Verdict of(MutationReport mutants) {
    if (!mutants.isWhole()) {
      return new Verdict(
          false,
          "The mutants are not all here, so that it is not known whether tests find %s %% of them."
              .formatted(atLeast));
    }
    if (mutants.definitions().isEmpty()) {
      return new Verdict(
          false,
          "There are no mutants, and tests have to find %s %% of them: let 'mutate' run first, and name the folder of its mutation.json."
              .formatted(atLeast));
    }
    boolean isPassed = mutants.score().reaches(atLeast);
    return new Verdict(
        isPassed,
        isPassed
            ? "Tests found %s of the mutants.".formatted(mutants.score())
            : "Tests found %s of the mutants, and %s %% are asked for."
                .formatted(mutants.score(), atLeast));
  }
}

package io.stepunit.internal.report.gate;

import io.stepunit.internal.report.mutation.MutationReport;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks whether tests found enough of the mutants, over all modules and jobs that have tried some.
 *
 * @param atLeast how many per cent of them tests have to find
 */
public record MutationGate(int atLeast) {
  /**
   * The answer.
   *
   * @param lines what to tell people
   */
  public record Verdict(boolean isPassed, List<String> lines) {
    public Verdict {
      lines = List.copyOf(lines);
    }
  }

  /** The answer for mutants; where some are missing, the score is not known. */
  public Verdict of(MutationReport mutants) {
    if (mutants.definitions().isEmpty() && mutants.isWhole()) {
      return new Verdict(
          false,
          List.of(
              "There are no mutants, and tests have to find %s %% of them: let 'mutate' run first, and name the folder of its mutation.json."
                  .formatted(atLeast)));
    }
    List<String> lines = new ArrayList<>(mutants.problems());
    if (!mutants.isWhole()) {
      lines.add("So it is not known whether tests find %s %% of the mutants.".formatted(atLeast));
      return new Verdict(false, lines);
    }
    boolean isPassed = mutants.score().reaches(atLeast);
    lines.add(
        isPassed
            ? "Tests found %s of the mutants.".formatted(mutants.score())
            : "Tests found %s of the mutants, and %s %% are asked for."
                .formatted(mutants.score(), atLeast));
    return new Verdict(isPassed, lines);
  }
}

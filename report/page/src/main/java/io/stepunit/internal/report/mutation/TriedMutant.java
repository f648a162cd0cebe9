package io.stepunit.internal.report.mutation;

import io.stepunit.internal.mutation.MutantStatus;
import java.util.Comparator;
import java.util.List;

/**
 * A mutant as it was tried.
 *
 * @param id unlike that of any other mutant of the definition
 * @param pointer the JSON pointer of what was changed
 * @param operator the kind of mistake, such as {@code DropCatcher}
 * @param description what the mistake is
 * @param place where it stands in the file
 * @param change the lines that it changes
 * @param status what came of it
 * @param coveredBy the tests that reach its place
 * @param killedBy the test that failed; none if it is not known
 * @param reason the message of the test that failed; empty if there is none
 */
public record TriedMutant(
    String id,
    String pointer,
    String operator,
    String description,
    SourcePlace place,
    LineChange change,
    MutantStatus status,
    List<TriedTest> coveredBy,
    List<TriedTest> killedBy,
    String reason) {
  /** By their places. */
  static final Comparator<TriedMutant> IN_ORDER =
      Comparator.comparing(TriedMutant::place).thenComparing(TriedMutant::id);

  public TriedMutant {
    coveredBy = List.copyOf(coveredBy);
    killedBy = List.copyOf(killedBy);
  }

  /** Whether two runs of the same mutant cannot both be right about the same tests. */
  boolean contradicts(TriedMutant other) {
    return status.isFound() != other.status.isFound()
        || !status.isFound() && status != other.status;
  }

  /** What both runs tell: a mutant that one of them has killed is killed. */
  TriedMutant with(TriedMutant other) {
    return other.status.compareTo(status) < 0 ? other : this;
  }
}

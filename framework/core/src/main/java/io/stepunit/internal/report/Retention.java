package io.stepunit.internal.report;

import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.history.EventRecord;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.history.VisitRef;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which executions are in the report. */
final class Retention {
  /** So many executions of a test that passes are kept, and at the beginning of one that fails. */
  private static final int FIRST = 5;

  /** So many executions at the end of a test that fails are kept. */
  private static final int LAST = 20;

  /** So many executions of tests that pass are kept; then only those that go a new way. */
  private static final int PASSING = 100;

  private final Set<String> groups = new HashSet<>();
  private final Set<Integer> ways = new HashSet<>();
  private int passing;

  /** Why an execution is kept. */
  enum Kept {
    /** The test, or the execution, failed. */
    FAILING,
    /** It is one of the first of its test. */
    FIRST,
    /** It is the one of many generated tests that passed. */
    HOLDS
  }

  /**
   * Whether to keep an execution.
   *
   * @param index which of the test's executions it is, 0-based
   */
  Optional<Kept> of(ExecutionRecord execution, RecordedRun run, EndedTest test, int index) {
    if (test.result().failed() || run.isLinked()) {
      boolean keeps =
          run.isLinked()
              || index < FIRST
              || index >= test.runs().size() - LAST
              || execution.status() != ExecutionStatus.SUCCEEDED;
      return keeps ? Optional.of(Kept.FAILING) : Optional.empty();
    }
    if (test.generatedBy().isPresent()) {
      return groups.add(test.result().group()) ? Optional.of(Kept.HOLDS) : Optional.empty();
    }
    return index < FIRST && isWanted(execution) ? Optional.of(Kept.FIRST) : Optional.empty();
  }

  private boolean isWanted(ExecutionRecord execution) {
    boolean newWay = ways.add(way(execution));
    boolean wanted = passing < PASSING || newWay;
    passing += wanted ? 1 : 0;
    return wanted;
  }

  /** The same for executions of one machine whose events are the same, by type and state. */
  private static int way(ExecutionRecord execution) {
    int way = execution.description().stateMachineArn().hashCode();
    for (EventRecord event : execution.events()) {
      VisitRef visit = event.visitOrNull();
      int state = visit == null ? 0 : visit.state().name().hashCode();
      way = 31 * (31 * way + event.type().ordinal()) + state;
    }
    return way;
  }
}

package io.stepunit.internal.property;

import java.util.Optional;

/** Runs cases, each in an environment of its own. */
public interface CaseRunner {
  /** What came of a case; empty if it cannot be started. */
  Optional<CaseRun> run(Case given);

  /** What is said of a case that was run. */
  Judgement judge(CaseRun run);
}

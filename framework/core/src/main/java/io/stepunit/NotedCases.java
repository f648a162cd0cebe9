package io.stepunit;

import io.stepunit.internal.property.Case;
import io.stepunit.internal.property.CaseRun;
import io.stepunit.internal.property.CaseRunner;
import io.stepunit.internal.property.Judgement;
import io.stepunit.internal.property.KnownCases;
import io.stepunit.internal.property.KnownCases.KnownCase;
import io.stepunit.internal.report.Reached;
import io.stepunit.property.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes note of cases while they run: the search is to try some of them again. */
final class NotedCases implements CaseRunner {
  private final CaseRunner runner;
  private final List<KnownCase> noted = new ArrayList<>();

  NotedCases(CaseRunner runner) {
    this.runner = runner;
  }

  @Override
  public Optional<CaseRun> run(Case given) {
    return runner.run(given);
  }

  @Override
  public Judgement judge(CaseRun run) {
    Judgement judgement = runner.judge(run);
    Set<String> parts = new HashSet<>();
    judgement.verdicts().stream().map(Verdict::reached).forEach(parts::addAll);
    noted.add(new KnownCase(run.given(), Reached.in(List.of(run.world())), parts));
    return judgement;
  }

  KnownCases all() {
    return new KnownCases(noted);
  }
}

package io.stepunit.internal.path;

import io.stepunit.internal.coverage.CoveragePoint;
import io.stepunit.internal.coverage.CoveragePoints;
import io.stepunit.internal.coverage.PointKind;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.reach.Aim;
import io.stepunit.internal.reach.Candidate;
import io.stepunit.internal.reach.PathSteps;
import io.stepunit.internal.recipe.Recipe;
import io.stepunit.internal.recipe.Shrinking;
import io.stepunit.internal.rehearsal.Rehearsal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes paths of executions: with mocks as a test makes them, and as little data as possible. */
final class Finishing {
  /** Executions to make the data of one path smaller. */
  private static final int TRIALS = 30;

  private final CompiledDefinition definition;
  private final Rehearsal rehearsal;
  private final List<CoveragePoint> states;

  Finishing(CompiledDefinition definition, Rehearsal rehearsal) {
    this.definition = definition;
    this.rehearsal = rehearsal;
    this.states =
        CoveragePoints.of(definition).all().stream()
            .filter(point -> point.kind() == PointKind.STATE)
            .toList();
  }

  /**
   * The path; empty if an execution with mocks goes another way.
   *
   * @param reached the aims that the execution reaches
   */
  Optional<SolvedPath> of(Candidate candidate, List<Aim> reached) {
    List<CoveragePoint> points =
        Stream.concat(
                reached.stream().map(Aim::point),
                states.stream().filter(state -> candidate.hits().contains(state.key())))
            .distinct()
            .toList();
    return rehearsal
        .replay(candidate.input(), candidate.objects(), candidate.answers())
        .filter(run -> isLike(run, candidate))
        .map(
            run ->
                new Recipe(
                    points, candidate.input(), candidate.answers(), candidate.objects(), run))
        .map(recipe -> path(recipe, candidate, reached));
  }

  private SolvedPath path(Recipe recipe, Candidate candidate, List<Aim> reached) {
    Recipe smaller = Shrinking.smaller(rehearsal, recipe, TRIALS);
    Recipe chosen = isLike(smaller.execution(), candidate) ? smaller : recipe;
    return SolvedPath.of(definition, chosen, PathSteps.of(chosen.execution()), reached);
  }

  private static boolean isLike(ExecutionRecord run, Candidate candidate) {
    return run.status() == candidate.run().status() && PathSteps.of(run).equals(candidate.steps());
  }
}

package io.stepunit.internal.recipe;

import io.stepunit.asl.StateMachineDefinition;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.coverage.CoveragePoint;
import io.stepunit.internal.coverage.Hits;
import io.stepunit.internal.explore.Samples;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.reach.Aim;
import io.stepunit.internal.reach.Candidate;
import io.stepunit.internal.reach.Search;
import io.stepunit.internal.reach.Shorter;
import io.stepunit.internal.reach.WhatIsMissing;
import io.stepunit.internal.rehearsal.Rehearsal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Searches for input and mocks that reach points of a definition. Deterministic and bounded.
 *
 * <pre>{@code
 * RecipeSearch.of(definition, WorkflowType.STANDARD).find(point).map(Recipe::advice)
 * }</pre>
 */
public final class RecipeSearch {
  /** Executions of which one has to go the same way with mocks. */
  private static final int CHOICES = 12;

  /** Executions to find out what can be left out of one recipe. */
  private static final int SHRINKING_TRIALS = 120;

  private final CompiledDefinition definition;
  private final Rehearsal rehearsal;
  private final Search search;
  private final Shorter shorter;

  private RecipeSearch(CompiledDefinition definition, WorkflowType type) {
    this.definition = definition;
    this.rehearsal = new Rehearsal(definition, type);
    this.search = new Search(definition, Samples.of(definition.graph()), rehearsal);
    this.shorter = new Shorter(search.pool());
  }

  /** A search in a definition. */
  public static RecipeSearch of(StateMachineDefinition definition, WorkflowType type) {
    return new RecipeSearch(CompiledDefinition.of(definition), type);
  }

  /** The recipe of a point; empty if none was found. */
  public Optional<Recipe> find(CoveragePoint point) {
    return find(List.of(point));
  }

  /**
   * The recipe that reaches most of a hole.
   *
   * @param hole its points; the first has to be reached
   * @return empty if none was found that reaches the first
   */
  public Optional<Recipe> find(List<CoveragePoint> hole) {
    CoveragePoint first = hole.get(0);
    if (!first.isReachable()) {
      return Optional.empty();
    }
    Aim aim = Aim.of(first, definition);
    search.reach(aim);
    return search.pool().plainest().stream()
        .filter(candidate -> candidate.hits().contains(first.key()))
        .sorted(
            Comparator.comparing((Candidate candidate) -> -reached(hole, candidate).size())
                .thenComparing(candidate -> !aim.isReachedBy(candidate))
                .thenComparing(candidate -> mocks(aim, candidate)))
        .limit(CHOICES)
        .flatMap(candidate -> recipe(hole, candidate).stream())
        .findFirst()
        .map(recipe -> Shrinking.smaller(rehearsal, recipe, SHRINKING_TRIALS));
  }

  /** Where something has to fail anyhow, the shortest way there has fewest mocks. */
  private static int mocks(Aim aim, Candidate candidate) {
    return aim.isByError() ? candidate.answers().size() : 0;
  }

  private Optional<Recipe> recipe(List<CoveragePoint> hole, Candidate candidate) {
    Optional<Recipe> recipe = replayed(hole, candidate);
    return candidate.cost().loops() == 0
        ? recipe
        : recipe.map(it -> replayed(hole, shorter(candidate, it.points())).orElse(it));
  }

  private static List<CoveragePoint> reached(List<CoveragePoint> hole, Candidate candidate) {
    return hole.stream().filter(point -> candidate.hits().contains(point.key())).toList();
  }

  private Candidate shorter(Candidate candidate, List<CoveragePoint> points) {
    List<String> keys = points.stream().map(CoveragePoint::key).toList();
    return shorter.of(candidate, it -> it.hits().containsAll(keys));
  }

  private Optional<Recipe> replayed(List<CoveragePoint> hole, Candidate candidate) {
    return rehearsal
        .replay(candidate.input(), candidate.objects(), candidate.answers())
        .map(run -> recipe(hole, candidate, run))
        .filter(recipe -> recipe.points().contains(hole.get(0)));
  }

  private static Recipe recipe(List<CoveragePoint> hole, Candidate candidate, ExecutionRecord run) {
    Hits hits = Hits.of(run);
    return new Recipe(
        hole.stream().filter(point -> hits.count(point.key()) > 0).toList(),
        candidate.input(),
        candidate.answers(),
        candidate.objects(),
        run);
  }

  /** What keeps a point, for which no recipe was found, from being reached by one. */
  public String whatIsMissing(CoveragePoint point) {
    return point
        .unreachable()
        .orElseGet(() -> new WhatIsMissing(search).of(Aim.of(point, definition)));
  }

  static boolean reaches(ExecutionRecord run, List<CoveragePoint> points) {
    Hits hits = Hits.of(run);
    return points.stream().allMatch(point -> hits.count(point.key()) > 0);
  }
}

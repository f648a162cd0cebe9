package io.stepunit.internal.report.make;

import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.coverage.CoveragePoint;
import io.stepunit.internal.recipe.Recipe;
import io.stepunit.internal.recipe.RecipeSearch;
import io.stepunit.internal.report.coverage.CoveredPoint;
import io.stepunit.internal.report.coverage.DefinitionCoverage;
import io.stepunit.internal.report.coverage.Hole;
import io.stepunit.internal.report.data.DefinitionRecord;
import io.stepunit.load.DefinitionSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says of holes what a test has to do to reach them. */
final class AdvisedHoles {
  private int left;

  private AdvisedHoles(int holes) {
    this.left = holes;
  }

  /**
   * The same coverage with advice.
   *
   * @param holes how many get some
   */
  static List<DefinitionCoverage> of(List<DefinitionCoverage> coverage, int holes) {
    AdvisedHoles advised = new AdvisedHoles(holes);
    return coverage.stream().map(advised::advise).toList();
  }

  private DefinitionCoverage advise(DefinitionCoverage coverage) {
    if (coverage.holes().isEmpty() || left == 0) {
      return coverage;
    }
    DefinitionRecord definition = coverage.definition();
    try {
      RecipeSearch search =
          RecipeSearch.of(
              DefinitionSource.json(definition.name(), definition.asl()).load().definition(),
              WorkflowType.valueOf(definition.type()));
      List<Hole> holes = new ArrayList<>();
      coverage.holes().forEach(hole -> holes.add(advise(hole, coverage, search)));
      return coverage.withHoles(holes);
    } catch (InvalidDefinitionException e) {
      // It was loaded with other settings when it ran.
      return coverage;
    }
  }

  private Hole advise(Hole hole, DefinitionCoverage coverage, RecipeSearch search) {
    if (left == 0) {
      return hole;
    }
    left--;
    List<CoveragePoint> points = points(hole, coverage);
    Optional<Recipe> recipe = search.find(points);
    return recipe
        .map(it -> advised(hole, it, coverage))
        .orElseGet(() -> hole.advised(search.whatIsMissing(points.get(0))));
  }

  private static Hole advised(Hole hole, Recipe recipe, DefinitionCoverage coverage) {
    List<String> reached = recipe.points().stream().map(CoveragePoint::key).toList();
    return hole.advised(
        recipe.advice(), new Hole.Test(recipe.source(coverage.definition().title()), reached));
  }

  /** The points of a hole, in its order. */
  private static List<CoveragePoint> points(Hole hole, DefinitionCoverage coverage) {
    Map<String, CoveragePoint> byKey =
        coverage.points().stream()
            .map(CoveredPoint::point)
            .collect(Collectors.toMap(CoveragePoint::key, Function.identity()));
    return hole.keys().stream().map(key -> Objects.requireNonNull(byKey.get(key), key)).toList();
  }
}

package io.stepunit.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.asl.StateMachineDefinition;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.coverage.CoveragePoint;
import io.stepunit.internal.coverage.CoveragePoints;
import io.stepunit.internal.coverage.Hits;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.recipe.Recipe;
import io.stepunit.internal.recipe.RecipeSearch;
import io.stepunit.internal.report.coverage.CoveredPoint;
import io.stepunit.internal.report.coverage.DefinitionCoverage;
import io.stepunit.internal.report.coverage.Hole;
import io.stepunit.internal.report.data.DefinitionRecord;
import io.stepunit.load.DefinitionLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tests for holes, of suites in which all but the tests of one point are there. */
class PastedHolesTest {
  private static final Path SAMPLES = Path.of("../sample-projects");

  private final List<Hits> suite = new ArrayList<>();
  private StateMachineDefinition definition;
  private List<CoveragePoint> points;

  /**
   * @param closed how many per cent of the holes one test closes wholly, at least; of the others,
   *     such as states with Retriers, it reaches the point that the hole is called after
   */
  @ParameterizedTest
  @CsvSource({
    "job-poller/src/main/resources/job-poller.asl.json, 50",
    "circuit-breaker/src/main/resources/circuit-breaker.asl.json, 70",
    "human-approval/src/main/resources/expense-approval.asl.json, 60",
  })
  void each_reaches_the_points_of_its_hole_that_its_recipe_names(
      String file, int closed, @TempDir Path classes) throws IOException {
    definition = DefinitionLoader.fromFile(SAMPLES.resolve(file));
    points = CoveragePoints.of(definition).all();
    RecipeSearch search = RecipeSearch.of(definition, WorkflowType.STANDARD);
    points.forEach(
        point -> search.find(point).ifPresent(recipe -> suite.add(Hits.of(recipe.execution()))));

    Map<List<String>, Recipe> recipes = new LinkedHashMap<>();
    for (CoveragePoint point : points) {
      holeOf(point)
          .filter(hole -> !recipes.containsKey(hole.keys()))
          .flatMap(this::recipe)
          .ifPresent(recipe -> recipes.put(holeOf(point).orElseThrow().keys(), recipe));
    }

    PastedTestsTest.requireThatTheyReachWhatTheySay(
        definition, List.copyOf(recipes.values()), classes);
    long whole =
        recipes.entrySet().stream()
            .filter(entry -> entry.getValue().points().size() == entry.getKey().size())
            .count();
    assertThat(recipes).isNotEmpty();
    assertThat(100 * whole / recipes.size()).isGreaterThanOrEqualTo(closed);
  }

  /** The hole that there is without the tests that reach a point. */
  private Optional<Hole> holeOf(CoveragePoint point) {
    List<Hits> others = suite.stream().filter(hits -> hits.count(point.key()) == 0).toList();
    List<CoveredPoint> covered =
        points.stream()
            .map(
                each ->
                    new CoveredPoint(
                        each,
                        Optional.empty(),
                        others.stream().mapToLong(hits -> hits.count(each.key())).sum(),
                        0))
            .toList();
    return DefinitionCoverage.of(record(), "machine", others.size(), covered).holes().stream()
        .filter(hole -> hole.keys().contains(point.key()))
        .findFirst();
  }

  private static DefinitionRecord record() {
    return new DefinitionRecord(
        "d",
        "machine",
        Optional.empty(),
        Optional.empty(),
        "STANDARD",
        "",
        Json.NODES.objectNode(),
        Json.NODES.objectNode());
  }

  private Optional<Recipe> recipe(Hole hole) {
    Map<String, CoveragePoint> byKey =
        points.stream().collect(Collectors.toMap(CoveragePoint::key, each -> each));
    return RecipeSearch.of(definition, WorkflowType.STANDARD)
        .find(hole.keys().stream().map(byKey::get).toList());
  }
}

package io.stepunit.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.CoverageConsistency;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.asl.StateMachineDefinition;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.coverage.CoveragePoint;
import io.stepunit.internal.coverage.CoveragePoints;
import io.stepunit.internal.coverage.Hits;
import io.stepunit.internal.coverage.PointKind;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.recipe.Recipe;
import io.stepunit.internal.recipe.RecipeSearch;
import io.stepunit.internal.recording.RecordingsFolder;
import io.stepunit.internal.rehearsal.ScriptedMock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Searches for a test of each point of every definition of {@link RealDefinitionsTest} that can be
 * loaded, as if nothing of it were covered: each does reach its point, in a machine that knows
 * nothing but its mocks. What none was found for, and why, is in {@code
 * target/definitions/recipes.json}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecipesOfDefinitionsTest {
  /** In percent of all points; the whole folder gives 93.0. */
  private static final int FOUND = 92;

  private final Map<PointKind, int[]> counts = new EnumMap<>(PointKind.class);
  private final SortedMap<String, SortedMap<String, String>> unsolvedOf = new TreeMap<>();

  @TestFactory
  Stream<DynamicTest> each_recipe_reaches_its_point() throws IOException {
    return PublishedDefinitions.testEach(this::finds);
  }

  /** Runs the machine with what a recipe says, as the test to paste does. */
  private static Hits hits(StateMachineDefinition definition, Recipe recipe) {
    TestStateMachine machine = StepFunctionsEnvironment.create().register("published", definition);
    recipe
        .objects()
        .forEach(
            object ->
                machine.environment().bucket(object.bucket()).put(object.key(), object.content()));
    recipe.answers().forEach((task, script) -> ScriptedMock.declare(machine.mock(task), script));
    return CoverageConsistency.hits(machine.run(recipe.input()));
  }

  private void finds(DefinitionRecord record) {
    StateMachineDefinition definition =
        PublishedDefinitions.machine(record).orElseThrow().definition();
    RecipeSearch search = RecipeSearch.of(definition, WorkflowType.STANDARD);
    SortedMap<String, String> unsolved = new TreeMap<>();
    for (CoveragePoint point : CoveragePoints.of(definition).all()) {
      if (point.isReachable()) {
        int[] count = counts.computeIfAbsent(point.kind(), kind -> new int[2]);
        count[1]++;
        Optional<Recipe> recipe = search.find(point);
        if (recipe.isPresent()) {
          count[0]++;
          assertThat(hits(definition, recipe.get()).count(point.key()))
              .as(recipe.get().source("machine"))
              .isPositive();
        } else {
          String missing = search.whatIsMissing(point);
          assertThat(missing).isNotBlank();
          unsolved.put(point.kind() + " " + point.key(), missing);
        }
      }
    }
    unsolvedOf.put(record.file().getFileName().toString(), unsolved);
  }

  @AfterAll
  void write_the_summary() throws IOException {
    if (!unsolvedOf.isEmpty()) {
      ObjectNode summary = Json.NODES.objectNode();
      counts.forEach(
          (kind, count) ->
              summary.putObject(kind.name()).put("found", count[0]).put("all", count[1]));
      ObjectNode each = summary.putObject("missing");
      unsolvedOf.forEach(
          (name, all) -> {
            ObjectNode one = each.putObject(name);
            all.forEach(one::put);
          });
      Path file = RecordingsFolder.checkout().resolve("framework/target/definitions/recipes.json");
      Files.createDirectories(file.getParent());
      Files.writeString(file, Json.pretty(summary) + "\n");
      int found = counts.values().stream().mapToInt(count -> count[0]).sum();
      int all = counts.values().stream().mapToInt(count -> count[1]).sum();
      assertThat(found * 100 / all)
          .as("percent of the points of published definitions that a test was found for")
          .isGreaterThanOrEqualTo(FOUND);
    }
  }
}

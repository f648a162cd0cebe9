package io.stepunit.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.ExecutionRecords;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.asl.StateMachineDefinition;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.coverage.CoveragePoint;
import io.stepunit.internal.coverage.CoveragePoints;
import io.stepunit.internal.coverage.Hits;
import io.stepunit.internal.recipe.Recipe;
import io.stepunit.internal.recipe.RecipeSearch;
import io.stepunit.load.DefinitionLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tests that the report gives for holes compile, pass and reach what they are for. */
class PastedTestsTest {
  private static final Path SAMPLES = Path.of("../sample-projects");

  private static StateMachineDefinition sample(String name) {
    return DefinitionLoader.fromFile(SAMPLES.resolve(name));
  }

  private static CoveragePoint point(StateMachineDefinition definition, String key) {
    return CoveragePoints.of(definition).find(key).orElseThrow();
  }

  /**
   * @param unknown how many points of the definition have no recipe: their data cannot be told from
   *     the definition, or no data leads to them
   */
  @ParameterizedTest
  @CsvSource({
    "order-saga/src/main/resources/order-saga.asl.json, 1",
    "job-poller/src/main/resources/job-poller.asl.json, 0",
    "dynamodb-lock/src/main/resources/catalog-import.asl.json, 0",
    "http-integration/src/main/resources/payout.asl.json, 0",
    "kotlin-order/src/main/resources/order.asl.json, 0",
    "lambda-handlers/src/main/resources/payment.asl.json, 2",
    "circuit-breaker/src/main/resources/circuit-breaker.asl.json, 4",
    "human-approval/src/main/resources/expense-approval.asl.json, 9",
    "distributed-map-import/src/main/resources/price-import.asl.json, 13",
  })
  void each_compiles_passes_and_reaches_its_point(String file, int unknown, @TempDir Path classes)
      throws IOException {
    StateMachineDefinition definition = sample(file);
    RecipeSearch search = RecipeSearch.of(definition, WorkflowType.STANDARD);
    List<CoveragePoint> points = new ArrayList<>();
    List<String> sources = new ArrayList<>();
    int reachable = 0;
    for (CoveragePoint point : CoveragePoints.of(definition).all()) {
      reachable += point.isReachable() ? 1 : 0;
      Optional<Recipe> recipe = search.find(point);
      if (recipe.isPresent()) {
        points.add(point);
        sources.add(recipe.get().source("machine"));
      }
    }

    assertThat(reachable - points.size()).isLessThanOrEqualTo(unknown);
    try (PastedTests tests = PastedTests.compile(sources, classes)) {
      for (int i = 0; i < points.size(); i++) {
        StepFunctionsEnvironment environment = StepFunctionsEnvironment.create();
        TestStateMachine machine = environment.register("machine", definition);

        tests.run(i, machine, environment);

        assertThat(Hits.of(ExecutionRecords.of(environment.executions().get(0))).counts())
            .as("what this reaches:\n%s", sources.get(i))
            .containsKey(points.get(i).key());
      }
    }
  }

  @Test
  void a_test_reads_as_a_person_would_write_it() {
    StateMachineDefinition saga = sample("order-saga/src/main/resources/order-saga.asl.json");
    CoveragePoint point = point(saga, "/States/ReleaseInventory/Catch/0");

    Recipe recipe = RecipeSearch.of(saga, WorkflowType.STANDARD).find(point).orElseThrow();

    assertThat(recipe.advice())
        .isEqualTo(
            "Let ReserveLine fail with Unexpected.Error on both attempts, let ReleaseInventory fail with Unexpected.Error on all 6 attempts: 1 min 17 s of virtual time");
    assertThat(recipe.source("order-saga"))
        .isEqualTo(
            """
            @Test
            void catches_error_0_of_release_inventory(TestStateMachine orderSaga) {
              orderSaga.mock("ReserveLine").fails("Unexpected.Error", "made to fail by this test");
              orderSaga.mock("ReleaseInventory").fails("Unexpected.Error", "made to fail by this test");
              orderSaga.mock("CallOperator").returns(Map.of());

              Execution run = orderSaga.run(
                  \"""
                  {
                    "lines" : [ {
                      "quantity" : "quantity",
                      "sku" : "sku"
                    }, {
                      "quantity" : "quantity",
                      "sku" : "sku"
                    } ],
                    "orderId" : "orderId",
                    "shippingSlot" : "2026-01-01T00:00:00Z",
                    "total" : 1
                  }
                  \""");

              assertThat(run).isFailed().hasError("Order.Stuck").state("ReleaseInventory", visit -> visit.wasCaughtBy("CallOperator"));
            }
            """);
  }

  @Test
  void the_same_definition_has_the_same_recipes() {
    StateMachineDefinition poller = sample("job-poller/src/main/resources/job-poller.asl.json");
    List<CoveragePoint> points = CoveragePoints.of(poller).all();

    List<String> first = sources(poller, points);

    assertThat(sources(poller, points)).isEqualTo(first);
  }

  private static List<String> sources(
      StateMachineDefinition definition, List<CoveragePoint> points) {
    RecipeSearch search = RecipeSearch.of(definition, WorkflowType.STANDARD);
    return points.stream()
        .flatMap(point -> search.find(point).stream())
        .map(recipe -> recipe.source("machine"))
        .toList();
  }

  @Test
  void where_there_is_none_it_is_told_what_is_missing() {
    StateMachineDefinition prices =
        sample("distributed-map-import/src/main/resources/price-import.asl.json");
    CoveragePoint point =
        point(prices, "/States/ImportRows/ItemProcessor/States/PutPrice/Retry/0#used");
    RecipeSearch search = RecipeSearch.of(prices, WorkflowType.STANDARD);

    assertThat(search.find(point)).isEmpty();
    assertThat(search.whatIsMissing(point))
        .isEqualTo(
            "No input and mocks were found that lead from IsValid to PutPrice: IsValid reads row.price, row.sku, whose values nothing here tells.");
  }
}

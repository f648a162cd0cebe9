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
import java.util.Set;
import java.util.TreeSet;
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
   * @param unknown the points of the definition that have no recipe: their data cannot be told from
   *     the definition, or no data leads to them
   */
  @ParameterizedTest
  @CsvSource({
    // The rules of CheckOrder let no order without lines come so far.
    "order-saga/src/main/resources/order-saga.asl.json, /States/ReserveInventory#none",
    "order-saga/src/test/resources/order-saga-no-second-try.asl.json, /States/ReserveInventory#none",
    "job-poller/src/main/resources/job-poller.asl.json,",
    "dynamodb-lock/src/main/resources/catalog-import.asl.json,",
    "http-integration/src/main/resources/payout.asl.json,",
    "kotlin-order/src/main/resources/order.asl.json,",
    "lambda-handlers/src/main/resources/payment.asl.json,",
    "circuit-breaker/src/main/resources/circuit-breaker.asl.json,",
    // A deadline that is far enough and three days without an answer are not tried together.
    "human-approval/src/main/resources/expense-approval.asl.json, /States/WhoIsAsked/Choices/1#true /States/WhoIsAsked/Choices/1/Next",
    "distributed-map-import/src/main/resources/price-import.asl.json,",
    "nested-workflows/src/main/resources/onboarding.asl.json,",
    "nested-workflows/src/main/resources/check-identity.asl.json,",
    "nested-workflows/src/main/resources/open-account.asl.json,",
    "nested-workflows/src/main/resources/rate-risk.asl.json,",
    "nested-workflows/src/main/resources/welcome.asl.json,",
  })
  void each_compiles_passes_and_reaches_its_point(
      String file, String unknown, @TempDir Path classes) throws IOException {
    StateMachineDefinition definition = sample(file);
    RecipeSearch search = RecipeSearch.of(definition, WorkflowType.STANDARD);
    List<Recipe> recipes = new ArrayList<>();
    Set<String> missing = new TreeSet<>();
    for (CoveragePoint point : CoveragePoints.of(definition).all()) {
      if (point.isReachable()) {
        search.find(point).ifPresentOrElse(recipes::add, () -> missing.add(point.key()));
      }
    }

    assertThat(missing).isEqualTo(unsolved(unknown));
    requireThatTheyReachWhatTheySay(definition, recipes, classes);
  }

  private static Set<String> unsolved(String keys) {
    return keys == null ? Set.of() : new TreeSet<>(List.of(keys.split(" ")));
  }

  /** Each test, compiled and run, reaches the points of its recipe, and no others. */
  static void requireThatTheyReachWhatTheySay(
      StateMachineDefinition definition, List<Recipe> recipes, Path classes) throws IOException {
    List<String> sources = recipes.stream().map(recipe -> recipe.source("machine")).toList();
    try (PastedTests tests = PastedTests.compile(sources, classes)) {
      for (int i = 0; i < recipes.size(); i++) {
        Recipe recipe = recipes.get(i);
        StepFunctionsEnvironment environment = StepFunctionsEnvironment.create();
        TestStateMachine machine = environment.register("machine", definition);

        tests.run(i, machine, environment);

        Hits hits = Hits.of(ExecutionRecords.of(environment.executions().get(0)));
        assertThat(hits).as(sources.get(i)).isEqualTo(Hits.of(recipe.execution()));
        assertThat(hits.counts())
            .as(sources.get(i))
            .containsKeys(recipe.points().stream().map(CoveragePoint::key).toArray(String[]::new));
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
            "Let ReleaseInventory fail with Unexpected.Error on all 6 attempts: 1 min 17 s of virtual time");
    assertThat(recipe.source("order-saga"))
        .isEqualTo(
            """
            @Test
            void catches_error_0_of_release_inventory(TestStateMachine orderSaga) {
              orderSaga.mock("ReserveLine").returnsPayload(Map.of("reservationId", "reservationId", "sku", "sku"));
              orderSaga.mock("AwaitApproval").returns(Map.of("approved", false, "by", "by"));
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
                    "total" : 1001
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
  void those_of_a_definition_in_JSONata_reach_what_they_say(@TempDir Path classes)
      throws IOException {
    StateMachineDefinition pricing = sample("jsonata-pricing/src/main/resources/pricing.asl.json");
    RecipeSearch search = RecipeSearch.of(pricing, WorkflowType.STANDARD);

    List<Recipe> recipes =
        CoveragePoints.of(pricing).all().stream()
            .flatMap(each -> search.find(each).stream())
            .toList();

    assertThat(recipes).isNotEmpty();
    requireThatTheyReachWhatTheySay(pricing, recipes, classes);
  }

  @Test
  void where_there_is_none_it_is_told_what_is_missing() {
    StateMachineDefinition approval =
        sample("human-approval/src/main/resources/expense-approval.asl.json");
    CoveragePoint point = point(approval, "/States/WhoIsAsked/Choices/1/Next");
    RecipeSearch search = RecipeSearch.of(approval, WorkflowType.STANDARD);

    assertThat(search.find(point)).isEmpty();
    assertThat(search.whatIsMissing(point))
        .startsWith("no value is known with which WhoIsAsked goes there; it reads ");
  }
}

package com.example.prices;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofSeconds;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.Execution;
import io.stepunit.MapRun;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.history.MapRunStatus;
import io.stepunit.junit.StateMachineTest;
import io.stepunit.table.Table;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows of a CSV file in a bucket become items of a table in memory; each row has an execution. */
@StateMachineTest("price-import.asl.json")
class PriceImportTest {
  private static final Map<String, Object> FILE =
      Map.of("bucket", "imports", "key", "acme/prices.csv", "supplier", "acme");

  TestStateMachine imports;
  StepFunctionsEnvironment env;
  Table prices;

  @BeforeEach
  void the_table_is_in_memory() {
    prices = env.table("Prices").key("Sku").taking(ofSeconds(1));
    imports.mockService("sns").capturedBy(env.outbox());
  }

  @Test
  void each_row_becomes_an_item() {
    env.bucket("imports").putResource("acme/prices.csv", "prices.csv");

    Execution run = imports.run(FILE);

    assertThat(run).isSucceeded().hasPath("ImportRows");
    assertThat(prices)
        .hasItems(8)
        .hasItem("p-02", item -> item.hasAttribute("Price", 12).hasAttribute("Supplier", "acme"));
    MapRun rows = run.mapRuns().get(0);
    assertThat(rows.status()).isEqualTo(MapRunStatus.SUCCEEDED);
    assertThat(rows.items().succeeded()).isEqualTo(8);
    assertThat(rows.child(1))
        .isSucceeded()
        .hasPath("IsValid", "PutPrice")
        .hasCallInputsAt("PutPrice", "$.Item.Supplier.S", "acme");
    assertThat(rows.child(1).input().at("/row/remark").asText()).isEqualTo("new, in blue");
  }

  @Test
  void four_rows_are_worked_on_at_the_same_time() {
    env.bucket("imports").putResource("acme/prices.csv", "prices.csv");

    assertThat(imports.run(FILE)).isSucceeded().hasDuration(ofSeconds(2));
  }

  @Test
  void bad_rows_are_tolerated_and_told() {
    env.bucket("imports").put("acme/prices.csv", "sku,price\na,1.00\nb,free\n,2.00\nd,4.00\n");

    Execution run = imports.run(FILE);

    assertThat(run).isSucceeded();
    assertThat(prices).hasOnlyItems("a", "d");
    assertThat(run.mapRuns().get(0).failedChildren())
        .hasSize(2)
        .allSatisfy(
            row -> assertThat(row).hasError("Row.Invalid").hasPath("IsValid", "InvalidRow"));
    assertThat(results(run, "FAILED"))
        .extracting(row -> row.path("Cause").asText())
        .containsExactly(
            "No price: {\"price\":\"free\",\"sku\":\"b\"}",
            "No price: {\"price\":\"2.00\",\"sku\":\"\"}");
  }

  @Test
  void what_was_imported_is_written_beside_the_file() {
    env.bucket("imports").put("acme/prices.csv", "sku,price\na,1.00\nb,free\nc,3.00\n");

    Execution run = imports.run(FILE);

    assertThat(results(run, "SUCCEEDED"))
        .extracting(row -> row.path("Output").asText())
        .containsExactly("{\"sku\":\"a\"}", "{\"sku\":\"c\"}");
    assertThat(results(run, "FAILED")).hasSize(1);
  }

  @Test
  void too_many_bad_rows_make_a_bad_file() {
    env.bucket("imports").put("acme/prices.csv", "sku,price\na,x\nb,x\nc,x\nd,1.00\n");

    Execution run = imports.run(FILE);

    assertThat(run)
        .isFailed()
        .hasError("Import.BadFile")
        .state("ImportRows", rows -> rows.wasCaught("States.ExceedToleratedFailureThreshold"));
    assertThat(run.mapRuns().get(0).status()).isEqualTo(MapRunStatus.FAILED);
    assertThat(env.outbox().sent("sns"))
        .singleElement()
        .satisfies(
            sent ->
                assertThat(sent.messageAt("$.refused").orElseThrow().asText())
                    .isEqualTo("acme/prices.csv"));
  }

  @Test
  void a_busy_table_is_asked_again() {
    env.bucket("imports").put("acme/prices.csv", "sku,price\na,1.00\nb,2.00\n");
    imports.faults().on("ImportRows[1]/PutPrice").throttledFirst(2);

    Execution run = imports.run(FILE);

    assertThat(run).isSucceeded().hasDuration(ofSeconds(4));
    assertThat(run.mapRuns().get(0).child(1))
        .state("PutPrice", put -> put.hasRetryDelays(ofSeconds(1), ofSeconds(2)));
    assertThat(prices).hasOnlyItems("a", "b");
  }

  @Test
  void a_row_whose_table_stays_busy_is_a_bad_row() {
    env.bucket("imports").put("acme/prices.csv", "sku,price\na,1.00\nb,2.00\n");
    imports.faults().on("ImportRows[1]/PutPrice").throttled();

    Execution run = imports.run(FILE);

    assertThat(run).isSucceeded();
    assertThat(run.mapRuns().get(0).failedChildren())
        .singleElement()
        .satisfies(row -> assertThat(row).state("PutPrice", put -> put.hasAttempts(4)));
    assertThat(prices).hasOnlyItems("a");
  }

  @Test
  void a_file_of_one_row_is_imported() {
    env.bucket("imports").put("acme/prices.csv", "sku,price\na,1.00\n");

    Execution run = imports.run(FILE);

    assertThat(run).isSucceeded();
    assertThat(run.mapRuns().get(0).items().succeeded()).isEqualTo(1);
    assertThat(prices).hasOnlyItems("a");
  }

  @Test
  void a_file_that_is_not_there_is_told() {
    env.bucket("imports");

    assertThat(imports.run(FILE))
        .isFailed()
        .hasError("Import.NoFile")
        .hasCause("There is no price list at acme/prices.csv")
        .state("ImportRows", rows -> rows.wasCaught("States.ItemReaderFailed"));
  }

  @Test
  void a_file_with_nothing_but_a_header_imports_nothing() {
    env.bucket("imports").put("acme/prices.csv", "sku,price\n");

    Execution run = imports.run(FILE);

    assertThat(run).isSucceeded();
    assertThat(run.mapRuns().get(0).items().total()).isZero();
    assertThat(prices).isEmpty();
  }

  /** What the Map wrote of the rows that ended in a way. */
  private JsonNode results(Execution run, String status) {
    String manifest = run.outputAt("$.manifest").orElseThrow().asText();
    JsonNode files = env.bucket("imports").object(manifest).json().path("ResultFiles");
    return env.bucket("imports").object(files.at("/" + status + "/0/Key").asText()).json();
  }
}

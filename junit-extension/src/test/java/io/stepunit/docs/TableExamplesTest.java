package io.stepunit.docs;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;

import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.StateMachineTest;
import io.stepunit.table.AttributeType;
import io.stepunit.table.Table;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The code of docs/guide/tables.md. */
@StateMachineTest("lock.asl.json")
class TableExamplesTest {
  @Test
  void a_table_answers(TestStateMachine imports, StepFunctionsEnvironment env) {
    Table locks = env.table("Locks").key("LockName");
    locks.put(Map.of("LockName", "toys", "HeldBy", "somebody else"));

    Execution run = imports.run(Map.of("shop", "books"));

    assertThat(run).isSucceeded();
    assertThat(locks)
        .hasItem("books", lock -> lock.hasAttribute("HeldBy", run.arn()))
        .hasItem("toys")
        .hasNoItem("maps");
  }

  @Test
  void a_table_has_keys_indexes_and_items(StepFunctionsEnvironment env) {
    Table orders = env.table("Orders").key("Customer").sortKey("OrderNo", AttributeType.N);
    orders.index("ByStatus").key("Status").sortKey("PlacedAt", AttributeType.N).keysOnly();
    orders.localIndex("ByTotal").sortKey("Total", AttributeType.N).including("Status");

    orders.put(Map.of("Customer", "kim", "OrderNo", 7, "Total", 30, "Status", "OPEN"));
    orders.put(
        "{\"Customer\": {\"S\": \"kim\"}, \"OrderNo\": {\"N\": \"8\"}, \"Tags\": {\"SS\": [\"new\"]}}");
    orders.putAll(
        List.of(Map.of("Customer", "lee", "OrderNo", 1), Map.of("Customer", "lee", "OrderNo", 2)));
    orders.putFile("orders.json");

    assertThat(orders.item("kim", 7).json().get("Total").asInt()).isEqualTo(30);
    assertThat(orders.item("kim", 7).at("$.Status").orElseThrow().asText()).isEqualTo("OPEN");
    assertThat(orders.items("lee")).hasSize(3);
    assertThat(orders.find("max", 1)).isEmpty();
  }

  @Test
  void mocks_and_faults_stand_before_a_table(
      TestStateMachine imports, StepFunctionsEnvironment env) {
    Table locks = env.table("Locks").key("LockName");
    locks.taking(ofMillis(20)).timeToLive("ExpiresAt", ofHours(24));

    imports.faults().on("TakeLock").throttledFirst(2);
    imports
        .mock("ReleaseLock")
        .fails("DynamoDB.InternalServerErrorException")
        .times(1)
        .then()
        .handledBy(locks);

    assertThat(imports.run(Map.of("shop", "books", "release", true)))
        .isSucceeded()
        .state("TakeLock", take -> take.hasAttempts(3))
        .state("ReleaseLock", release -> release.hasAttempts(2));
    assertThat(locks).isEmpty();
  }
}

package io.stepunit.docs;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;

import io.stepunit.Execution;
import io.stepunit.Interleaving;
import io.stepunit.RunningExecution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.effect.TaskEffect;
import io.stepunit.junit.Interleavings;
import io.stepunit.junit.StateMachineTest;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The examples of docs/guide/interleavings.md. */
class InterleavingExamplesTest {
  @Nested
  @StateMachineTest("stock.asl.json")
  class StockTest {
    @Interleavings(500)
    void stock_is_never_sold_below_zero(TestStateMachine stock) {
      AtomicInteger left = new AtomicInteger(1);
      stock.mock("Look").answers(call -> left.get());
      stock.mock("Sell").answers(call -> left.getAndUpdate(n -> n > 0 ? n - 1 : 0) > 0);

      RunningExecution kim = stock.start(Map.of("item", 7, "buyer", "kim"));
      RunningExecution lee = stock.start(Map.of("item", 7, "buyer", "lee"));
      kim.finish();
      lee.finish();

      assertThat(left).hasValue(0);
    }
  }

  @Test
  void an_environment_takes_an_order() {
    StepFunctionsEnvironment env =
        StepFunctionsEnvironment.builder().interleaving(Interleaving.ofSeed(17)).build();

    assertThat(env.define("nothing", NOTHING).run("{}")).isSucceeded();
  }

  @Test
  void effects_are_asserted() {
    TestStateMachine stock =
        StepFunctionsEnvironment.create().load("io/stepunit/docs/stock.asl.json");
    stock.mock("Look").returns(1);
    stock.mock("Sell").returns(true);

    Execution run = stock.run(Map.of("item", 7));

    assertThat(run).isSucceeded();
    assertThat(stock.effects("Sell")).happenedOncePer("$.item");
    assertThat(stock.effects("Sell")).happenedAtMostOncePer("$.item");
    assertThat(stock.effects("Sell").happened()).extracting(TaskEffect::attempt).containsExactly(1);
  }

  private static final String NOTHING =
      """
      {"StartAt": "Done", "States": {"Done": {"Type": "Succeed"}}}
      """;
}

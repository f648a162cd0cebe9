package io.stepunit.junit;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofMillis;

import io.stepunit.TestStateMachine;
import io.stepunit.junit.Interleavings.Orders;
import io.stepunit.junit.testkit.Results;
import io.stepunit.junit.testkit.TestKit;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

class InterleavingsTest {
  private static final String RACE = "race.asl.json";

  /** Both branches write one key; the test expects the second one's value to be left there. */
  private static void writeBoth(TestStateMachine race, String expected) {
    Map<String, Integer> table = new HashMap<>();
    race.mock("WriteOne").answers(call -> put(table, 1));
    race.mock("WriteTwo").answers(call -> put(table, 2));

    race.run("{}");

    assertThat(table).hasToString(expected);
  }

  private static int put(Map<String, Integer> table, int value) {
    table.put("key", value);
    return value;
  }

  @Test
  void a_race_is_found_and_told_with_the_two_orders_and_where_they_part() {
    assertThat(TestKit.run(RaceTestCases.class))
        .failsATestPrinting()
        .contains(
            "and passes in order 0. They diverge at call 1.",
            "Order 0:\n> 1. Both[0]/WriteOne, attempt 1: {}\n  2. Both[1]/WriteTwo, attempt 1:",
            "> 1. Both[1]/WriteTwo, attempt 1: {\"value\":2}\n  2. Both[0]/WriteOne, attempt 1:")
        .containsPattern("@Interleavings\\(only = \"\\d+\"\\), or -Dstepunit.interleaving=\\d+");
  }

  @StateMachineTest(RACE)
  static class RaceTestCases {
    @Interleavings(500)
    void last_write_is_the_second_one_s(TestStateMachine race) {
      writeBoth(race, "{key=2}");
    }
  }

  @Test
  void the_order_that_a_report_names_fails_alone_and_those_before_it_pass() {
    assertThat(TestKit.run(RaceTestCases.class))
        .failsATestPrinting()
        .satisfies(InterleavingsTest::failsFirstInTheOrderThatIsNamed);
  }

  private static void failsFirstInTheOrderThatIsNamed(String printed) {
    Matcher seed = Pattern.compile("-Dstepunit.interleaving=(\\d+)").matcher(printed);
    assertThat(seed.find()).isTrue();
    long smallest = Long.parseLong(seed.group(1));
    assertThat(smallest).isBetween(1L, 499L);
    for (long earlier = 0; earlier < smallest; earlier++) {
      assertThat(only(earlier)).hasOnlySucceeded(1);
    }
    assertThat(only(smallest))
        .failsATestPrinting()
        .contains("fails in order " + smallest + ", the first that was tried");
  }

  private static Results only(long seed) {
    return TestKit.run(
        RaceTestCases.class, Map.of(InterleavingsExtension.ONLY, Long.toString(seed)));
  }

  @Test
  void one_order_is_run_alone_by_the_annotation_too() {
    assertThat(TestKit.run(OnlyTestCases.class)).hasOnlySucceeded(1);
  }

  @StateMachineTest(RACE)
  static class OnlyTestCases {
    @Interleavings(only = "0")
    void is_one_test(TestStateMachine race) {
      writeBoth(race, "{key=2}");
    }
  }

  @Test
  void all_orders_of_a_small_machine_are_tried_and_told_to_be_all() {
    Results all = TestKit.run(AllTestCases.class);
    Results some = TestKit.run(AllButBoundedTestCases.class);

    assertThat(all).hasOnlySucceeded(126);
    assertThat(all.reportEntries(InterleavingSweep.ENTRY))
        .containsExactly(
            "AllTestCases.both_write: 126 orders tried (all there are), the test failed in 0.");
    assertThat(some).hasOnlySucceeded(2);
    assertThat(some.reportEntries(InterleavingSweep.ENTRY))
        .containsExactly(
            "AllButBoundedTestCases.both_write: 2 orders tried (not all there are), the test failed in 0.");
  }

  @StateMachineTest(RACE)
  static class AllTestCases {
    @Interleavings(value = 126, orders = Orders.ALL)
    void both_write(TestStateMachine race) {
      race.mock("WriteOne").returns(1);
      race.mock("WriteTwo").returns(2);

      assertThat(race.run("{}")).isSucceeded().hasOutput("[1, 2]");
    }
  }

  @StateMachineTest(RACE)
  static class AllButBoundedTestCases {
    @Interleavings(value = 2, orders = Orders.ALL)
    void both_write(TestStateMachine race) {
      race.mock("WriteOne").returns(1);
      race.mock("WriteTwo").returns(2);

      assertThat(race.run("{}")).isSucceeded();
    }
  }

  @Test
  void all_orders_are_not_for_tests_that_run_concurrently() {
    assertThat(
            TestKit.run(
                AllTestCases.class, Map.of("junit.jupiter.execution.parallel.enabled", "true")))
        .failsAContainerWith()
        .contains("but its test runs concurrently", "@Execution(SAME_THREAD)");
  }

  @Test
  void all_orders_are_tried_where_the_method_stays_on_one_thread() {
    assertThat(
            TestKit.run(
                AllOnOneThreadTestCases.class,
                Map.of("junit.jupiter.execution.parallel.enabled", "true")))
        .hasOnlySucceeded(126);
  }

  @StateMachineTest(RACE)
  static class AllOnOneThreadTestCases {
    @Execution(ExecutionMode.SAME_THREAD)
    @Interleavings(value = 1000, orders = Orders.ALL)
    void both_write(TestStateMachine race) {
      race.mock("WriteOne").returns(1);
      race.mock("WriteTwo").returns(2);

      assertThat(race.run("{}")).isSucceeded();
    }
  }

  @Test
  void seeds_run_concurrently_and_all_are_tried_then() {
    assertThat(
            TestKit.run(
                PassingTestCases.class, Map.of("junit.jupiter.execution.parallel.enabled", "true")))
        .hasOnlySucceeded(50);
  }

  @StateMachineTest(RACE)
  static class PassingTestCases {
    @Interleavings(50)
    void both_write(TestStateMachine race) {
      race.mock("WriteOne").returns(1).takingBetween(ofMillis(1), ofMillis(9));
      race.mock("WriteTwo").returns(2).takingBetween(ofMillis(1), ofMillis(9));

      assertThat(race.run("{}")).isSucceeded().hasOutput("[1, 2]");
    }
  }

  @Test
  void smallest_of_several_concurrent_failures_is_told() {
    Results results =
        TestKit.run(
            AlwaysFailingTestCases.class,
            Map.of("junit.jupiter.execution.parallel.enabled", "true"));

    assertThat(results).hasFailed(12);
    assertThat(results.reportEntries(InterleavingSweep.ENTRY))
        .containsExactly(
            "AlwaysFailingTestCases.fails: 12 orders tried (by seed), the test failed in 12, the smallest is 0.");
  }

  @StateMachineTest(RACE)
  static class AlwaysFailingTestCases {
    @Interleavings(12)
    void fails(TestStateMachine race) {
      writeBoth(race, "{}");
    }
  }

  @Test
  void outcomes_that_differ_fail_where_they_must_not() {
    assertThat(TestKit.run(OutcomeTestCases.class))
        .failsATestPrinting()
        .contains(
            "Expecting all orders to lead to the same outcome. Order 0 leads to",
            "SUCCEEDED [1,2]",
            "SUCCEEDED [2,1]",
            "passes in order 0");
  }

  @StateMachineTest(RACE)
  static class OutcomeTestCases {
    @Interleavings(value = 500, sameOutcome = true)
    void counts_who_writes(TestStateMachine race) {
      int[] writes = {0};
      race.mockResource("*").answers(call -> ++writes[0]);

      assertThat(race.run("{}")).isSucceeded();
    }
  }

  @Test
  void where_nothing_can_be_in_another_order_one_is_tried() {
    assertThat(TestKit.run(LineTestCases.class)).hasOnlySucceeded(1);
  }

  @StateMachineTest("/io/stepunit/docs/order.asl.json")
  static class LineTestCases {
    @Interleavings(500)
    void runs_once(TestStateMachine order) {
      order.mock("Charge").fails("Card.Declined");

      assertThat(order.run("{}")).isEnded();
    }
  }

  @Test
  void an_extension_in_a_field_of_the_instance_gets_the_order_too() {
    assertThat(TestKit.run(RegisteredTestCases.class)).failsATestPrinting().contains("order 0");
  }

  static class RegisteredTestCases {
    @RegisterExtension final StateMachineExtension race = StateMachineExtension.load(RACE).build();

    @Interleavings(500)
    void last_write_is_the_second_one_s(TestStateMachine machine) {
      writeBoth(machine, "{key=2}");
    }
  }

  @Test
  void a_name_that_is_no_order_and_a_number_below_one_are_refused() {
    assertThat(TestKit.run(RaceTestCases.class, Map.of(InterleavingsExtension.ONLY, "x")))
        .failsAContainerWith()
        .contains(
            "\"x\" is not an interleaving: expected a seed such as 17 or choices such as [1,0,2]");
    assertThat(TestKit.run(NoneTestCases.class))
        .failsAContainerWith()
        .contains("asks for 0 orders; expected 1 or more");
  }

  @StateMachineTest(RACE)
  static class NoneTestCases {
    @Interleavings(0)
    void never(TestStateMachine race) {
      race.run("{}");
    }
  }
}

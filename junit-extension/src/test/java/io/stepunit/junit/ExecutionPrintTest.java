package io.stepunit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.RunningExecution;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.testkit.TestKit;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_OUT)
class ExecutionPrintTest {

  @Test
  void paths_are_printed_on_demand_and_summed_up() {
    String printed = printedBy(OrderTestCases.class, Map.of("stepunit.print", "path"));

    assertThat(printed)
        .isEqualToNormalizingNewlines(
            """
            OrderTestCases > ships
              SUCCEEDED after 2d 1h: Validate > Charge > Ship
              SUCCEEDED after 1d: Validate > Charge > Ship
            OrderTestCases > is_declined
              FAILED Card.Declined after 0s: Validate > Charge
            OrderTestCases > waits
              RUNNING after 1m30s: Validate > Charge > Ship
            OrderTestCases > runs_nothing
              no execution was started
            StepUnit ran 4 executions in 3d 1h1m30s of virtual time.
            """);
  }

  @Test
  void timelines_are_printed_on_demand() {
    String printed = printedBy(OrderTestCases.class, Map.of("stepunit.print", "timeline"));

    assertThat(printed)
        .contains("  FAILED Card.Declined after 0s\n    +00:00:00.000  #1 ", "ExecutionFailed");
  }

  @Test
  void tests_that_are_generated_by_the_hundred_are_counted_and_not_listed() {
    assertThat(printedBy(GeneratedTestCases.class, Map.of("stepunit.print", "path")))
        .isEqualToNormalizingNewlines(
            "StepUnit ran 20 executions in 0s of virtual time."
                + " Those of 20 generated tests (fault matrices, interleavings) are not listed.\n");
  }

  @StateMachineTest("race.asl.json")
  static class GeneratedTestCases {
    @Interleavings(20)
    void runs(TestStateMachine race) {
      race.mockResource("*").returns(1);
      race.run("{}");
    }
  }

  @Test
  void nothing_is_printed_unless_asked_for() {
    assertThat(printedBy(OrderTestCases.class, Map.of())).isEmpty();
  }

  @Test
  void what_cannot_be_printed_is_named() {
    assertThat(TestKit.run(PassTestCases.class, Map.of("stepunit.print", "paths")))
        .failsATestPrinting()
        .contains(
            "The configuration parameter stepunit.print is \"paths\"; expected path or timeline.");
  }

  private static String printedBy(Class<?> testClass, Map<String, String> configuration) {
    Map<String, String> withoutWarnings = new HashMap<>(configuration);
    withoutWarnings.put(Warnings.PRINT, "false");
    return TestKit.printedBy(testClass, withoutWarnings);
  }

  @StateMachineTest("order.asl.json")
  @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
  static class OrderTestCases {
    @Test
    @Order(1)
    void ships(TestStateMachine order) {
      order.mock("Charge").returns("{}").taking(Duration.ofDays(1));
      order.mock("Ship").returns("{}").taking(Duration.ofHours(25));
      order.run("{}");
      order.mock("Ship").returns("{}");
      order.run("{}");
    }

    @Test
    @Order(2)
    void is_declined(TestStateMachine order) {
      order.mock("Charge").fails("Card.Declined", "expired");
      order.run("{}");
    }

    @Test
    @Order(3)
    void waits(TestStateMachine order) {
      order.mock("Charge").returns("{}");
      order.mock("Ship").neverAnswers();
      RunningExecution run = order.start("{}");
      run.advance(Duration.ofSeconds(90));
    }

    @Test
    @Order(4)
    void runs_nothing() {}
  }

  @StateMachineTest("pass.asl.json")
  static class PassTestCases {
    @Test
    void runs(TestStateMachine machine) {
      machine.run("{}");
    }
  }
}

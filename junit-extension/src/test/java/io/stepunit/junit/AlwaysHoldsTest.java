package io.stepunit.junit;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static io.stepunit.property.Property.after;
import static io.stepunit.property.Property.never;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.node.NullNode;
import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TaskHandler;
import io.stepunit.TaskReply;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.testkit.TestKit;
import io.stepunit.property.Property;
import io.stepunit.property.PropertyOptions.Dimension;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlwaysHoldsTest {
  @Test
  void it_passes_where_the_property_holds_in_all_cases() {
    assertThat(TestKit.run(HoldingTestCases.class)).hasOnlySucceeded(2);
  }

  @StateMachineTest("saga.asl.json")
  static class HoldingTestCases {
    @AlwaysHolds(cases = 100)
    void nothing_is_shipped_unpaid(TestStateMachine order) {
      assertThat(order).holds(never("Ship").without("Charge"));
    }

    @AlwaysHolds(cases = 50)
    void ends(Execution run) {
      assertThat(run).isEnded();
    }
  }

  @Test
  void it_shows_the_smallest_case_in_which_the_property_does_not_hold() {
    assertThat(TestKit.run(FailingTestCases.class))
        .failsATestWith()
        .contains("no_money_is_lost does not always hold")
        .contains(
            "cases the smallest that fails is:",
            "  input: {}",
            "  fault: Charge × reply lost, first attempt",
            "As a test:",
            "void counterexample(TestStateMachine saga) {",
            "  no_money_is_lost(saga, saga.executions().get(0));",
            "The seed was 7: it finds the same case again.")
        .doesNotContain("no execution was started");
  }

  @StateMachineTest("saga.asl.json")
  static class FailingTestCases {
    @AlwaysHolds(seed = 7)
    void no_money_is_lost(TestStateMachine order, Execution run) {
      assertThat(run).isEnded();
      assertThat(order).holds(after("Charge").eventually("Ship", "Refund"));
    }
  }

  @Test
  void it_fails_where_nothing_is_said() {
    assertThat(TestKit.run(VacuousTestCases.class))
        .failsATestWith()
        .contains("none of 20 cases says anything of it:")
        .contains("never(\"Refund\").after(\"Ship\"): Refund never happened");
  }

  @StateMachineTest("saga.asl.json")
  static class VacuousTestCases {
    @AlwaysHolds(cases = 20, without = Dimension.FAULTS)
    void nothing_is_refunded_that_was_shipped(TestStateMachine order) {
      assertThat(order).holds(never("Refund").after("Ship"));
    }
  }

  @Test
  void it_gives_the_objects_of_the_case() {
    assertThat(TestKit.run(InjectedTestCases.class)).hasOnlySucceeded(2);
  }

  @StateMachineTest("saga.asl.json")
  static class InjectedTestCases {
    private TestStateMachine saga;
    private StepFunctionsEnvironment environment;

    @MockTask("Ship")
    private TaskHandler ship;

    @BeforeEach
    void all_goes_well() throws Exception {
      saga.mock("Charge").returns(Map.of("paid", true));
      when(ship.handle(any())).thenReturn(TaskReply.succeeds(NullNode.getInstance()));
    }

    @AlwaysHolds(
        cases = 40,
        without = {Dimension.FAULTS, Dimension.INPUTS},
        inputs = "{\"id\":7}")
    void as_parameters(
        TestStateMachine order, StepFunctionsEnvironment env, Clock clock, Execution run) {
      assertThat(order.environment()).isSameAs(env);
      assertThat(env.executions()).hasSize(1);
      assertThat(clock).isSameAs(env.clock());
      assertThat(run.input()).hasToString("{\"id\":7}");
      assertThat(run.calls("Charge").get(0).result()).hasToString("Optional[{\"paid\":true}]");
      assertThat(run.calls("Ship").get(0).result()).hasToString("Optional[null]");
    }

    @AlwaysHolds(cases = 5)
    void as_fields() {
      assertThat(saga.executions()).hasSize(1);
      assertThat(environment.executions()).hasSize(1);
      assertThat(saga.environment()).isSameAs(environment);
    }
  }

  @Test
  void it_leaves_out_cases_that_violate_an_assumption() {
    assertThat(TestKit.run(AssumingTestCases.class)).hasOnlySucceeded(1);
  }

  @StateMachineTest("saga.asl.json")
  static class AssumingTestCases {
    @AlwaysHolds(cases = 80)
    void ships_what_no_fault_befalls(Execution run) {
      Assumptions.assumeTrue(run.injectedFaults().isEmpty());

      assertThat(run).visited("Ship");
    }
  }

  @Test
  void it_tries_as_many_cases_as_the_configuration_says() {
    assertThat(
            TestKit.run(
                FailingTestCases.class,
                Map.of(PropertySettings.CASES, "1", PropertySettings.SEED, "3")))
        .hasOnlySucceeded(1);
    assertThat(TestKit.run(FailingTestCases.class, Map.of(PropertySettings.SEED, "3")))
        .failsATestWith()
        .contains("The seed was 3:");
    assertThat(TestKit.run(FailingTestCases.class, Map.of(PropertySettings.CASES, "many")))
        .failsATestWith()
        .contains("stepunit.property.cases is \"many\"; expected a whole number");
  }

  @Test
  void it_stops_when_its_time_is_over() {
    assertThat(TestKit.run(HastyTestCases.class)).hasOnlySucceeded(1);
  }

  @StateMachineTest("saga.asl.json")
  static class HastyTestCases {
    /** The first case is tried in any case, and does not fail. */
    @AlwaysHolds(within = "PT0S", cases = 1_000_000)
    void ends_early(TestStateMachine order) {
      assertThat(order).holds(after("Charge").eventually("Ship"));
    }
  }

  @Test
  void it_does_the_part_of_a_job() {
    long failing = 0;
    for (int part = 1; part <= 16; part++) {
      failing +=
          TestKit.run(
                  FailingTestCases.class,
                  Map.of("stepunit.shard", part + "/16", PropertySettings.CASES, "48"))
              .printedFailures()
              .size();
    }

    assertThat(failing).isBetween(1L, 15L);
  }

  @Test
  void it_refuses_settings_that_make_no_sense() {
    assertThat(TestKit.run(UnreadableTimeTestCases.class))
        .failsATestWith()
        .contains("has within = \"30 seconds\"; expected an ISO-8601 duration such as PT30S.");
    assertThat(TestKit.run(NoCasesTestCases.class)).failsATestWith().contains("asks for 0 cases");
    assertThat(TestKit.run(NoMachineTestCases.class))
        .failsATestWith()
        .contains("needs a state machine");
  }

  @StateMachineTest("saga.asl.json")
  static class UnreadableTimeTestCases {
    @AlwaysHolds(within = "30 seconds")
    void holds() {}
  }

  @StateMachineTest("saga.asl.json")
  static class NoCasesTestCases {
    @AlwaysHolds(cases = 0)
    void holds() {}
  }

  static class NoMachineTestCases {
    @AlwaysHolds
    void holds() {}
  }

  @Test
  void it_refuses_methods_that_return_something_which_JUnit_would_not_run() {
    assertThat(TestKit.run(ReturningTestCases.class))
        .failsAContainerWith()
        .contains("returns a Property, so that JUnit does not run it")
        .contains("assertThat(machine).holds(property)");
  }

  @StateMachineTest("saga.asl.json")
  static class ReturningTestCases {
    @AlwaysHolds
    Property nothing_is_shipped_unpaid() {
      return never("Ship").without("Charge");
    }

    @Test
    void is_another_one() {}
  }
}

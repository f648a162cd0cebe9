package io.stepunit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.testkit.TestKit;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MockConfigCasesTest {
  private static final String ORDER = "/io/stepunit/docs/order.asl.json";
  private static final String CONFIG = "/io/stepunit/docs/MockConfigFile.json";
  private static final String TWO_MACHINES = "/io/stepunit/junit/two-machines.mocks.json";

  @Test
  void each_case_is_an_invocation_with_a_world_of_its_own() {
    assertThat(TestKit.run(CasesTestCases.class)).hasOnlySucceeded(2);
  }

  @StateMachineTest(ORDER)
  static class CasesTestCases {
    @MockConfigTest(CONFIG)
    void runs(MockCase mocked, TestStateMachine order, StepFunctionsEnvironment environment) {
      Execution run = mocked.run(order, Map.of("id", 7));

      assertThat(run.outputAt("$.parcel.number")).hasToString("Optional[\"T-9\"]");
      assertThat(run.visits("Charge").get(0).attempts())
          .hasSize(mocked.name().equals("HappyPath") ? 1 : 3);
      assertThat(mocked.machineName()).isEqualTo("OrderMachine");
      assertThat(environment.executions()).hasSize(1);
    }
  }

  @Test
  void a_failed_case_is_told_by_its_name() {
    assertThat(TestKit.run(FailingTestCases.class))
        .hasSucceeded(1)
        .hasFailed(1)
        .failsATestWith()
        .contains("GatewayIsBusy took retries");
  }

  @StateMachineTest(ORDER)
  static class FailingTestCases {
    @MockConfigTest(CONFIG)
    void takes_no_retries(MockCase mocked, TestStateMachine order) {
      Execution run = mocked.run(order);

      assertThat(run.visits("Charge").get(0).attempts()).as("%s took retries", mocked).hasSize(1);
    }
  }

  @Test
  void mocks_of_a_case_that_no_call_comes_to_are_accepted() {
    assertThat(TestKit.run(UnusedTestCases.class)).hasOnlySucceeded(2);
  }

  @StateMachineTest(ORDER)
  static class UnusedTestCases {
    @MockConfigTest(CONFIG)
    void fails_before_it_ships(MockCase mocked, TestStateMachine order) {
      mocked.mock(order);
      order.mock("Charge").fails("Card.Declined");

      assertThat(order.run(Map.of()).error()).contains("Card.Declined");
    }
  }

  @Test
  void one_of_several_machines_must_be_named() {
    assertThat(TestKit.runOnly(MachinesTestCases.class, "unnamed"))
        .failsAContainerWith()
        .contains(
            "has test cases of several machines: Orders, Refunds. Select one: machine = \"Orders\".");
    assertThat(TestKit.run(NamedTestCases.class)).hasOnlySucceeded(1);
    assertThat(TestKit.runOnly(MachinesTestCases.class, "misnamed"))
        .failsAContainerWith()
        .contains("no test cases of a machine 'Refund'", "Did you mean 'Refunds'?");
  }

  @StateMachineTest(ORDER)
  static class MachinesTestCases {
    @MockConfigTest(TWO_MACHINES)
    void unnamed() {}

    @MockConfigTest(value = TWO_MACHINES, machine = "Refund")
    void misnamed() {}
  }

  @StateMachineTest(ORDER)
  static class NamedTestCases {
    @MockConfigTest(value = TWO_MACHINES, machine = "Refunds")
    void named(MockCase mocked) {
      assertThat(mocked).hasToString("Refunded");
    }
  }

  @Test
  void a_file_that_is_missing_or_wrong_fails_the_test_with_the_place() {
    assertThat(TestKit.runOnly(WrongTestCases.class, "missing"))
        .failsAContainerWith()
        .contains("No mock configuration \"no-such.json\", named by @MockConfigTest");
    assertThat(TestKit.runOnly(WrongTestCases.class, "definition"))
        .failsAContainerWith()
        .contains("@MockConfigTest(\"" + ORDER + "\") on ", ORDER + ":2 (/StartAt): unknown field");
  }

  @StateMachineTest(ORDER)
  static class WrongTestCases {
    @MockConfigTest("no-such.json")
    void missing() {}

    @MockConfigTest(ORDER)
    void definition() {}
  }
}

package io.stepunit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.Execution;
import io.stepunit.Fault;
import io.stepunit.Fault.Attempts;
import io.stepunit.TestStateMachine;
import io.stepunit.assertj.StepUnitAssertions;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.junit.testkit.Results;
import io.stepunit.junit.testkit.TestKit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FaultMatrixTest {
  private static final Map<String, String> QUIET = Map.of(FaultSweep.PRINT, "false");

  private static final Map<String, String> PARALLEL =
      Map.of(
          "junit.jupiter.execution.parallel.enabled",
          "true",
          "junit.jupiter.execution.parallel.config.strategy",
          "fixed",
          "junit.jupiter.execution.parallel.config.fixed.parallelism",
          "4",
          FaultSweep.PRINT,
          "false");

  private static Results run(Class<?> type) {
    return TestKit.run(type, QUIET);
  }

  private static Execution goodDay(TestStateMachine machine) {
    machine.mock("Charge").returns(Map.of("paid", true));
    machine.mock("TellCustomer").returns(Map.of());
    return machine.run(Map.of("id", 7));
  }

  @Test
  void it_runs_each_fault_of_each_task_named_after_it() {
    Results results = run(AllTestCases.class);

    assertThat(results).hasOnlySucceeded(24);
    assertThat(results.testNames())
        .containsExactly(
            "Charge × Gateway.Busy, first attempt",
            "Charge × Gateway.Busy, every attempt",
            "Charge × Card.Declined, first attempt",
            "Charge × Card.Declined, every attempt",
            "Charge × times out, first attempt",
            "Charge × times out, every attempt",
            "Charge × States.TaskFailed, first attempt",
            "Charge × States.TaskFailed, every attempt",
            "Charge × permission refused, first attempt",
            "Charge × permission refused, every attempt",
            "Charge × Unknown.Error, first attempt",
            "Charge × Unknown.Error, every attempt",
            "Charge × reply lost, first attempt",
            "TellCustomer × SQS.Down, first attempt",
            "TellCustomer × SQS.Down, every attempt",
            "TellCustomer × times out, first attempt",
            "TellCustomer × times out, every attempt",
            "TellCustomer × States.TaskFailed, first attempt",
            "TellCustomer × States.TaskFailed, every attempt",
            "TellCustomer × permission refused, first attempt",
            "TellCustomer × permission refused, every attempt",
            "TellCustomer × Unknown.Error, first attempt",
            "TellCustomer × Unknown.Error, every attempt",
            "TellCustomer × reply lost, first attempt");
  }

  @StateMachineTest("breakable.asl.json")
  static class AllTestCases {
    @FaultMatrix
    void ends(TestStateMachine machine, Fault fault) {
      Execution run = goodDay(machine);

      assertThat(run.status()).isNotEqualTo(ExecutionStatus.RUNNING);
      assertThat(run.injectedFaults())
          .isNotEmpty()
          .allMatch(injected -> injected.state().equals(fault.state()))
          .allMatch(injected -> injected.text().endsWith("by @FaultMatrix"));
      assertThat(run.injectedFaults())
          .hasSize(fault.attempts() == Attempts.FIRST ? 1 : run.calls(fault.state()).size());
    }
  }

  @Test
  void its_summary_tells_what_nothing_handles_and_what_is_never_used() {
    assertThat(run(AllTestCases.class).reportEntries(FaultSweep.ENTRY))
        .singleElement()
        .asString()
        .matches(
            """
            (?s)Fault matrix of AllTestCases \\(breakable\\.asl\\.json\\): 24 combinations in \\d+\\.\\d s, 0 failed\\.
              Ended by an error that nothing handles \\(\\d+\\):
                .*
                Charge × Unknown\\.Error, every attempt: Unknown\\.Error
                .*
              Retriers never used \\(1\\):
                Retry\\[1\\] of Charge \\(breakable\\.asl\\.json:11\\)\
            """)
        .doesNotContain("Charge × Gateway.Busy, first attempt:")
        .doesNotContain("Charge × Card.Declined")
        .doesNotContain("TellCustomer ×");
  }

  @Test
  void a_failure_is_that_of_one_combination_and_shows_the_fault() {
    Results results = run(FailingTestCases.class);

    assertThat(results).hasSucceeded(3);
    assertThat(results)
        .failsATestPrinting()
        .startsWith("java.lang.AssertionError: [Charge × Gateway.Busy, every attempt] ")
        .contains("StepUnit: Charge × Gateway.Busy, every attempt; the seed was 42")
        .contains("fault: fails with Gateway.Busy, call 3 (every call), by @FaultMatrix");
  }

  @StateMachineTest("breakable.asl.json")
  static class FailingTestCases {
    @FaultMatrix(
        faults = {"Gateway.Busy", "Card.Declined"},
        states = "Charge")
    void never_refuses(TestStateMachine machine) {
      assertThat(goodDay(machine).error()).isNotEqualTo(Optional.of("Gateway.Busy"));
    }
  }

  @Test
  void the_summary_names_each_failing_combination_and_shows_equal_failures_once() {
    Results results = run(AlikeTestCases.class);

    assertThat(results).hasFailed(3);
    assertThat(results.reportEntries(FaultSweep.ENTRY))
        .singleElement()
        .asString()
        .contains(
            """
            3 failed.
              Failed (3):
                succeeds:
                  Charge × Gateway.Busy, every attempt
                    Expecting the execution to have status SUCCEEDED
                    but it is FAILED with Gateway.Busy: Injected by the fault matrix.
                succeeds, 2 combinations:
                  Charge × Unknown.Error, first attempt
                  Charge × Unknown.Error, every attempt
                    Expecting the execution to have status SUCCEEDED
                    but it is FAILED with Unknown.Error: Injected by the fault matrix.
            """);
  }

  @Test
  void of_equal_failures_the_first_shows_its_timeline_and_the_others_refer_to_it() {
    assertThat(run(AlikeTestCases.class).printedFailures())
        .extracting(printed -> printed.contains("Timeline of execution"))
        .containsExactly(true, true, false);
    assertThat(run(AlikeTestCases.class).printedFailures().get(2))
        .startsWith(
            "io.stepunit.junit.RepeatedFailure: [Charge × Unknown.Error, every attempt]"
                + " Expecting the execution to have status SUCCEEDED")
        .contains(
            "The same failure as of Charge × Unknown.Error, first attempt, which shows the"
                + " timeline.",
            "at io.stepunit.junit.FaultMatrixTest$AlikeTestCases.succeeds(FaultMatrixTest.java:")
        .doesNotContain("Suppressed");
  }

  @StateMachineTest("breakable.asl.json")
  static class AlikeTestCases {
    @FaultMatrix(
        states = "Charge",
        faults = {"Unknown.Error", "Gateway.Busy"})
    void succeeds(TestStateMachine machine) {
      StepUnitAssertions.assertThat(goodDay(machine)).isSucceeded();
    }
  }

  @Test
  void a_missing_mock_stops_it_at_once() {
    Results results = run(UnmockedTestCases.class);

    assertThat(results.testNames()).containsExactly("Charge × Gateway.Busy, first attempt");
    assertThat(results)
        .failsATestPrinting()
        .contains("No mock answers the Task 'TellCustomer'", "breakable.mock(\"TellCustomer\")");
    assertThat(results.reportEntries(FaultSweep.ENTRY))
        .singleElement()
        .asString()
        .contains(
            "ends stopped after 1 of 24 combinations: a mock is missing, and Charge ×"
                + " Gateway.Busy, first attempt showed it: No mock answers the Task"
                + " 'TellCustomer' (breakable.asl.json:");
  }

  @StateMachineTest("breakable.asl.json")
  static class UnmockedTestCases {
    @FaultMatrix
    void ends(TestStateMachine order) {
      order.mock("Charge").returns(Map.of("paid", true));

      order.run("{}");
    }
  }

  @Test
  void tasks_that_only_run_after_another_fault_are_told_from_those_that_never_run() {
    assertThat(run(CompensatedTestCases.class).reportEntries(FaultSweep.ENTRY))
        .singleElement()
        .asString()
        .contains(
            """
              Called only after another fault, so that no fault of their own fired; pairs = true \
            makes both fail (1):
                Refund\
            """)
        .doesNotContain("Never called");
  }

  @StateMachineTest("compensated.asl.json")
  static class CompensatedTestCases {
    @FaultMatrix(faults = "Unknown.Error")
    void ends(TestStateMachine machine) {
      machine.mock("Ship").returns(Map.of());
      machine.mock("Refund").returns(Map.of());

      machine.run("{}");
    }
  }

  @Test
  void filters_choose_states_faults_and_attempts() {
    assertThat(run(FilteredTestCases.class).testNames())
        .containsExactly("TellCustomer × times out, every attempt");
  }

  @StateMachineTest("breakable.asl.json")
  static class FilteredTestCases {
    @FaultMatrix(
        excludeStates = "Charge",
        faults = {"times out", "reply lost"},
        excludeFaults = "reply lost",
        attempts = Attempts.EVERY)
    void ends(TestStateMachine machine) {
      goodDay(machine);
    }
  }

  @Test
  void a_misspelt_filter_is_refused_with_what_there_is() {
    assertThat(run(MisspeltTestCases.class))
        .failsAContainerWith()
        .contains(
            "MisspeltTestCases.ends sets states = \"Chrage\", which there is not."
                + " Did you mean 'Charge'? There are: Charge, TellCustomer.");
  }

  @StateMachineTest("breakable.asl.json")
  static class MisspeltTestCases {
    @FaultMatrix(states = "Chrage")
    void ends() {}
  }

  @Test
  void filters_that_leave_nothing_are_refused() {
    assertThat(run(NothingLeftTestCases.class))
        .failsAContainerWith()
        .contains("selects none of its 24 combinations: check its filters.");
  }

  @StateMachineTest("breakable.asl.json")
  static class NothingLeftTestCases {
    @FaultMatrix(states = "Charge", faults = "SQS.Down")
    void ends() {}
  }

  @Test
  void a_machine_without_tasks_is_refused() {
    assertThat(run(NoTasksTestCases.class))
        .failsAContainerWith()
        .contains("has no Task to fail: the machine (pass.asl.json) has no Task states.");
  }

  @StateMachineTest("pass.asl.json")
  static class NoTasksTestCases {
    @FaultMatrix
    void ends() {}
  }

  @Test
  void a_class_without_a_machine_is_refused() {
    assertThat(run(NoMachineTestCases.class))
        .failsAContainerWith()
        .contains("names no state machine before its tests run. Put @StateMachineTest(");
  }

  static class NoMachineTestCases {
    @FaultMatrix
    void ends() {}
  }

  @Test
  void a_static_extension_names_the_machine_as_well() {
    assertThat(run(ProgrammaticTestCases.class)).hasOnlySucceeded(24);
  }

  static class ProgrammaticTestCases {
    @RegisterExtension
    static final StateMachineExtension MACHINE =
        StateMachineExtension.load("breakable.asl.json").build();

    @FaultMatrix
    void ends(TestStateMachine machine) {
      goodDay(machine);
    }
  }

  @Test
  void pairs_break_two_states_in_one_execution() {
    Results results = run(PairsTestCases.class);

    assertThat(results).hasOnlySucceeded(2 + 1);
    assertThat(results.testNames())
        .last()
        .isEqualTo("Charge × times out, first attempt + TellCustomer × times out, first attempt");
  }

  @StateMachineTest("breakable.asl.json")
  static class PairsTestCases {
    @FaultMatrix(faults = "times out", attempts = Attempts.FIRST, pairs = true)
    void ends(TestStateMachine machine) {
      goodDay(machine);
    }
  }

  @Test
  void mocks_that_no_combination_uses_are_accepted() {
    assertThat(run(UnusedTestCases.class)).hasOnlySucceeded(2);
  }

  @StateMachineTest("breakable.asl.json")
  static class UnusedTestCases {
    @BeforeEach
    void shared(TestStateMachine machine) {
      machine.mock("TellCustomer").returns(Map.of());
      machine.faults().on("TellCustomer").fails("X");
    }

    @FaultMatrix(states = "Charge", faults = "Unknown.Error")
    void fails_at_once(TestStateMachine machine) {
      machine.mock("Charge").returns(Map.of()).times(9);
      machine.faults().on("Charge").throttled().onCall(7);

      machine.run("{}");
    }
  }

  @Test
  void states_that_are_never_called_are_named() {
    assertThat(run(UnusedTestCases.class).reportEntries(FaultSweep.ENTRY)).hasSize(1);
    assertThat(run(NeverCalledTestCases.class).reportEntries(FaultSweep.ENTRY))
        .singleElement()
        .asString()
        .contains("Never called in any combination (1):\n    TellCustomer");
  }

  @StateMachineTest("breakable.asl.json")
  static class NeverCalledTestCases {
    @FaultMatrix(states = "TellCustomer")
    void is_refused(TestStateMachine machine) {
      machine.mock("Charge").fails("Card.Declined");

      machine.run("{}");
    }
  }

  @Test
  void combinations_run_concurrently_where_parallel_execution_is_on() {
    assertThat(TestKit.run(ConcurrentTestCases.class, PARALLEL)).hasOnlySucceeded(2);
  }

  @StateMachineTest("breakable.asl.json")
  static class ConcurrentTestCases {
    private static final CyclicBarrier BOTH = new CyclicBarrier(2);

    @FaultMatrix(states = "Charge", faults = "Unknown.Error")
    void meets_the_other(TestStateMachine machine) throws Exception {
      BOTH.await(30, TimeUnit.SECONDS);

      goodDay(machine);
    }
  }
}

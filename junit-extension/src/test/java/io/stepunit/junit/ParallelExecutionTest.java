package io.stepunit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.testkit.TestKit;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelExecutionTest {
  private static final Map<String, String> PARALLEL =
      Map.of(
          "junit.jupiter.execution.parallel.enabled", "true",
          "junit.jupiter.execution.parallel.mode.default", "concurrent",
          "junit.jupiter.execution.parallel.config.strategy", "fixed",
          "junit.jupiter.execution.parallel.config.fixed.parallelism", "4");

  /** What a single environment, with no other beside it, makes of the seed. */
  private static String historyAlone() {
    StepFunctionsEnvironment alone = StepFunctionsEnvironment.builder().seed(7).build();
    return history(alone.load("io/stepunit/junit/random.asl.json"));
  }

  private static String history(TestStateMachine machine) {
    machine
        .mock("Left")
        .fails("Busy", "retry with jitter")
        .times(2)
        .thenReturns(Map.of("ok", true));
    return machine.run(Map.of("id", 7)).historyJson();
  }

  @Test
  void the_same_seed_gives_the_same_history_byte_for_byte() {
    assertThat(TestKit.run(SameSeedTestCases.class, PARALLEL)).hasOnlySucceeded(45);
  }

  @StateMachineTest(value = "random.asl.json", seed = 7)
  static class SameSeedTestCases {
    @RepeatedTest(20)
    void repeated(TestStateMachine machine) {
      assertThat(history(machine)).isEqualTo(historyAlone());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void parameterized(int run, TestStateMachine machine) {
      assertThat(history(machine)).isEqualTo(historyAlone());
    }

    @Nested
    class In_a_nested_class {
      @RepeatedTest(20)
      void repeated(TestStateMachine machine) {
        assertThat(history(machine)).isEqualTo(historyAlone());
      }
    }
  }

  @Test
  void another_seed_gives_another_history() {
    assertThat(TestKit.run(OtherSeedTestCases.class, PARALLEL)).hasOnlySucceeded(1);
  }

  @StateMachineTest(value = "random.asl.json", seed = 8)
  static class OtherSeedTestCases {
    @Test
    void differs(TestStateMachine machine) {
      assertThat(history(machine)).isNotEqualTo(historyAlone());
    }
  }

  @Test
  void tests_that_meet_in_the_midst_of_their_executions_do_not_touch_each_other() {
    assertThat(TestKit.run(MeetingTestCases.class, PARALLEL)).hasOnlySucceeded(2);
  }

  static class MeetingTestCases {
    private static final CyclicBarrier BOTH_RUN = new CyclicBarrier(2);

    @RegisterExtension
    static final StateMachineExtension ORDER = StateMachineExtension.load("order.asl.json").build();

    @Nullable TestStateMachine field;

    @RepeatedTest(2)
    void meets(TestStateMachine order) {
      order.mock("Charge").answers(call -> BOTH_RUN.await(5, TimeUnit.SECONDS) < 2);
      order.mock("Ship").answers(call -> BOTH_RUN.await(5, TimeUnit.SECONDS) < 2);

      order.run("{}");

      assertThat(field).isSameAs(order);
      assertThat(order.environment().executions()).hasSize(1);
    }
  }

  @Test
  void fields_of_an_instance_shared_by_concurrent_tests_are_refused() {
    assertThat(TestKit.run(SharedInstanceTestCases.class, PARALLEL))
        .failsATestWith()
        .isEqualTo(
            "The field io.stepunit.junit.ParallelExecutionTest$SharedInstanceTestCases.machine cannot"
                + " be set: the tests of"
                + " io.stepunit.junit.ParallelExecutionTest$SharedInstanceTestCases run concurrently"
                + " and share one instance (Lifecycle.PER_CLASS), so they would overwrite each"
                + " other's.\nTake it as a parameter of the test methods, or put"
                + " @TestInstance(PER_METHOD) or @Execution(SAME_THREAD) on the class.");
  }

  @Test
  void the_same_fields_are_fine_where_tests_run_one_after_the_other() {
    assertThat(TestKit.run(SharedInstanceTestCases.class)).hasOnlySucceeded(1);
  }

  @StateMachineTest("pass.asl.json")
  @TestInstance(Lifecycle.PER_CLASS)
  @Execution(ExecutionMode.CONCURRENT)
  static class SharedInstanceTestCases {
    @Nullable TestStateMachine machine;

    @Test
    void runs(TestStateMachine parameter) {
      assertThat(machine).isSameAs(parameter);
    }
  }

  @Test
  void fields_of_an_outer_instance_shared_by_concurrent_nested_tests_are_refused() {
    assertThat(TestKit.run(SharedOuterTestCases.class, PARALLEL))
        .failsATestWith()
        .contains("The field", "SharedOuterTestCases.machine cannot be set");
  }

  @StateMachineTest("pass.asl.json")
  @TestInstance(Lifecycle.PER_CLASS)
  static class SharedOuterTestCases {
    @Nullable TestStateMachine machine;

    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    class Inside {
      @Test
      void never_runs() {}
    }
  }

  @Test
  void an_environment_shared_by_concurrent_dynamic_tests_is_refused() {
    assertThat(TestKit.run(DynamicTestCases.class, PARALLEL))
        .failsATestWith()
        .startsWith(
            "The dynamic tests of io.stepunit.junit.ParallelExecutionTest$DynamicTestCases.shared run"
                + " concurrently, but share one StepFunctionsEnvironment.\n"
                + "Put @Execution(SAME_THREAD) on the factory");
  }

  @StateMachineTest("pass.asl.json")
  static class DynamicTestCases {
    @TestFactory
    DynamicTest shared(TestStateMachine machine) {
      return DynamicTest.dynamicTest("never runs", () -> machine.run("{}"));
    }

    @TestFactory
    @Execution(ExecutionMode.SAME_THREAD)
    DynamicTest one_after_the_other(TestStateMachine machine) {
      return DynamicTest.dynamicTest("runs", () -> machine.run("{}"));
    }

    @TestFactory
    DynamicTest with_an_environment_of_its_own() {
      return DynamicTest.dynamicTest(
          "runs", () -> StepFunctionsEnvironment.create().load("pass.asl.json").run("{}"));
    }
  }

  @Test
  void parameters_of_tests_on_a_shared_instance_are_fine() {
    assertThat(TestKit.run(ParameterTestCases.class, PARALLEL)).hasOnlySucceeded(10);
  }

  @StateMachineTest("pass.asl.json")
  @TestInstance(Lifecycle.PER_CLASS)
  @Execution(ExecutionMode.CONCURRENT)
  static class ParameterTestCases {
    @RepeatedTest(10)
    void runs(TestStateMachine machine) {
      machine.run("{}");

      assertThat(machine.environment().executions()).hasSize(1);
    }
  }
}

package io.stepunit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.testkit.TestKit;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ProgrammaticExtensionTest {

  @Nested
  class As_an_instance_field {
    @RegisterExtension
    final StateMachineExtension pass =
        StateMachineExtension.load("pass.asl.json")
            .seed(7)
            .startTime(Instant.parse("2030-05-01T12:00:00Z"))
            .build();

    @Test
    void it_serves_each_test(TestStateMachine machine, StepFunctionsEnvironment environment) {
      assertThat(machine.name()).isEqualTo("pass");
      assertThat(environment.seed()).isEqualTo(7);
      assertThat(environment.now()).isEqualTo("2030-05-01T12:00:00Z");
    }
  }

  @Test
  void static_extension_serves_nested_classes_too() {
    assertThat(TestKit.run(StaticTestCases.class)).hasOnlySucceeded(2);
  }

  static class StaticTestCases {
    @RegisterExtension
    static final StateMachineExtension PASS = StateMachineExtension.load("pass.asl.json").build();

    @Test
    void serves(TestStateMachine machine) {
      assertThat(machine.run("{}").path()).containsExactly("Only");
    }

    @Nested
    class Nested_classes {
      @Test
      void too(TestStateMachine machine) {
        assertThat(machine.name()).isEqualTo("pass");
      }
    }
  }

  @Test
  void an_instance_field_judges_shared_mocks_too() {
    assertThat(TestKit.run(UnusedTestCases.class))
        .failsAContainerWith()
        .contains("Mocks declared for all tests", "mock(\"Charge\")");
  }

  static class UnusedTestCases {
    @RegisterExtension
    final StateMachineExtension order = StateMachineExtension.load("order.asl.json").build();

    @BeforeEach
    void prepare(TestStateMachine machine) {
      machine.mock("Charge").returns("{}");
    }

    @Test
    void uses_none() {}
  }

  @Test
  void leniency_accepts_unused_mocks() {
    assertThat(TestKit.run(LenientTestCases.class)).hasOnlySucceeded(1);
  }

  static class LenientTestCases {
    @RegisterExtension
    final StateMachineExtension order =
        StateMachineExtension.load("order.asl.json").lenient().build();

    @Test
    void uses_none(TestStateMachine machine) {
      machine.mock("Charge").returns("{}");
    }
  }

  @Test
  void two_machines_of_its_own_are_too_many_for_a_class() {
    assertThat(TestKit.run(TwoTestCases.class))
        .failsATestWith()
        .contains(
            "TwoTestCases has two state machines of its own",
            "@StateMachine(\"other.asl.json\") TestStateMachine other");
  }

  @Test
  void two_machines_of_its_own_are_told_once() {
    assertThat(TestKit.run(TwoTestCases.class))
        .failsATestPrinting()
        .containsOnlyOnce("has two state machines of its own")
        .containsOnlyOnce("the seed was 42");
  }

  @StateMachineTest("order.asl.json")
  static class TwoTestCases {
    @RegisterExtension
    static final StateMachineExtension PASS = StateMachineExtension.load("pass.asl.json").build();

    @Test
    void never_runs() {}
  }

  @Test
  void a_missing_file_names_the_extension() {
    assertThat(TestKit.run(MissingTestCases.class))
        .failsATestWith()
        .contains("named by StateMachineExtension.load(\"ordre.asl.json\")");
  }

  static class MissingTestCases {
    @RegisterExtension
    final StateMachineExtension order = StateMachineExtension.load("ordre.asl.json").build();

    @Test
    void never_runs() {}
  }
}

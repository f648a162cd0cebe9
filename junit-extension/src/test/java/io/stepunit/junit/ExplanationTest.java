package io.stepunit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.testkit.TestKit;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures of JUnit and of the JVM behind which a mistake stands that has a name. */
class ExplanationTest {
  @Nested
  class Parameterized_tests {
    @Test
    void take_the_machine_behind_their_arguments_or_as_a_field() {
      assertThat(TestKit.run(MachineLastTestCases.class)).hasOnlySucceeded(3);
    }

    @Test
    void with_the_machine_before_an_argument_are_told_the_order() {
      assertThat(TestKit.run(MachineFirstTestCases.class))
          .failsATestWith()
          .isEqualTo(
              MachineFirstTestCases.class.getName()
                  + ".pays takes something of StepUnit's before an argument of"
                  + " @ParameterizedTest. JUnit gives the first parameters the arguments: put"
                  + " StepUnit's behind them, as in pays(int amount, String by, TestInfo info,"
                  + " TestStateMachine order), or take them as fields.");
    }
  }

  @StateMachineTest("pass.asl.json")
  static class MachineLastTestCases {
    TestStateMachine field;

    @ParameterizedTest
    @ValueSource(ints = {7, 9})
    void pays(int amount, TestStateMachine order) {
      assertThat(order.run(Map.of("amount", amount)).outputAt("$.amount")).isPresent();
    }

    @ParameterizedTest
    @CsvSource("7, kim")
    void pays(int amount, String by) {
      assertThat(field.run(Map.of(by, amount)).outputAt("$." + by)).isPresent();
    }
  }

  @StateMachineTest("pass.asl.json")
  static class MachineFirstTestCases {
    @ParameterizedTest
    @CsvSource("7, kim")
    void pays(int amount, TestStateMachine order, String by, TestInfo info) {}
  }

  @Nested
  class Fields {
    @Test
    void that_are_static_are_set_by_nobody() {
      assertThat(TestKit.run(StaticTestCases.class))
          .failsATestWith()
          .isEqualTo(
              "The field "
                  + StaticTestCases.class.getName()
                  + ".order is static, so that no test sets it: each test has one of its own."
                  + " Remove 'static', or take a parameter of the test method instead.");
    }

    @Test
    void that_are_static_are_told_where_a_method_before_the_test_uses_them() {
      assertThat(TestKit.run(StaticInBeforeEachTestCases.class))
          .failsATestWith()
          .contains(".machine is static, so that no test sets it");
      assertThat(TestKit.run(StaticInBeforeAllTestCases.class))
          .failsAContainerWith()
          .contains(".environment is static, so that no test sets it");
    }

    @Test
    void that_are_static_and_set_by_the_test_are_its_own() {
      assertThat(TestKit.run(OwnStaticTestCases.class)).hasOnlySucceeded(1);
    }

    @Test
    void of_an_instance_are_empty_before_all_tests() {
      assertThat(TestKit.run(BeforeAllTestCases.class))
          .failsAContainerWith()
          .isEqualTo(
              "The field "
                  + BeforeAllTestCases.class.getName()
                  + ".order is set before each test, and so not yet in @BeforeAll: each test has one"
                  + " of its own. Use it in @BeforeEach or in the test.");
    }

    @Test
    void that_have_nothing_to_do_with_a_failure_do_not_change_it() {
      assertThat(TestKit.run(OtherFailureTestCases.class))
          .failsATestPrinting()
          .startsWith("java.lang.NullPointerException: ")
          .doesNotContain("is static");
    }
  }

  @StateMachineTest("pass.asl.json")
  static class StaticTestCases {
    static TestStateMachine order;

    @Test
    void runs() {
      order.run("{}");
    }
  }

  @StateMachineTest("pass.asl.json")
  static class StaticInBeforeEachTestCases {
    private static TestStateMachine machine;

    @BeforeEach
    void run_first() {
      machine.run("{}");
    }

    @Test
    void runs() {}
  }

  @StateMachineTest("pass.asl.json")
  static class StaticInBeforeAllTestCases {
    static StepFunctionsEnvironment environment;

    @BeforeAll
    static void advance() {
      environment.now();
    }

    @Test
    void runs() {}
  }

  @StateMachineTest("pass.asl.json")
  static class OwnStaticTestCases {
    static TestStateMachine shared;

    @BeforeEach
    void share(TestStateMachine machine) {
      shared = machine;
    }

    @Test
    void runs() {
      shared.run("{}");
    }
  }

  @StateMachineTest("pass.asl.json")
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class BeforeAllTestCases {
    TestStateMachine order;

    @BeforeAll
    void run_first() {
      order.run("{}");
    }

    @Test
    void runs() {}
  }

  @StateMachineTest("pass.asl.json")
  static class OtherFailureTestCases {
    static TestStateMachine order;
    Map<String, String> names;

    @Test
    void runs() {
      names.clear();
    }
  }
}

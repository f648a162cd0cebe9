package io.stepunit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.inherited.BaseTestCases;
import io.stepunit.junit.testkit.TestKit;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeclarationTest {

  @Nested
  @StateMachineTest("order.asl.json")
  class A_test_takes {
    @StateMachine @Nullable TestStateMachine annotated;
    @Nullable TestStateMachine plain;
    @Nullable StepFunctionsEnvironment environment;

    @StateMachine("pass.asl.json")
    @Nullable TestStateMachine other;

    @Test
    void the_machine_of_its_class(TestStateMachine order) {
      assertThat(order.name()).isEqualTo("order");
      assertThat(annotated).isSameAs(order);
      assertThat(plain).isSameAs(order);
    }

    @Test
    void the_environment_of_the_machine(
        TestStateMachine order, StepFunctionsEnvironment parameter) {
      assertThat(parameter).isSameAs(order.environment()).isSameAs(environment);
    }

    @Test
    void further_machines_of_the_same_environment(
        TestStateMachine order,
        @StateMachine("pass.asl.json") TestStateMachine same,
        @StateMachine(value = "pass.asl.json", name = "named") TestStateMachine named) {
      assertThat(other).isNotNull().isSameAs(same);
      assertThat(same.environment()).isSameAs(order.environment());
      assertThat(same.name()).isEqualTo("pass");
      assertThat(named.name()).isEqualTo("named");
    }

    @Test
    void its_own_machine_by_another_name(
        TestStateMachine order, @StateMachine(name = "again") TestStateMachine again) {
      assertThat(again).isNotSameAs(order);
      assertThat(again.name()).isEqualTo("again");
      assertThat(again.definition()).isSameAs(order.definition());
    }

    @Test
    void the_virtual_time(Clock clock, StepFunctionsEnvironment environment) {
      Instant before = clock.instant();

      environment.advance(Duration.ofHours(1));

      assertThat(clock.instant()).isEqualTo(before.plus(Duration.ofHours(1)));
    }
  }

  @Nested
  @StateMachineTest("order.asl.json")
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  class Each_test_of_a_shared_instance {
    private final List<StepFunctionsEnvironment> seen = new ArrayList<>();
    @Nullable StepFunctionsEnvironment environment;

    @RepeatedTest(2)
    void gets_an_environment_of_its_own(StepFunctionsEnvironment parameter) {
      assertThat(environment).isSameAs(parameter);
      assertThat(seen).doesNotContain(parameter);
      seen.add(parameter);
    }
  }

  @Nested
  @StateMachineTest("order.asl.json")
  class Before_each_test {
    @Nullable TestStateMachine prepared;

    @BeforeEach
    void prepare(TestStateMachine order) {
      order.mock("Charge").returns(Map.of("paid", true));
      order.mock("Ship").returns(Map.of("shipped", true));
      prepared = order;
    }

    @Test
    void the_same_environment_is_there(TestStateMachine order) {
      Execution run = order.run("{}");

      assertThat(prepared).isSameAs(order);
      assertThat(run.path()).containsExactly("Validate", "Charge", "Ship");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void parameterized_tests_take_it_too(int id, TestStateMachine order) {
      assertThat(order.run(Map.of("id", id)).path()).contains("Ship");
      assertThat(order.environment().executions()).hasSize(1);
    }

    @RepeatedTest(2)
    void repeated_tests_too(TestStateMachine order) {
      order.run("{}");

      assertThat(order.environment().executions()).hasSize(1);
    }

    @TestFactory
    List<DynamicTest> factories_share_it_among_their_tests(TestStateMachine order) {
      return List.of(
          DynamicTest.dynamicTest("first", () -> order.run("{}")),
          DynamicTest.dynamicTest(
              "second", () -> assertThat(order.environment().executions()).hasSize(1)));
    }

    @Nested
    class And_in_nested_classes {
      @Test
      void too(TestStateMachine order) {
        assertThat(prepared).isSameAs(order);
      }
    }

    @Nested
    @StateMachineTest("pass.asl.json")
    class Unless_the_nested_class_has_its_own {
      @BeforeEach
      void prepare(TestStateMachine machine) {
        assertThat(machine.name()).isEqualTo("pass");
      }
    }
  }

  @Retention(RetentionPolicy.RUNTIME)
  @StateMachineTest(value = "pass.asl.json", seed = 7, startTime = "2030-05-01T12:00:00Z")
  @interface PassMachineTest {}

  @Nested
  @PassMachineTest
  class A_composed_annotation {
    @Test
    void works_like_the_one_it_is_made_of(TestStateMachine machine) {
      assertThat(machine.name()).isEqualTo("pass");
      assertThat(machine.environment().seed()).isEqualTo(7);
      assertThat(machine.environment().now()).isEqualTo("2030-05-01T12:00:00Z");
    }
  }

  @Target({ElementType.FIELD, ElementType.PARAMETER})
  @Retention(RetentionPolicy.RUNTIME)
  @StateMachine(value = "pass.asl.json", name = "passing")
  @interface PassMachine {}

  @Nested
  @StateMachineTest("order.asl.json")
  class A_composed_annotation_for_a_further_machine {
    @PassMachine @Nullable TestStateMachine field;

    @Test
    void works_on_fields_and_parameters(@PassMachine TestStateMachine parameter) {
      assertThat(parameter.name()).isEqualTo("passing");
      assertThat(field).isSameAs(parameter);
    }
  }

  @Nested
  class A_subclass extends BaseTestCases {
    @Test
    void inherits_the_annotation_and_finds_the_file_beside_the_base_class(
        TestStateMachine machine) {
      assertThat(machine.definition().comment()).contains("beside the base class");
    }
  }

  @Nested
  @StateMachineTest("pass.asl.json")
  class A_definition {
    @Test
    void a_definition_is_loaded_once_for_all_tests(
        TestStateMachine machine,
        @StateMachine(value = "pass.asl.json", name = "second") TestStateMachine second) {
      assertThat(second.definition()).isSameAs(machine.definition());
    }
  }

  @Test
  void a_class_without_the_annotation_is_told_to_put_it_on() {
    assertThat(TestKit.run(NoAnnotationTestCases.class))
        .failsAContainerWith()
        .contains(
            "NoAnnotationTestCases is extended with StateMachineExtension, but names no state"
                + " machine",
            "Put @StateMachineTest(\"order.asl.json\") on it");
  }

  @ExtendWith(StateMachineExtension.class)
  static class NoAnnotationTestCases {
    @Test
    void never_runs() {}
  }

  @Test
  void there_is_no_environment_in_before_all() {
    assertThat(TestKit.run(BeforeAllTestCases.class))
        .failsAContainerWith()
        .contains(
            "BeforeAllTestCases.prepare takes a TestStateMachine, but there is none outside of a"
                + " test",
            "Take it as a parameter of @BeforeEach or of the test method, or as a field");
  }

  @StateMachineTest("pass.asl.json")
  static class BeforeAllTestCases {
    @BeforeAll
    static void prepare(TestStateMachine machine) {}

    @Test
    void never_runs() {}
  }

  @Test
  void there_is_no_environment_in_a_constructor() {
    assertThat(TestKit.run(ConstructorTestCases.class))
        .failsATestWith()
        .contains(
            "the constructor of io.stepunit.junit.DeclarationTest$ConstructorTestCases takes a"
                + " StepFunctionsEnvironment",
            "or as a field");
  }

  @StateMachineTest("pass.asl.json")
  static class ConstructorTestCases {
    ConstructorTestCases(StepFunctionsEnvironment environment) {}

    @Test
    void never_runs() {}
  }

  @Test
  void an_annotated_parameter_of_another_type_is_refused() {
    assertThat(TestKit.run(WrongParameterTestCases.class))
        .failsATestWith()
        .contains(
            "@StateMachine is on a parameter of type java.lang.String of",
            "WrongParameterTestCases.never_runs; expected the type io.stepunit.TestStateMachine");
  }

  @StateMachineTest("pass.asl.json")
  static class WrongParameterTestCases {
    @Test
    void never_runs(@StateMachine("pass.asl.json") String machine) {}
  }

  @Test
  void an_annotated_field_of_another_type_is_refused() {
    assertThat(TestKit.run(WrongFieldTestCases.class))
        .failsATestWith()
        .contains(
            "@StateMachine is on the field",
            "WrongFieldTestCases.machine of type java.lang.String; expected the type"
                + " io.stepunit.TestStateMachine");
  }

  @StateMachineTest("pass.asl.json")
  static class WrongFieldTestCases {
    @StateMachine("pass.asl.json")
    @Nullable String machine;

    @Test
    void never_runs() {}
  }

  @Test
  void an_annotated_static_field_is_refused() {
    assertThat(TestKit.run(StaticFieldTestCases.class))
        .failsATestPrinting()
        .containsOnlyOnce("StaticFieldTestCases.machine, which is static or final");
  }

  @StateMachineTest("pass.asl.json")
  static class StaticFieldTestCases {
    @StateMachine static @Nullable TestStateMachine machine;

    @Test
    void never_runs() {}
  }
}

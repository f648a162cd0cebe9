package io.stepunit.junit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.stepunit.Execution;
import io.stepunit.TaskFailure;
import io.stepunit.TaskHandler;
import io.stepunit.TaskReply;
import io.stepunit.TestStateMachine;
import io.stepunit.internal.json.Json;
import io.stepunit.junit.testkit.TestKit;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.InOrder;
import org.mockito.junit.jupiter.MockitoExtension;
import org.mockito.junit.jupiter.MockitoSettings;
import org.mockito.quality.Strictness;

class MockTaskTest {

  @Nested
  @StateMachineTest("order.asl.json")
  class A_mock_in_a_field {
    @MockTask("Charge")
    @SuppressWarnings("NullAway.Init")
    TaskHandler charge;

    @BeforeEach
    void ship(TestStateMachine order) {
      order.mock("Ship").returns("{}");
    }

    @RepeatedTest(2)
    void answers_its_state(TestStateMachine order) throws Exception {
      when(charge.handle(any())).thenReturn(TaskReply.succeeds(Json.parse("{\"paid\": true}")));

      Execution run = order.run("{\"id\": 7}");

      verify(charge, times(1)).handle(any());
      assertThat(run.path()).contains("Ship");
    }

    @Test
    void fails_its_state(TestStateMachine order) throws Exception {
      when(charge.handle(any())).thenThrow(new TaskFailure("Gateway.Busy", "503"));

      Execution run = order.run("{}");

      assertThat(run.error()).contains("Gateway.Busy");
    }
  }

  @Target({ElementType.FIELD, ElementType.PARAMETER})
  @Retention(RetentionPolicy.RUNTIME)
  @MockTask("Charge")
  @interface Charge {}

  @Target({ElementType.FIELD, ElementType.PARAMETER})
  @Retention(RetentionPolicy.RUNTIME)
  @MockTask("Ship")
  @interface Ship {}

  @Nested
  @StateMachineTest("order.asl.json")
  class Mocks_by_composed_annotations {
    @Charge
    @SuppressWarnings("NullAway.Init")
    TaskHandler charge;

    @Test
    void answer_their_states(TestStateMachine order, @Ship TaskHandler ship) throws Exception {
      when(charge.handle(any())).thenReturn(TaskReply.succeeds(Json.parse("{\"paid\": true}")));
      when(ship.handle(any())).thenReturn(TaskReply.succeeds(Json.parse("{\"number\": \"T-9\"}")));

      Execution run = order.run("{\"id\": 7}");

      verify(charge, times(1)).handle(any());
      assertThat(run.outputAt("$.number"))
          .hasValueSatisfying(number -> assertThat(number.asText()).isEqualTo("T-9"));
    }
  }

  @Nested
  @StateMachineTest("order.asl.json")
  class Mocks_in_parameters {
    private final List<String> madeBefore = new ArrayList<>();

    @BeforeEach
    void ship(@MockTask("Ship") TaskHandler ship) throws Exception {
      when(ship.handle(any())).thenReturn(TaskReply.succeeds(Json.parse("{\"number\": \"T-9\"}")));
      madeBefore.add(ship.toString());
    }

    @Test
    void mocks_in_parameters_are_asked_for_each_call(
        TestStateMachine order, @MockTask("Charge") TaskHandler charge) throws Exception {
      when(charge.handle(any())).thenReturn(TaskReply.succeeds(Json.parse("{\"paid\": true}")));

      order.run("{\"id\": 7}");
      order.run("{\"id\": 8}");
      order.run("{\"id\": 7}");

      verify(charge, times(3)).handle(any());
      verify(charge, times(2)).handle(argThat(call -> call.input().path("id").asInt() == 7));
    }

    @Test
    void mocks_in_parameters_are_verified_in_order_across_states(
        TestStateMachine order,
        @MockTask("Charge") TaskHandler charge,
        @MockTask("Ship") TaskHandler ship)
        throws Exception {
      when(charge.handle(any())).thenReturn(TaskReply.succeeds(Json.parse("{}")));
      when(ship.handle(any())).thenReturn(TaskReply.succeeds(Json.parse("{}")));

      order.run("{\"id\": 7}");

      InOrder inOrder = inOrder(charge, ship);
      inOrder.verify(charge).handle(argThat(call -> call.input().path("id").asInt() == 7));
      inOrder.verify(ship).handle(any());
      inOrder.verifyNoMoreInteractions();
    }

    @Test
    void may_be_there_to_be_never_called(
        TestStateMachine order,
        @MockTask("Charge") TaskHandler charge,
        @MockTask("Ship") TaskHandler ship)
        throws Exception {
      when(charge.handle(any())).thenThrow(new TaskFailure("Card.Declined", "no funds"));

      order.run("{}");

      verify(ship, never()).handle(any());
    }

    @Test
    void mocks_in_parameters_are_made_without_an_agent(@MockTask("Charge") TaskHandler charge) {
      assertThat(Proxy.isProxyClass(charge.getClass())).isTrue();
      assertThat(madeBefore).isNotEmpty();
    }
  }

  @Test
  void a_parameter_that_is_stubbed_and_never_called_fails_the_test() {
    assertThat(TestKit.run(StubbedInVainTestCases.class))
        .failsATestWith()
        .isEqualTo(
            """
            Mockito mocks were stubbed, and no Task called them:
              @MockTask("Charge") on a parameter of io.stepunit.junit.MockTaskTest$StubbedInVainTestCases.stubs
            Remove what the test does not need.\
            """);
  }

  @StateMachineTest("order.asl.json")
  static class StubbedInVainTestCases {
    @Test
    void stubs(@MockTask("Charge") TaskHandler charge) throws Exception {
      when(charge.handle(any())).thenReturn(TaskReply.succeeds(Json.parse("{}")));
    }
  }

  @Test
  void a_parameter_of_another_type_is_refused() {
    assertThat(TestKit.run(WrongParameterTestCases.class))
        .failsATestWith()
        .contains(
            "@MockTask is on a parameter of type java.lang.Runnable",
            "expected the type io.stepunit.TaskHandler");
  }

  @StateMachineTest("order.asl.json")
  static class WrongParameterTestCases {
    @Test
    void never_runs(@MockTask("Charge") Runnable charge) {}
  }

  @Test
  void the_strict_stubs_of_MockitoExtension_hold_for_fields_and_parameters() {
    assertThat(TestKit.run(StrictFieldTestCases.class))
        .failsATestWith()
        .contains("Unnecessary stubbings detected");
    assertThat(TestKit.run(StrictParameterTestCases.class))
        .failsATestWith()
        .contains("Unnecessary stubbings detected");
  }

  @StateMachineTest("order.asl.json")
  @ExtendWith(MockitoExtension.class)
  static class StrictFieldTestCases {
    @MockTask("Charge")
    @SuppressWarnings("NullAway.Init")
    TaskHandler charge;

    @Test
    void stubs_more_than_is_called(TestStateMachine order) throws Exception {
      when(charge.handle(any())).thenThrow(new TaskFailure("Card.Declined", "no funds"));
      doReturn(TaskReply.succeeds(Json.parse("{}")))
          .when(charge)
          .handle(argThat(call -> call.attempt() == 9));

      assertThat(order.run("{}").error()).contains("Card.Declined");
    }
  }

  @ExtendWith(MockitoExtension.class)
  @StateMachineTest("order.asl.json")
  static class StrictParameterTestCases {
    @Test
    void stubs_more_than_is_called(TestStateMachine order, @MockTask("Charge") TaskHandler charge)
        throws Exception {
      when(charge.handle(any())).thenThrow(new TaskFailure("Card.Declined", "no funds"));
      doReturn(TaskReply.succeeds(Json.parse("{}")))
          .when(charge)
          .handle(argThat(call -> call.attempt() == 9));

      assertThat(order.run("{}").error()).contains("Card.Declined");
    }
  }

  @Test
  void a_call_that_strict_stubs_do_not_know_aborts_the_test() {
    assertThat(TestKit.run(OtherCallTestCases.class))
        .failsATestPrinting()
        .contains(
            "The answer of mock(\"Charge\") at @MockTask(\"Charge\") on a parameter of",
            "cannot run. The mock 'charge' has no answer for this call of 'Charge'. Stub it:");
  }

  @StateMachineTest("order.asl.json")
  @ExtendWith(MockitoExtension.class)
  static class OtherCallTestCases {
    @Test
    void calls_what_is_not_stubbed(TestStateMachine order, @MockTask("Charge") TaskHandler charge)
        throws Exception {
      when(charge.handle(argThat(call -> call != null && call.attempt() == 9)))
          .thenThrow(new TaskFailure("Card.Declined", "no funds"));

      order.run("{}");
    }
  }

  @Test
  void lenient_strictness_leaves_the_stubs_alone() {
    assertThat(TestKit.run(LenientTestCases.class)).hasOnlySucceeded(1);
  }

  @StateMachineTest("order.asl.json")
  @ExtendWith(MockitoExtension.class)
  @MockitoSettings(strictness = Strictness.LENIENT)
  static class LenientTestCases {
    @Test
    void stubs_more_than_is_called(TestStateMachine order, @MockTask("Charge") TaskHandler charge)
        throws Exception {
      when(charge.handle(any())).thenThrow(new TaskFailure("Card.Declined", "no funds"));
      doReturn(TaskReply.succeeds(Json.parse("{}")))
          .when(charge)
          .handle(argThat(call -> call.attempt() == 9));

      assertThat(order.run("{}").error()).contains("Card.Declined");
    }
  }

  @Test
  void one_that_is_not_stubbed_is_named_with_the_cure() {
    assertThat(TestKit.run(UnstubbedTestCases.class))
        .failsATestPrinting()
        .contains(
            "The mock 'charge' has no answer for this call of 'Charge'. Stub it:"
                + " when(charge.handle(any())).thenReturn(TaskReply.succeeds(result))");
  }

  @StateMachineTest("order.asl.json")
  static class UnstubbedTestCases {
    @MockTask("Charge")
    @Nullable TaskHandler charge;

    @Test
    void calls_it(TestStateMachine order) {
      order.run("{}");
    }
  }

  @Test
  void without_mockito_it_says_what_to_add() throws ClassNotFoundException {
    WithoutMockito loader = new WithoutMockito();

    assertThat(TestKit.run(loader.loadClass(UnstubbedTestCases.class.getName())))
        .failsATestWith()
        .isEqualTo(needsMockito("MockTaskTest$UnstubbedTestCases.charge"));
    assertThat(TestKit.run(loader.loadClass(StubbedInVainTestCases.class.getName())))
        .failsATestWith()
        .endsWith(needsMockito("a parameter of MockTaskTest$StubbedInVainTestCases.stubs"));
  }

  private static String needsMockito(String place) {
    return "@MockTask(\"Charge\") on %s needs Mockito 5 on the class path, and there is none. Add org.mockito:mockito-core to the tests' dependencies, or mock the state by machine.mock(\"Charge\")."
        .formatted(place.replace("MockTaskTest", "io.stepunit.junit.MockTaskTest"));
  }

  /** The extension and the fixtures as they are where there is no Mockito. */
  private static final class WithoutMockito extends ClassLoader {
    WithoutMockito() {
      super(MockTaskTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("org.mockito.")) {
        throw new ClassNotFoundException(name);
      }
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null || !name.startsWith("io.stepunit.junit.")) {
        return loaded != null ? loaded : super.loadClass(name, resolve);
      }
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = requireNonNull(in).readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  @Test
  void one_for_a_state_that_does_not_exist_is_refused() {
    assertThat(TestKit.run(UnknownStateTestCases.class))
        .failsATestWith()
        .contains("Chrage", "Charge");
  }

  @StateMachineTest("order.asl.json")
  static class UnknownStateTestCases {
    @MockTask("Chrage")
    @Nullable TaskHandler charge;

    @Test
    void never_runs() {}
  }

  @Test
  void one_that_no_test_uses_fails_the_class() {
    assertThat(TestKit.run(UnusedTestCases.class))
        .failsAContainerWith()
        .contains(
            "and used by none of them:\n"
                + "  @MockTask(\"Charge\") on"
                + " io.stepunit.junit.MockTaskTest$UnusedTestCases.charge\n");
  }

  @StateMachineTest("order.asl.json")
  static class UnusedTestCases {
    @MockTask("Charge")
    @Nullable TaskHandler charge;

    @Test
    void uses_none() {}
  }

  @Test
  void a_field_of_another_type_is_refused() {
    assertThat(TestKit.run(WrongTypeTestCases.class))
        .failsATestWith()
        .contains(
            "@MockTask is on the field",
            "of type java.lang.Runnable; expected the type io.stepunit.TaskHandler");
  }

  @StateMachineTest("order.asl.json")
  static class WrongTypeTestCases {
    @MockTask("Charge")
    @Nullable Runnable charge;

    @Test
    void never_runs() {}
  }
}

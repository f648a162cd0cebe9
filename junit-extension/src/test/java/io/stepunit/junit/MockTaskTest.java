package io.stepunit.junit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.stepunit.TestStateMachine;
import io.stepunit.history.Execution;
import io.stepunit.json.Json;
import io.stepunit.junit.testkit.TestKit;
import io.stepunit.spi.TaskFailure;
import io.stepunit.spi.TaskHandler;
import io.stepunit.spi.TaskReply;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

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
    Class<?> fixture = new WithoutMockito().loadClass(UnstubbedTestCases.class.getName());

    assertThat(TestKit.run(fixture))
        .failsATestWith()
        .isEqualTo(
            "@MockTask(\"Charge\") on io.stepunit.junit.MockTaskTest$UnstubbedTestCases.charge needs"
                + " Mockito 5 on the class path, and there is none. Add org.mockito:mockito-core to"
                + " the tests' dependencies, or mock the state by machine.mock(\"Charge\").");
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
                + "  @MockTask(\"Charge\") on io.stepunit.junit.MockTaskTest$UnusedTestCases.charge\n");
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
            "@MockTask stands on the field",
            "of type java.lang.Runnable; expected the type io.stepunit.spi.TaskHandler");
  }

  @StateMachineTest("order.asl.json")
  static class WrongTypeTestCases {
    @MockTask("Charge")
    @Nullable Runnable charge;

    @Test
    void never_runs() {}
  }
}

package io.stepunit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.TestStateMachine;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LambdaLibraryTest {
  private static final String LAMBDA = "com.amazonaws.services.lambda.runtime.";

  /** Asks for a handler. */
  public static final class AskForHandler implements Supplier<Object> {
    @Override
    public Object get() {
      return Machines.charge().lambda("charge");
    }
  }

  /** Mocks without a handler. */
  public static final class MockOnly implements Supplier<Object> {
    @Override
    public Object get() {
      TestStateMachine order = Machines.charge();
      order.mock("Charge").returns(7);
      return String.valueOf(order.run(1).output().orElseThrow());
    }
  }

  /** Runs a handler. */
  public static final class RunHandler implements Supplier<Object> {
    @Override
    public Object get() {
      TestStateMachine order = Machines.charge();
      order.lambda("charge").handledBy(String.class, (name, context) -> "hello " + name);
      return String.valueOf(order.run("\"kim\"").output().orElseThrow());
    }
  }

  @Test
  void a_missing_library_is_told_with_what_to_add() {
    assertThatThrownBy(() -> WithoutLibrary.run(LAMBDA, AskForHandler.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("com.amazonaws:aws-lambda-java-core");
  }

  @Test
  void all_else_works_without_the_library() throws ReflectiveOperationException {
    assertThat(WithoutLibrary.run(LAMBDA, MockOnly.class)).isEqualTo("7");
  }

  @Test
  void handlers_run_without_Lambdas_serialization_by_the_codec()
      throws ReflectiveOperationException {
    assertThat(WithoutLibrary.run(LAMBDA + "serialization", RunHandler.class))
        .isEqualTo("\"hello kim\"");
  }
}

package io.stepunit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.TestStateMachine;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LambdaLibraryTest {
  private static final String LAMBDA = "com.amazonaws.services.lambda.runtime.";

  /** Sees what the test sees, as classes of its own, but for the classes of one package. */
  private static final class Without extends ClassLoader {
    private final String hidden;

    Without(String hidden) {
      super(LambdaLibraryTest.class.getClassLoader());
      this.hidden = hidden;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith(hidden)) {
        throw new ClassNotFoundException(name);
      }
      if (!name.startsWith("io.stepunit.")) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : define(name);
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = file.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException | NullPointerException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

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

  private static Object runWithout(String hidden, Class<? extends Supplier<Object>> code)
      throws ReflectiveOperationException {
    Class<?> copy = new Without(hidden).loadClass(code.getName());
    return ((Supplier<?>) copy.getConstructor().newInstance()).get();
  }

  @Test
  void a_missing_library_is_told_with_what_to_add() {
    assertThatThrownBy(() -> runWithout(LAMBDA, AskForHandler.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("com.amazonaws:aws-lambda-java-core");
  }

  @Test
  void all_else_works_without_the_library() throws ReflectiveOperationException {
    assertThat(runWithout(LAMBDA, MockOnly.class)).isEqualTo("7");
  }

  @Test
  void handlers_run_without_Lambdas_serialization_by_the_codec()
      throws ReflectiveOperationException {
    assertThat(runWithout(LAMBDA + "serialization", RunHandler.class)).isEqualTo("\"hello kim\"");
  }
}

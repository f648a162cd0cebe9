package io.stepunit.recipe;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Test methods that somebody has pasted into a class, compiled and ready to run. */
final class PastedTests implements AutoCloseable {
  private static final String FRAME =
      """
      package pasted;

      import static io.stepunit.assertj.StepUnitAssertions.assertThat;
      import static io.stepunit.property.Property.*;

      import io.stepunit.Execution;
      import io.stepunit.StepFunctionsEnvironment;
      import io.stepunit.TestStateMachine;
      import io.stepunit.junit.Interleavings;
      import java.time.Duration;
      import java.util.Map;
      import org.junit.jupiter.api.Test;

      """;

  private final URLClassLoader loader;

  private PastedTests(URLClassLoader loader) {
    this.loader = loader;
  }

  /** Compiles each source in a class of its own. */
  static PastedTests compile(List<String> sources, Path classes) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter problems = new StringWriter();
    List<Source> units =
        Stream.iterate(0, i -> i < sources.size(), i -> i + 1)
            .map(i -> new Source("T" + i, FRAME + "class T" + i + " {\n" + sources.get(i) + "}\n"))
            .toList();
    boolean compiled =
        compiler
            .getTask(
                problems,
                null,
                null,
                List.of(
                    "-proc:none",
                    "-d",
                    classes.toString(),
                    "-cp",
                    System.getProperty("java.class.path")),
                null,
                units)
            .call();
    if (!compiled) {
      throw new AssertionError("A pasted test does not compile:\n" + problems);
    }
    try {
      return new PastedTests(new URLClassLoader(new java.net.URL[] {classes.toUri().toURL()}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a test as JUnit would. */
  void run(int number, TestStateMachine machine, StepFunctionsEnvironment environment) {
    try {
      Class<?> type = Class.forName("pasted.T" + number, true, loader);
      Method method =
          Stream.of(type.getDeclaredMethods())
              .filter(it -> !it.isSynthetic())
              .findFirst()
              .orElseThrow();
      method.setAccessible(true);
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      Object test = constructor.newInstance();
      if (method.getParameterCount() == 1) {
        method.invoke(test, machine);
      } else {
        method.invoke(test, machine, environment);
      }
      machine.mocks().verifyUsed();
    } catch (InvocationTargetException e) {
      throw new AssertionError("The pasted test fails: " + e.getCause(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String code;

    Source(String name, String code) {
      super(URI.create("string:///pasted/" + name + ".java"), JavaFileObject.Kind.SOURCE);
      this.code = code;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return code;
    }
  }
}

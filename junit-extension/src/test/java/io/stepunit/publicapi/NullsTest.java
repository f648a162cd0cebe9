package io.stepunit.publicapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.JsonCodec;
import io.stepunit.TaskHandler;
import io.stepunit.history.EventDetails;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.Extension;

/** Null where none may be is refused at once, by the parameter's own name. */
class NullsTest {
  private static final World WORLD = new World();

  @Test
  void are_refused_by_every_public_method() throws Exception {
    Set<String> taken = new TreeSet<>();
    int asked = 0;
    for (Class<?> type : types()) {
      for (Executable method : methods(type)) {
        for (int i = 0; i < method.getParameterCount(); i++) {
          if (mayNotBeNull(method, i)) {
            asked++;
            problem(type, method, i).ifPresent(taken::add);
          }
        }
      }
    }

    assertThat(String.join("\n", taken)).isEmpty();
    assertThat(asked).isGreaterThan(200);
  }

  private static List<Class<?>> types() throws IOException, ClassNotFoundException {
    List<Class<?>> types = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("src/test/resources/public-api.txt"))) {
      if (line.matches("(class|interface|record|enum) .*")) {
        Class<?> type = Class.forName(line.split(" ")[1]);
        if (!Throwable.class.isAssignableFrom(type)
            && !Extension.class.isAssignableFrom(type)
            && !EventDetails.class.isAssignableFrom(type)
            && !Set.of(TaskHandler.class, JsonCodec.class).contains(type)) {
          types.add(type);
        }
      }
    }
    return types;
  }

  private static List<Executable> methods(Class<?> type) {
    // StepUnit makes the records.
    return Stream.concat(
            type.isRecord() ? Stream.empty() : Arrays.stream(type.getDeclaredConstructors()),
            declaredMethods(type))
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
        .filter(method -> !Set.of("equals", "valueOf").contains(method.getName()))
        .toList();
  }

  /** None of a type that names a library which is not on this module's class path. */
  private static Stream<Method> declaredMethods(Class<?> type) {
    try {
      return Arrays.stream(type.getDeclaredMethods());
    } catch (NoClassDefFoundError e) {
      return Stream.empty();
    }
  }

  private static boolean mayNotBeNull(Executable method, int index) {
    Parameter parameter = method.getParameters()[index];
    // A null among values is JSON null.
    return !parameter.getType().isPrimitive()
        && parameter.getType() != Object.class
        && Stream.of(
                parameter.getAnnotatedType().getAnnotations(),
                parameter.getAnnotations(),
                method.getAnnotations())
            .flatMap(Stream::of)
            .map(Annotation::annotationType)
            .noneMatch(Nullable.class::equals);
  }

  private static Optional<String> problem(Class<?> type, Executable method, int index)
      throws ReflectiveOperationException {
    Object target = target(type, method).orElse(null);
    if (target == null && method instanceof Method && !Modifier.isStatic(method.getModifiers())) {
      return Optional.empty();
    }
    Object[] arguments =
        Arrays.stream(method.getParameterTypes())
            .map(parameter -> Samples.argument(parameter, WORLD))
            .toArray();
    arguments[index] = null;
    String parameter = method.getParameters()[index].getName();
    String what =
        "%s.%s(%s) %s: ".formatted(type.getName(), method.getName(), types(method), parameter);
    try {
      invoke(method, target, arguments);
      return Optional.of(what + "is taken");
    } catch (InvocationTargetException e) {
      Throwable refusal = e.getCause();
      boolean isRefused =
          refusal instanceof NullPointerException && parameter.equals(refusal.getMessage());
      return isRefused ? Optional.empty() : Optional.of(what + refusal);
    }
  }

  private static String types(Executable method) {
    return String.join(
        ", ", Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName).toList());
  }

  private static Optional<Object> target(Class<?> type, Executable method) {
    return method instanceof Constructor || Modifier.isStatic(method.getModifiers())
        ? Optional.empty()
        : Samples.held(type, WORLD);
  }

  private static void invoke(Executable method, Object target, Object[] arguments)
      throws ReflectiveOperationException {
    if (method instanceof Constructor<?> constructor) {
      constructor.newInstance(arguments);
    } else {
      ((Method) method).invoke(target, arguments);
    }
  }
}

package io.stepunit.junit;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ModifierSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Says what a user did wrong where JUnit or the JVM fails in words of their own: parameters in an
 * order that JUnit does not take, fields that nobody sets.
 */
final class Explanation {
  private Explanation() {}

  /**
   * The failure of a test or of a method around it, explained where that can be done.
   *
   * @param beforeAll whether it is of a method that runs before there is a test
   */
  static Throwable of(Throwable failure, ExtensionContext context, boolean beforeAll) {
    if (failure instanceof ParameterResolutionException) {
      return competing(failure, context).orElse(failure);
    }
    return failure instanceof NullPointerException
        ? emptyField(failure, context, beforeAll).orElse(failure)
        : failure;
  }

  private static Optional<Throwable> competing(Throwable failure, ExtensionContext context) {
    Optional<Method> method = context.getTestMethod();
    String text = String.valueOf(failure.getMessage());
    boolean ours =
        text.contains("competing ParameterResolvers")
            && text.contains(StateMachineExtension.class.getName())
            && text.contains("org.junit.jupiter.params.");
    return method
        .filter(test -> ours)
        .map(test -> new ParameterResolutionException(argumentsComeFirst(test), failure));
  }

  private static String argumentsComeFirst(Method test) {
    List<Parameter> parameters = List.of(test.getParameters());
    String inOrder =
        Stream.concat(
                parameters.stream().filter(parameter -> !InjectedParameters.isOurs(parameter)),
                parameters.stream().filter(InjectedParameters::isOurs))
            .map(Explanation::text)
            .collect(Collectors.joining(", "));
    return "%s.%s takes something of StepUnit's before an argument of @ParameterizedTest. JUnit gives the first parameters the arguments: put StepUnit's behind them, as in %s(%s), or take them as fields."
        .formatted(test.getDeclaringClass().getName(), test.getName(), test.getName(), inOrder);
  }

  private static String text(Parameter parameter) {
    String type = parameter.getType().getSimpleName();
    return parameter.isNamePresent() ? type + " " + parameter.getName() : type;
  }

  private static Optional<Throwable> emptyField(
      Throwable failure, ExtensionContext context, boolean beforeAll) {
    return testClasses(context).stream()
        .flatMap(type -> fieldsOf(type).stream())
        .filter(field -> isMeant(field, failure.getMessage()))
        .flatMap(field -> why(field, context, beforeAll).stream())
        .findFirst()
        .map(text -> new ExtensionConfigurationException(text, failure));
  }

  private static List<Class<?>> testClasses(ExtensionContext context) {
    return Stream.iterate(
            context.getTestClass(), Optional::isPresent, type -> type.map(Class::getEnclosingClass))
        .<Class<?>>map(Optional::get)
        .toList();
  }

  private static List<Field> fieldsOf(Class<?> type) {
    return ReflectionSupport.findFields(
        type,
        field ->
            field.getType() == TestStateMachine.class
                || field.getType() == StepFunctionsEnvironment.class,
        HierarchyTraversalMode.TOP_DOWN);
  }

  /** The JVM names the variable that is null, unless it is told not to. */
  private static boolean isMeant(Field field, @Nullable String message) {
    return message == null || Arrays.asList(message.split("[^\\w$]+")).contains(field.getName());
  }

  private static Optional<String> why(Field field, ExtensionContext context, boolean beforeAll) {
    String name = field.getDeclaringClass().getName() + "." + field.getName();
    if (ModifierSupport.isStatic(field)) {
      return isEmpty(field, null)
          ? Optional.of(
              "The field %s is static, so that no test sets it: each test has one of its own. Remove 'static', or take a parameter of the test method instead."
                  .formatted(name))
          : Optional.empty();
    }
    return context
        .getTestInstance()
        .filter(instance -> beforeAll && field.getDeclaringClass().isInstance(instance))
        .filter(instance -> isEmpty(field, instance))
        .map(
            instance ->
                "The field %s is set before each test, and so not yet in @BeforeAll: each test has one of its own. Use it in @BeforeEach or in the test."
                    .formatted(name));
  }

  private static boolean isEmpty(Field field, @Nullable Object instance) {
    try {
      return field.trySetAccessible() && field.get(instance) == null;
    } catch (IllegalAccessException e) {
      return false;
    }
  }
}

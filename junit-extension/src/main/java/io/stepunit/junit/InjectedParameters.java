package io.stepunit.junit;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TaskHandler;
import io.stepunit.TestStateMachine;
import io.stepunit.asl.DefinitionNotFoundException;
import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.internal.target.JavaText;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The parameters of a test and its lifecycle methods that take something of its {@link TestWorld}.
 */
final class InjectedParameters {
  private InjectedParameters() {}

  static boolean supports(ParameterContext parameter) {
    return isOurs(parameter.getParameter());
  }

  /** Whether a parameter takes something of StepUnit's. */
  static boolean isOurs(Parameter parameter) {
    Class<?> type = parameter.getType();
    return type == TestStateMachine.class
        || type == StepFunctionsEnvironment.class
        || AnnotationSupport.isAnnotated(parameter, StateMachine.class)
        || AnnotationSupport.isAnnotated(parameter, MockTask.class)
        || ClientParameter.isOne(parameter)
        || (type == Clock.class && parameter.getAnnotations().length == 0);
  }

  /** Of other exceptions JUnit shows the message twice. */
  static Object resolve(ParameterContext parameter, ExtensionContext context) {
    try {
      return value(parameter, context);
    } catch (DefinitionNotFoundException
        | InvalidDefinitionException
        | ExtensionConfigurationException
        | IllegalArgumentException e) {
      throw new ParameterResolutionException(String.valueOf(e.getMessage()));
    }
  }

  private static Object value(ParameterContext parameter, ExtensionContext context) {
    TestWorld world = TestWorld.of(context);
    Class<?> type = parameter.getParameter().getType();
    if (world == null) {
      throw new ParameterResolutionException(
          "%s takes a %s, but there is none outside of a test: each test has an environment of its own."
                  .formatted(place(parameter), type.getSimpleName())
              + " Take it as a parameter of @BeforeEach or of the test method, or as a field.");
    }
    world.handOut();
    Optional<MockTask> mock = parameter.findAnnotation(MockTask.class);
    if (mock.isPresent()) {
      requireType(parameter, "@MockTask", TaskHandler.class);
      return world.bind(
          mock.get(), "a parameter of " + place(parameter), name(parameter, mock.get()));
    }
    Optional<StateMachine> annotation = parameter.findAnnotation(StateMachine.class);
    if (annotation.isPresent()) {
      requireType(parameter, "@StateMachine", TestStateMachine.class);
      return world.machine(context, annotation.get(), place(parameter));
    }
    if (type == TestStateMachine.class) {
      return world.machine();
    }
    if (ClientParameter.isOne(parameter.getParameter())) {
      return ClientParameter.of(type, world.environment());
    }
    return type == Clock.class ? world.environment().clock() : world.environment();
  }

  /** What the test calls it; without the compiler's option -parameters nobody knows that. */
  private static String name(ParameterContext parameter, MockTask annotation) {
    return parameter.getParameter().isNamePresent()
        ? parameter.getParameter().getName()
        : JavaText.variable(annotation.value());
  }

  private static void requireType(
      ParameterContext parameter, String annotation, Class<?> expected) {
    Class<?> type = parameter.getParameter().getType();
    if (type != expected) {
      throw new ParameterResolutionException(
          "%s is on a parameter of type %s of %s; expected the type %s."
              .formatted(annotation, type.getName(), place(parameter), expected.getName()));
    }
  }

  private static String place(ParameterContext parameter) {
    Executable executable = parameter.getDeclaringExecutable();
    String type = executable.getDeclaringClass().getName();
    return executable instanceof Constructor
        ? "the constructor of " + type
        : type + "." + executable.getName();
  }
}

package io.stepunit.junit;

import io.stepunit.Execution;
import io.stepunit.TestStateMachine;
import io.stepunit.internal.library.Assumption;
import io.stepunit.internal.sweep.Progress;
import io.stepunit.internal.target.JavaText;
import io.stepunit.property.PropertyResult;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Calls the method of an {@link AlwaysHolds} after each case. */
final class AlwaysHoldsExtension implements InvocationInterceptor, ParameterResolver {
  /** JUnit takes no method for a test that returns something, and some versions do not say so. */
  static void refuseUnrunnable(Class<?> type) {
    for (Method method :
        AnnotationSupport.findAnnotatedMethods(
            type, AlwaysHolds.class, HierarchyTraversalMode.TOP_DOWN)) {
      if (method.getReturnType() != void.class) {
        throw new ExtensionConfigurationException(
            "@AlwaysHolds on %s.%s returns a %s, so that JUnit does not run it. Let it be void, take the TestStateMachine, and end it with assertThat(machine).holds(property)."
                .formatted(
                    method.getDeclaringClass().getName(),
                    method.getName(),
                    method.getReturnType().getSimpleName()));
      }
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Execution.class
        && AnnotationSupport.isAnnotated(parameter.getDeclaringExecutable(), AlwaysHolds.class);
  }

  /** There is none before there is a case. */
  @Override
  public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return null;
  }

  @Override
  public void interceptTestMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    invocation.skip();
    TestWorld world = TestWorld.of(context);
    if (world == null) {
      throw new ExtensionConfigurationException(
          "%s needs a state machine: put @StateMachineTest(\"order.asl.json\") on the class."
              .formatted(TemplateNames.origin(AlwaysHolds.class, context)));
    }
    PropertySettings settings = PropertySettings.of(context);
    Progress progress =
        SweepProgress.of(context, method.getExecutable().getName(), settings.cases());
    try {
      PropertyResult result =
          world
              .machine()
              .check(
                  each -> call(method, context, world, each, progress),
                  settings.options().assertedBy(statement(method, world.machine())));
      refuse(result, method.getExecutable(), settings);
    } finally {
      progress.end();
    }
  }

  private static void call(
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context,
      TestWorld world,
      TestStateMachine each,
      Progress progress) {
    CaseObjects objects = new CaseObjects(world.environment(), each);
    Object[] arguments =
        objects.arguments(method.getExecutable().getParameters(), method.getArguments());
    boolean failed = true;
    try (AutoCloseable restored = InjectedFields.exchanged(context, objects::ofCase)) {
      Objects.requireNonNull(restored);
      ReflectionSupport.invokeMethod(
          method.getExecutable(), context.getRequiredTestInstance(), arguments);
      failed = false;
    } catch (RuntimeException | AssertionError e) {
      failed = !Assumption.isViolated(e);
      if (failed) {
        throw e;
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      progress.add("a case", failed);
    }
  }

  private static String statement(
      ReflectiveInvocationContext<Method> method, TestStateMachine machine) {
    String variable = JavaText.variable(machine.name());
    String arguments =
        Arrays.stream(method.getExecutable().getParameters())
            .map(parameter -> CaseObjects.source(parameter, variable))
            .collect(Collectors.joining(", "));
    return method.getExecutable().getName() + "(" + arguments + ");";
  }

  private static void refuse(PropertyResult result, Method method, PropertySettings settings) {
    if (!result.holds()) {
      List<String> lines =
          List.of(
              "%s does not always hold: %s".formatted(method.getName(), result),
              "",
              "The seed was %s: it finds the same case again. @AlwaysHolds(seed = …) or -D%s=… tries others."
                  .formatted(settings.seed(), PropertySettings.SEED));
      throw new CounterexampleError(String.join("\n", lines));
    }
  }
}

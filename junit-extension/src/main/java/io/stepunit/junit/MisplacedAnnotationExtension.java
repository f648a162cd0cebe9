package io.stepunit.junit;

import java.lang.reflect.Method;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/**
 * Refuses {@link StateMachineTest} on a method. JUnit runs such a method as a test template, also
 * where it has no test annotation and its class is not annotated, so that this extension sees it.
 */
final class MisplacedAnnotationExtension
    implements BeforeAllCallback, BeforeEachCallback, TestTemplateInvocationContextProvider {

  /** Private methods are no tests to JUnit: only an annotated class leads to them. */
  @Override
  public void beforeAll(ExtensionContext context) {
    AnnotationSupport.findAnnotatedMethods(
            context.getRequiredTestClass(), StateMachineTest.class, HierarchyTraversalMode.TOP_DOWN)
        .forEach(MisplacedAnnotationExtension::refuse);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    refuse(context.getRequiredTestMethod(), MethodAnnotations.of(context).misplaced());
  }

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    refuse(context.getRequiredTestMethod());
    return false;
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    return Stream.empty();
  }

  private static void refuse(Method method) {
    refuse(method, AnnotationSupport.findAnnotation(method, StateMachineTest.class));
  }

  private static void refuse(Method method, Optional<StateMachineTest> misplaced) {
    if (misplaced.isPresent()) {
      throw new ExtensionConfigurationException(message(method, misplaced.get().value()));
    }
  }

  private static String message(Method method, String resource) {
    String type = method.getDeclaringClass().getSimpleName();
    return "@StateMachineTest(\"%s\") is on the method %s.%s, but it belongs on a class.\n"
            .formatted(resource, method.getDeclaringClass().getName(), method.getName())
        + "Put it on the class %s, and @Test on the method.\n".formatted(type)
        + "For a further machine in one test, let the method take a parameter:"
        + " @StateMachine(\"%s\") TestStateMachine machine".formatted(resource);
  }
}

package io.stepunit.internal.junit;

import io.stepunit.junit.StateMachineTest;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;

/** Which tests are known to use StepUnit before they run. */
final class StepUnitTests {
  private StepUnitTests() {}

  /** Whether a test, or a class around it, has {@code @StateMachineTest}. */
  static boolean isOne(TestIdentifier test) {
    try {
      return test.getSource().map(StepUnitTests::elements).orElse(List.of()).stream()
          .anyMatch(element -> AnnotationSupport.isAnnotated(element, StateMachineTest.class));
    } catch (RuntimeException e) {
      // Its class is not there, or has no such method.
      return false;
    }
  }

  /** The method, and the classes from the innermost one on. */
  private static List<AnnotatedElement> elements(TestSource source) {
    List<AnnotatedElement> elements = new ArrayList<>();
    if (source instanceof MethodSource method) {
      elements.add(method.getJavaMethod());
      addClasses(method.getJavaClass(), elements);
    } else if (source instanceof ClassSource type) {
      addClasses(type.getJavaClass(), elements);
    }
    return elements;
  }

  private static void addClasses(Class<?> innermost, List<AnnotatedElement> elements) {
    for (Class<?> type = innermost; type != null; type = type.getEnclosingClass()) {
      elements.add(type);
    }
  }
}

package io.stepunit.junit;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtensionContext;

/** How messages name a test that runs many times. */
final class TemplateNames {
  private TemplateNames() {}

  /** Where it was asked for: {@code @FaultMatrix on com.example.OrderTest.survives}. */
  static String origin(Class<? extends Annotation> annotation, ExtensionContext template) {
    Method method = template.getRequiredTestMethod();
    return "@%s on %s.%s"
        .formatted(
            annotation.getSimpleName(), method.getDeclaringClass().getName(), method.getName());
  }
}

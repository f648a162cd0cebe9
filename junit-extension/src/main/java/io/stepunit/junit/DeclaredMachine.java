package io.stepunit.junit;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ModifierSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Where a test class says which machine is its own: in an annotation or in an extension's field,
 * its own or that of a class around it.
 */
final class DeclaredMachine {
  private DeclaredMachine() {}

  /**
   * The settings of a class's machine, for what is generated from its definition before there is a
   * test: by annotation, or by an extension in a static field.
   */
  static Settings ofStatic(ExtensionContext context) {
    for (ExtensionContext each = context;
        each.getTestClass().isPresent();
        each = each.getParent().orElseThrow()) {
      Class<?> type = each.getRequiredTestClass();
      for (Field field : extensionFields(type)) {
        Object value =
            ReflectionSupport.tryToReadFieldValue(field, null)
                .getOrThrow(e -> new ExtensionConfigurationException("Cannot read " + field, e));
        if (value instanceof StateMachineExtension extension) {
          return extension.settings(context);
        }
      }
    }
    return annotated(context)
        .orElseThrow(
            () ->
                new ExtensionConfigurationException(
                    "%s names no state machine before its tests run. Put @StateMachineTest(\"order.asl.json\") on it, or make the field of its StateMachineExtension static."
                        .formatted(context.getRequiredTestClass().getName())))
        .withDefaultsOf(context);
  }

  private static List<Field> extensionFields(Class<?> type) {
    return AnnotationSupport.findAnnotatedFields(
        type,
        RegisterExtension.class,
        field -> field.getType() == StateMachineExtension.class && ModifierSupport.isStatic(field));
  }

  /** The settings that the annotation of an extended class says. */
  static Settings ofExtended(ExtensionContext context) {
    return annotated(context)
        .orElseThrow(
            () ->
                new ExtensionConfigurationException(
                    "%s is extended with StateMachineExtension, but names no state machine. Put"
                            .formatted(context.getRequiredTestClass().getName())
                        + " @StateMachineTest(\"order.asl.json\") on it instead of @ExtendWith."));
  }

  private static Optional<Settings> annotated(ExtensionContext context) {
    for (ExtensionContext each = context;
        each.getTestClass().isPresent();
        each = each.getParent().orElseThrow()) {
      Class<?> type = each.getRequiredTestClass();
      Optional<StateMachineTest> annotation =
          AnnotationSupport.findAnnotation(type, StateMachineTest.class);
      if (annotation.isPresent()) {
        return Optional.of(Settings.of(annotation.get(), type));
      }
    }
    return Optional.empty();
  }
}

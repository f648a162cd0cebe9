package io.stepunit.junit;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TaskHandler;
import io.stepunit.TestStateMachine;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ModifierSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * The fields of a test's instances that take something of its {@link TestWorld}: those annotated
 * {@link StateMachine} or {@link MockTask}, and empty ones of a type that can be meant for nothing
 * else.
 */
final class InjectedFields {
  private InjectedFields() {}

  /** Sets all fields but those of Mockito mocks. */
  static void fill(ExtensionContext context, TestWorld world) {
    fill(context, world, field -> !isMock(field));
  }

  /**
   * Sets the fields of Mockito mocks, once, after the callbacks of all extensions: a Mockito
   * session that one of them opens is to know the mocks.
   */
  static void fillMocks(ExtensionContext context, TestWorld world) {
    if (world.takesMockFields()) {
      fill(context, world, InjectedFields::isMock);
    }
  }

  private static void fill(ExtensionContext context, TestWorld world, Predicate<Field> which) {
    for (Object instance : context.getRequiredTestInstances().getAllInstances()) {
      List<Field> fields = fieldsOf(context, instance).stream().filter(which).toList();
      if (!fields.isEmpty()) {
        Concurrency.refuseSharedInstance(context, instance.getClass(), name(fields.get(0)));
        world.handOut();
        fields.forEach(field -> set(field, instance, value(field, context, world)));
      }
    }
  }

  /** Instances that outlive the test must not lead the next one into this one's world. */
  static void clear(ExtensionContext context, TestWorld world) {
    for (Object instance : context.getRequiredTestInstances().getAllInstances()) {
      for (Field field : found(context, instance.getClass())) {
        if (!isFixed(field) && isOf(world, get(field, instance))) {
          set(field, instance, null);
        }
      }
    }
  }

  /**
   * Sets other values for a while.
   *
   * @param other what a field is to have that has this; the same where it is to keep it
   * @return sets the former values again
   */
  static AutoCloseable exchanged(ExtensionContext context, UnaryOperator<@Nullable Object> other) {
    List<Runnable> restorations = new ArrayList<>();
    for (Object instance : context.getRequiredTestInstances().getAllInstances()) {
      for (Field field : found(context, instance.getClass())) {
        Object before = get(field, instance);
        Object now = other.apply(before);
        if (now != before && !isFixed(field)) {
          set(field, instance, now);
          restorations.add(() -> set(field, instance, before));
        }
      }
    }
    return () -> restorations.forEach(Runnable::run);
  }

  private static boolean isOf(TestWorld world, @Nullable Object value) {
    return value == world.environment()
        || (value instanceof TestStateMachine machine
            && machine.environment() == world.environment());
  }

  private static List<Field> fieldsOf(ExtensionContext context, Object instance) {
    return candidates(context, instance.getClass()).stream()
        .filter(field -> isAnnotated(field) || get(field, instance) == null)
        .toList();
  }

  private static List<Field> candidates(ExtensionContext context, Class<?> type) {
    List<Field> fields = found(context, type);
    fields.forEach(InjectedFields::refuseWrongField);
    return fields;
  }

  private static List<Field> found(ExtensionContext context, Class<?> type) {
    return Stores.onceForAll(context, new Key(type), Found.class, () -> new Found(found(type)))
        .fields();
  }

  private static List<Field> found(Class<?> type) {
    return ReflectionSupport.findFields(
        type, field -> isAnnotated(field) || isPlainField(field), HierarchyTraversalMode.TOP_DOWN);
  }

  /** The fields of a class, whose tests each ask for them several times. */
  private record Found(List<Field> fields) {}

  private record Key(Class<?> type) {}

  private static boolean isFixed(Field field) {
    return ModifierSupport.isStatic(field) || ModifierSupport.isFinal(field);
  }

  private static boolean isAnnotated(Field field) {
    return AnnotationSupport.isAnnotated(field, StateMachine.class) || isMock(field);
  }

  private static boolean isMock(Field field) {
    return AnnotationSupport.isAnnotated(field, MockTask.class);
  }

  private static boolean isPlainField(Field field) {
    return (field.getType() == TestStateMachine.class
            || field.getType() == StepFunctionsEnvironment.class)
        && !isFixed(field);
  }

  private static @Nullable Object value(Field field, ExtensionContext context, TestWorld world) {
    Optional<MockTask> mock = AnnotationSupport.findAnnotation(field, MockTask.class);
    if (mock.isPresent()) {
      return world.bind(mock.get(), name(field), field.getName());
    }
    Optional<StateMachine> machine = AnnotationSupport.findAnnotation(field, StateMachine.class);
    if (machine.isPresent()) {
      return world.machine(context, machine.get(), name(field));
    }
    return field.getType() == TestStateMachine.class ? world.machine() : world.environment();
  }

  private static void refuseWrongField(Field field) {
    boolean mock = isMock(field);
    Class<?> expected = mock ? TaskHandler.class : TestStateMachine.class;
    String annotation = mock ? "@MockTask" : "@StateMachine";
    if (isAnnotated(field) && field.getType() != expected) {
      throw new ExtensionConfigurationException(
          "%s is on the field %s of type %s; expected the type %s."
              .formatted(annotation, name(field), field.getType().getName(), expected.getName()));
    }
    if (isFixed(field)) {
      throw new ExtensionConfigurationException(
          "%s is on the field %s, which is static or final; each test sets it again. Remove these"
                  .formatted(annotation, name(field))
              + " modifiers.");
    }
  }

  private static @Nullable Object get(Field field, Object instance) {
    try {
      return accessible(field).get(instance);
    } catch (IllegalAccessException e) {
      throw inaccessible(field);
    }
  }

  private static void set(Field field, Object instance, @Nullable Object value) {
    try {
      accessible(field).set(instance, value);
    } catch (IllegalAccessException e) {
      throw inaccessible(field);
    }
  }

  private static Field accessible(Field field) {
    if (!field.trySetAccessible()) {
      throw inaccessible(field);
    }
    return field;
  }

  private static ExtensionConfigurationException inaccessible(Field field) {
    return new ExtensionConfigurationException(
        "The field %s cannot be set: its module does not open the package %s to io.stepunit.junit."
                .formatted(name(field), field.getDeclaringClass().getPackageName())
            + " Open it, or take a parameter of the test method instead.");
  }

  private static String name(Field field) {
    return "%s.%s".formatted(field.getDeclaringClass().getName(), field.getName());
  }
}

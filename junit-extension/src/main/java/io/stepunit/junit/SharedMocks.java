package io.stepunit.junit;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ModifierSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * The mocks and faults that a class makes outside of its test methods, summed up over all its tests
 * and those of its nested classes: one that no test used fails the class when it ends.
 *
 * <p>Says nothing if a test failed or did not run, as that test may be the one to use it.
 */
// JUnit before 5.13 closes a CloseableResource only, later ones will close an AutoCloseable only.
final class SharedMocks implements ExtensionContext.Store.CloseableResource, AutoCloseable {
  private final Class<?> owner;
  private final Map<String, Boolean> usedByMock = new LinkedHashMap<>();
  private final Map<String, Boolean> firedByFault = new LinkedHashMap<>();
  private final Set<Ran> ran = new HashSet<>();
  private boolean oneFailed;

  private SharedMocks(Class<?> owner) {
    this.owner = owner;
  }

  /** Those of the outermost class around a test that has a machine: nested classes inherit it. */
  static SharedMocks of(ExtensionContext test) {
    ExtensionContext outermost = test.getParent().orElseThrow();
    for (ExtensionContext each = outermost;
        each.getTestClass().isPresent();
        each = each.getParent().orElseThrow()) {
      if (each.getTestMethod().isEmpty() && hasMachine(each)) {
        outermost = each;
      }
    }
    Class<?> type = outermost.getRequiredTestClass();
    return Objects.requireNonNull(
        Stores.of(outermost)
            .getOrComputeIfAbsent(
                SharedMocks.class, key -> new SharedMocks(type), SharedMocks.class));
  }

  private static boolean hasMachine(ExtensionContext context) {
    Class<?> type = context.getRequiredTestClass();
    return Stores.onceForAll(context, new Key(type), Boolean.class, () -> hasMachine(type));
  }

  private static boolean hasMachine(Class<?> type) {
    return AnnotationSupport.isAnnotated(type, StateMachineTest.class)
        || !AnnotationSupport.findAnnotatedFields(
                type,
                RegisterExtension.class,
                field -> field.getType() == StateMachineExtension.class)
            .isEmpty();
  }

  /** Takes note of a test that has ended. */
  synchronized void add(
      ExtensionContext test,
      boolean failed,
      Map<String, Boolean> mocks,
      Map<String, Boolean> faults) {
    ran.add(new Ran(test.getRequiredTestClass(), test.getRequiredTestMethod()));
    oneFailed |= failed;
    mocks.forEach((mock, used) -> usedByMock.merge(mock, used, Boolean::logicalOr));
    faults.forEach((fault, fired) -> firedByFault.merge(fault, fired, Boolean::logicalOr));
  }

  @Override
  public synchronized void close() {
    if (oneFailed || !ran.containsAll(testsOf(owner))) {
      return;
    }
    refuse("Mocks declared for all tests of %s, and used by none of them:", "unused", usedByMock);
    refuse("Faults declared for all tests of %s, that fired in none:", "unfired", firedByFault);
  }

  private void refuse(String heading, String may, Map<String, Boolean> useByText) {
    List<String> unused =
        useByText.entrySet().stream()
            .filter(use -> !use.getValue())
            .map(Map.Entry::getKey)
            .toList();
    if (!unused.isEmpty()) {
      throw new AssertionError(
          "%s\n  %s\nRemove them, or end them with .lenient() if they may stay %s."
              .formatted(heading.formatted(owner.getName()), String.join("\n  ", unused), may));
    }
  }

  private static List<Ran> testsOf(Class<?> type) {
    List<Ran> tests = new ArrayList<>();
    AnnotationSupport.findAnnotatedMethods(type, Testable.class, HierarchyTraversalMode.TOP_DOWN)
        .stream()
        .filter(method -> !ModifierSupport.isPrivate(method) && !ModifierSupport.isStatic(method))
        .forEach(method -> tests.add(new Ran(type, method)));
    ReflectionSupport.findNestedClasses(
            type, nested -> AnnotationSupport.isAnnotated(nested, Nested.class))
        .forEach(nested -> tests.addAll(testsOf(nested)));
    return tests;
  }

  private record Key(Class<?> type) {}

  private record Ran(Class<?> testClass, Method method) {}
}

package io.stepunit.junit;

import java.util.Optional;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Refuses tests that run at the same time and would share what belongs to one of them. */
final class Concurrency {
  private static final String PARALLEL = "junit.jupiter.execution.parallel.enabled";

  private Concurrency() {}

  /** Whether others may run at the same time as the test or class of a context. */
  static boolean isConcurrent(ExtensionContext context) {
    return context.getExecutionMode() == ExecutionMode.CONCURRENT
        && context.getConfigurationParameter(PARALLEL).map(Boolean::parseBoolean).orElse(false);
  }

  /**
   * Tests that run at the same time on one instance would overwrite each other's fields.
   *
   * @param field a field of the instance that each of them sets
   */
  static void refuseSharedInstance(ExtensionContext context, Class<?> instanceClass, String field) {
    boolean concurrent = false;
    for (ExtensionContext each = context;
        each.getTestClass().isPresent();
        each = each.getParent().orElseThrow()) {
      if (each.getTestMethod().isEmpty() && each.getRequiredTestClass() == instanceClass) {
        boolean shared = each.getTestInstanceLifecycle().equals(Optional.of(Lifecycle.PER_CLASS));
        if (concurrent && shared) {
          throw sharedInstance(instanceClass, field);
        }
        return;
      }
      concurrent |= isConcurrent(each);
    }
  }

  private static ExtensionConfigurationException sharedInstance(Class<?> type, String field) {
    return new ExtensionConfigurationException(
        ("The field %s cannot be set: the tests of %s run concurrently and share one instance"
                + " (Lifecycle.PER_CLASS), so they would overwrite each other's.\n"
                + "Take it as a parameter of the test methods, or put @TestInstance(PER_METHOD) or"
                + " @Execution(SAME_THREAD) on the class.")
            .formatted(field, type.getName()));
  }

  /** Which dynamic test comes first would decide what the executions of all of them look like. */
  static ExtensionConfigurationException sharedByDynamicTests(ExtensionContext context) {
    ExtensionContext factory = context;
    while (factory.getTestMethod().isEmpty()) {
      factory = factory.getParent().orElseThrow();
    }
    String name =
        factory.getRequiredTestClass().getName() + "." + factory.getRequiredTestMethod().getName();
    return new ExtensionConfigurationException(
        ("The dynamic tests of %s run concurrently, but share one StepFunctionsEnvironment."
                + "\nPut @Execution(SAME_THREAD) on the factory; or take no environment and no"
                + " machine from StepUnit, and make one with StepFunctionsEnvironment.create() in each"
                + " dynamic test.")
            .formatted(name));
  }
}

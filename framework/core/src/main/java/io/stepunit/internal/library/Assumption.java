package io.stepunit.internal.library;

import java.util.Set;

/**
 * Tells what frameworks for tests throw for an assumption that does not hold. It ends the test
 * without failing it. Their classes need not be there.
 */
public final class Assumption {
  private static final Set<String> CLASSES =
      Set.of(
          "org.opentest4j.TestAbortedException",
          "org.junit.internal.AssumptionViolatedException",
          "org.testng.SkipException");

  private Assumption() {}

  /** Whether something was thrown for an assumption. */
  public static boolean isViolated(Throwable thrown) {
    for (Class<?> type = thrown.getClass(); type != null; type = type.getSuperclass()) {
      if (CLASSES.contains(type.getName())) {
        return true;
      }
    }
    return false;
  }

  /** Throws it on if it was thrown for an assumption. */
  public static void passOn(Throwable thrown) {
    if (thrown instanceof RuntimeException assumption && isViolated(thrown)) {
      throw assumption;
    }
  }
}

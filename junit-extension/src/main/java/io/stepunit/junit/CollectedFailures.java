package io.stepunit.junit;

import io.stepunit.internal.text.ToldTimelines;
import java.util.List;
import java.util.Set;
import org.opentest4j.MultipleFailuresError;

/**
 * Failures that were collected and thrown together, by JUnit's {@code assertAll} or AssertJ's soft
 * assertions: the timeline of an execution is shown once.
 */
final class CollectedFailures {
  /** Those that can be made anew without losing anything but AssertJ's numbers of failures. */
  private static final Set<String> KNOWN =
      Set.of(
          MultipleFailuresError.class.getName(),
          "org.assertj.core.error.AssertJMultipleFailuresError");

  private CollectedFailures() {}

  /** The failure of a test; the same one unless it is several that repeat a timeline. */
  static Throwable withoutRepetition(Throwable failure) {
    if (!(failure instanceof MultipleFailuresError several)
        || !KNOWN.contains(failure.getClass().getName())) {
      return failure;
    }
    ToldTimelines told = new ToldTimelines();
    List<Throwable> failures = several.getFailures();
    List<Throwable> shorter =
        failures.stream()
            .map(each -> each instanceof AssertionError e ? told.withoutRepetition(e) : each)
            .toList();
    return shorter.equals(failures) ? failure : like(several, shorter);
  }

  private static Throwable like(MultipleFailuresError several, List<Throwable> failures) {
    MultipleFailuresError shorter = new MultipleFailuresError(heading(several), failures);
    shorter.setStackTrace(several.getStackTrace());
    for (Throwable suppressed : several.getSuppressed()) {
      int failure = several.getFailures().indexOf(suppressed);
      shorter.addSuppressed(failure < 0 ? suppressed : failures.get(failure));
    }
    return shorter;
  }

  /** What the message begins with: {@code Multiple Failures (2 failures)}. */
  private static String heading(MultipleFailuresError several) {
    String message = String.valueOf(several.getMessage());
    int count = message.indexOf(" (" + several.getFailures().size() + " failure");
    return count < 0 ? "" : message.substring(0, count);
  }
}

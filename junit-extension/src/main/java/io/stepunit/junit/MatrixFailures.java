package io.stepunit.junit;

import io.stepunit.Execution;
import io.stepunit.Fault;
import io.stepunit.internal.text.Printable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opentest4j.AssertionFailedError;

/**
 * The failures of the combinations of one {@link FaultMatrix}, equal ones together. Not for use by
 * several threads.
 */
final class MatrixFailures {
  private static final int HEADLINE = 6;

  /** What follows in StepUnit's own messages. */
  private static final String EVIDENCE = "See state ";

  private final Map<String, List<Fault>> faultsByHeadline = new LinkedHashMap<>();
  private final Map<Fault, String> headlines = new HashMap<>();

  /**
   * Takes in the failure of a combination, and gives it the form in which JUnit is to show it:
   * under the combination's name; in short if another failed so before.
   *
   * @param executions those of the test, whose names tell nothing
   */
  Throwable add(Fault fault, Throwable failure, List<Execution> executions) {
    String headline = headline(failure, executions);
    List<Fault> alike = faultsByHeadline.computeIfAbsent(headline, key -> new ArrayList<>());
    Optional<Fault> first = alike.stream().findFirst();
    alike.add(fault);
    headlines.put(fault, headline);
    return first
        .<Throwable>map(
            other ->
                new RepeatedFailure(
                    "[%s] %s\nThe same failure as of %s, which shows the timeline."
                        .formatted(fault, headline, other),
                    failure))
        .orElseGet(() -> named(fault, failure));
  }

  boolean has(Fault fault) {
    return headlines.containsKey(fault);
  }

  int count() {
    return headlines.size();
  }

  /** Each failure with the combinations that failed so. */
  List<String> lines(String test) {
    List<String> lines = new ArrayList<>();
    faultsByHeadline.forEach(
        (headline, faults) -> {
          lines.add(
              faults.size() == 1
                  ? test + ":"
                  : "%s, %s combinations:".formatted(test, faults.size()));
          faults.forEach(fault -> lines.add("  " + fault));
          headline.lines().map(line -> "    " + line).forEach(lines::add);
        });
    return lines;
  }

  /** What an assertion expected and found, without the evidence that follows it. */
  private static String headline(Throwable failure, Collection<Execution> executions) {
    String message = failure.getMessage() == null ? "" : failure.getMessage().strip();
    String type = failure instanceof AssertionError ? "" : failure.getClass().getName();
    String text =
        message
            .lines()
            .takeWhile(line -> !line.isBlank() && !line.startsWith(EVIDENCE))
            .limit(HEADLINE)
            .map(Printable::line)
            .collect(Collectors.joining("\n"));
    for (Execution execution : executions) {
      text =
          text.replace("execution " + execution.name(), "the execution")
              .replace(execution.name(), "…");
    }
    if (text.isEmpty()) {
      return failure.getClass().getName();
    }
    return type.isEmpty() ? text : type + ": " + text;
  }

  /** The failure under the combination's name, as far as it is one that can be made anew. */
  private static Throwable named(Fault fault, Throwable failure) {
    String message = "[" + fault + "] " + String.valueOf(failure.getMessage()).stripLeading();
    if (failure.getClass() == AssertionError.class) {
      return like(failure, new AssertionError(message, failure.getCause()));
    }
    if (failure.getClass() == AssertionFailedError.class) {
      AssertionFailedError known = (AssertionFailedError) failure;
      return like(
          failure,
          known.isExpectedDefined() && known.isActualDefined()
              ? new AssertionFailedError(
                  message, known.getExpected(), known.getActual(), failure.getCause())
              : new AssertionFailedError(message, failure.getCause()));
    }
    return failure;
  }

  private static Throwable like(Throwable failure, Throwable renamed) {
    renamed.setStackTrace(failure.getStackTrace());
    for (Throwable suppressed : failure.getSuppressed()) {
      renamed.addSuppressed(suppressed);
    }
    return renamed;
  }
}

package io.stepunit.internal.assertj;

import io.stepunit.Execution;
import io.stepunit.property.PropertyResult;
import io.stepunit.property.Verdict.Violation;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.error.BasicErrorMessageFactory;

/**
 * A machine does not keep to a property.
 *
 * @since 0.1.0
 */
public final class ShouldHold extends BasicErrorMessageFactory {
  private static final int EXECUTIONS = 3;

  private ShouldHold(String message) {
    super("%n%s", unquotedString(message));
  }

  /** In a case that a search found, or there is none that says anything. */
  public static ShouldHold always(String machine, String property, PropertyResult result) {
    return new ShouldHold(
        "Expecting '%s' to always keep to\n  %s\nbut %s".formatted(machine, property, result));
  }

  /** In the executions so far. */
  public static ShouldHold soFar(String machine, Violation violation, List<Execution> executions) {
    String timelines =
        executions.stream()
            .limit(EXECUTIONS)
            .map(
                run ->
                    "Timeline of execution %s: %s\n%s"
                        .formatted(run.name(), run.status(), run.timeline()))
            .collect(Collectors.joining("\n\n"));
    return new ShouldHold(
        "Expecting '%s' to have kept to\n  %s\nbut %s\n\n%s"
            .formatted(machine, violation.property(), violation.text(), timelines));
  }
}

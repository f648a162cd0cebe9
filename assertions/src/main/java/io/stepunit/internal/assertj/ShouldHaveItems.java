package io.stepunit.internal.assertj;

import io.stepunit.Execution;
import io.stepunit.MapRun;
import io.stepunit.internal.json.JsonDifference;
import java.util.stream.Collectors;
import org.assertj.core.error.BasicErrorMessageFactory;

/**
 * A Map Run has another status, or did something else with its items.
 *
 * @since 0.1.0
 */
public final class ShouldHaveItems extends BasicErrorMessageFactory {
  private static final int MOST_LINES = 10;

  private ShouldHaveItems(MapRun run, String expected) {
    super(
        "%n%s",
        unquotedString(
            "Expecting the Map Run of '%s' %s\nbut it is\n  %s%s"
                .formatted(run.state(), expected, run, failures(run))));
  }

  /**
   * The Map Run is not as expected.
   *
   * @param expected what follows its name, such as {@code to have 2 failed items}
   */
  public static ShouldHaveItems shouldHave(MapRun run, String expected) {
    return new ShouldHaveItems(run, expected);
  }

  private static String failures(MapRun run) {
    if (run.failedChildren().isEmpty()) {
      return "";
    }
    int more = run.failedChildren().size() - MOST_LINES;
    return run.failedChildren().stream()
        .limit(MOST_LINES)
        .map(ShouldHaveItems::line)
        .collect(
            Collectors.joining(
                "\n  ",
                "\nIts child executions that did not succeed:\n  ",
                more > 0 ? "\n  and " + more + " more" : ""));
  }

  private static String line(Execution child) {
    return "%s%s%s, input %s"
        .formatted(
            child.status(),
            child.error().map(error -> " " + error).orElse(""),
            child.cause().map(cause -> ": " + cause).orElse(""),
            JsonDifference.shortened(child.input()));
  }
}

package io.stepunit.junit;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.history.Execution;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Prints the executions of each test to the standard output if the configuration parameter {@code
 * stepunit.print} asks for it: {@code path} for a line with the states visited, {@code timeline}
 * for a line an event. At the end of the run it prints how many there were, and their virtual time.
 */
@SuppressWarnings("deprecation") // CloseableResource: JUnit before 5.13 closes nothing else.
final class ExecutionPrint implements ExtensionContext.Store.CloseableResource, AutoCloseable {
  static final String PARAMETER = "stepunit.print";

  private final Style style;
  private final PrintStream out;
  private int executions;
  private Duration virtualTime = Duration.ZERO;

  private ExecutionPrint(Style style, PrintStream out) {
    this.style = style;
    this.out = out;
  }

  /**
   * Prints the executions of a test that has ended, if that is asked for.
   *
   * @throws ExtensionConfigurationException if it is asked for in a way that there is not
   */
  static void print(ExtensionContext test, StepFunctionsEnvironment environment) {
    Optional<Style> style = test.getConfigurationParameter(PARAMETER).map(Style::of);
    style.ifPresent(asked -> ofRun(test, asked).add(test, environment.executions()));
  }

  private static ExecutionPrint ofRun(ExtensionContext test, Style style) {
    return Objects.requireNonNull(
        Stores.ofRun(test)
            .getOrComputeIfAbsent(
                ExecutionPrint.class,
                key -> new ExecutionPrint(style, System.out),
                ExecutionPrint.class));
  }

  private synchronized void add(ExtensionContext test, List<Execution> ofTest) {
    executions += ofTest.size();
    virtualTime = ofTest.stream().map(Execution::duration).reduce(virtualTime, Duration::plus);
    String lines =
        ofTest.stream()
            .map(execution -> "\n  " + style.text.apply(execution))
            .collect(Collectors.joining());
    out.println(name(test) + (lines.isEmpty() ? "\n  no execution was started" : lines));
  }

  private static String name(ExtensionContext test) {
    String method = test.getRequiredTestMethod().getName();
    String shown = test.getDisplayName();
    return test.getRequiredTestClass().getSimpleName()
        + " > "
        + (shown.startsWith(method) ? method : method + " " + shown.strip());
  }

  @Override
  public synchronized void close() {
    out.println(
        "StepUnit ran %d %s in %s of virtual time."
            .formatted(
                executions, executions == 1 ? "execution" : "executions", text(virtualTime)));
  }

  private static String path(Execution execution) {
    return outcome(execution) + ": " + String.join(" > ", execution.path());
  }

  private static String timeline(Execution execution) {
    return outcome(execution) + "\n" + execution.timeline().toString().indent(4).stripTrailing();
  }

  private static String outcome(Execution execution) {
    return execution.status()
        + execution.error().map(error -> " " + error).orElse("")
        + " after "
        + text(execution.duration());
  }

  private static String text(Duration duration) {
    String days = duration.toDays() == 0 ? "" : duration.toDays() + "d ";
    Duration rest = duration.minusDays(duration.toDays());
    String time = rest.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
    return rest.isZero() && !days.isEmpty() ? days.strip() : days + time;
  }

  private enum Style {
    PATH(ExecutionPrint::path),
    TIMELINE(ExecutionPrint::timeline);

    private final Function<Execution, String> text;

    Style(Function<Execution, String> text) {
      this.text = text;
    }

    static Style of(String parameter) {
      return switch (parameter) {
        case "path" -> PATH;
        case "timeline" -> TIMELINE;
        default ->
            throw new ExtensionConfigurationException(
                "The configuration parameter %s is \"%s\"; expected path or timeline."
                    .formatted(PARAMETER, parameter));
      };
    }
  }
}

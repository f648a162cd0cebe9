package io.stepunit.asl;

import io.stepunit.internal.text.Printable;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One finding of the validation of a definition: an error or a warning.
 *
 * <p>Where the service reports the problem too, the message is the service's own text and the code
 * is present; the hint is always ours.
 *
 * @param rule what was broken
 * @param severity how bad it is: the rule's severity, or what the project has made of it
 * @param message what is wrong
 * @param location where it stands, with its JSON pointer
 * @param hint what was found, and what to do about it
 * @since 0.1.0
 */
public record Diagnostic(
    Rule rule, Severity severity, String message, SourceLocation location, Optional<String> hint) {
  private static final String AT = "\n at ";

  /** The order of the file: by line, then by column. */
  public static final Comparator<Diagnostic> BY_PLACE =
      Comparator.<Diagnostic>comparingInt(problem -> problem.location().line())
          .thenComparingInt(problem -> problem.location().column());

  /**
   * The order in which AWS reports: what it finds in single fields, then where {@code StartAt} and
   * the transitions lead to, then the states and scopes that are wrong as a whole; each in the
   * order of the file.
   */
  public static final Comparator<Diagnostic> AS_REPORTED =
      Comparator.<Diagnostic>comparingInt(problem -> phase(problem.rule())).thenComparing(BY_PLACE);

  /** Where AWS's JSON parser quotes the text that it reads. */
  private static final Pattern QUOTED_SOURCE =
      Pattern.compile(
          "(?s)\\[Source: \\(String\\)\".*?\"(?:\\[truncated \\d+ chars])?; (line: \\d+, column: \\d+)]");

  /** How serious a diagnostic is. */
  public enum Severity {
    /** The definition cannot be used. */
    ERROR,
    /** The definition can be used, but probably does not do what its author thinks. */
    WARNING
  }

  /**
   * The findings with all places that each is about, in the order of their first places.
   *
   * <pre>{@code
   * Diagnostic.grouped(order.definition().warnings()).forEach(System.out::println);
   * }</pre>
   */
  public static List<DiagnosticGroup> grouped(List<Diagnostic> diagnostics) {
    Objects.requireNonNull(diagnostics, "diagnostics");
    return DiagnosticGroup.of(diagnostics);
  }

  /** Returns AWS's code, empty if AWS is not known to report this problem. */
  public Optional<DiagnosticCode> code() {
    return rule.code();
  }

  /**
   * Returns the location that AWS reports: {@code /States/Route/Choices[0]/Next}. It often names
   * the object or the state around the place that {@link #location()} has. Empty where it names
   * none.
   */
  public Optional<String> serviceLocation() {
    return rule == Rule.NOT_JSON ? end() : ServiceLocation.of(rule, location);
  }

  /** AWS's parser says twice where it stopped: at the end of its message, and as the location. */
  private Optional<String> end() {
    int at = message.lastIndexOf(AT);
    return Optional.of(message)
        .filter(text -> at >= 0)
        .map(text -> text.substring(at + AT.length()));
  }

  /**
   * Returns the message in one line: AWS quotes the text that is not JSON in its message, and here
   * it is left out.
   */
  public String summary() {
    if (rule != Rule.NOT_JSON) {
      return message;
    }
    int end = message.lastIndexOf(AT);
    return QUOTED_SOURCE.matcher(end < 0 ? message : message.substring(0, end)).replaceAll("$1");
  }

  private static int phase(Rule rule) {
    return switch (rule) {
      case MISSING_START -> 1;
      case MISSING_TARGET -> 2;
      case UNREACHABLE_STATE -> 3;
      case NO_TERMINAL_STATE -> 4;
      default -> 0;
    };
  }

  /** Returns whether this is an error, so that the definition cannot be used. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /**
   * The problem in one line, as in {@code order.asl.json:41 /States/Charge/Retyr: Field 'Retyr' is
   * not supported (unknown field of a Task state; did you mean 'Retry'?)}.
   */
  @Override
  public String toString() {
    String pointer = location.pointer().isEmpty() ? "/" : location.pointer();
    return Printable.line(
        location + " " + pointer + ": " + summary() + hint.map(h -> " (" + h + ")").orElse(""));
  }
}

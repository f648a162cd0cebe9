package io.stepunit.asl;

import java.util.Comparator;
import java.util.Optional;

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
  /** The order of the file: by line, then by column. */
  public static final Comparator<Diagnostic> BY_PLACE =
      Comparator.<Diagnostic>comparingInt(problem -> problem.location().line())
          .thenComparingInt(problem -> problem.location().column());

  /** How serious a diagnostic is. */
  public enum Severity {
    /** The definition cannot be used. */
    ERROR,
    /** The definition can be used, but probably does not do what its author thinks. */
    WARNING
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
    return ServiceLocation.of(rule, location);
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
    return location + " " + pointer + ": " + message + hint.map(h -> " (" + h + ")").orElse("");
  }
}

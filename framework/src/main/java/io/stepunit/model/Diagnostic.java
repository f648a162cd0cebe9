package io.stepunit.model;

import java.util.Optional;

/**
 * One problem of a definition.
 *
 * <p>Where the service reports the problem too, the message is the service's own text and the code
 * is present; the hint is always ours.
 *
 * @param severity how bad it is
 * @param code the service's code, absent where the service is not known to report this problem
 * @param message what is wrong
 * @param location where it stands, with its JSON pointer
 * @param hint what was found, and what to do about it
 */
public record Diagnostic(
    Severity severity,
    Optional<DiagnosticCode> code,
    String message,
    SourceLocation location,
    Optional<String> hint) {

  /** How bad a problem is. */
  public enum Severity {
    /** The definition cannot be used. */
    ERROR,
    /** The definition can be used, but probably does not do what its author thinks. */
    WARNING
  }

  /** An error that the service reports in these words. */
  static Diagnostic error(
      DiagnosticCode code, String message, SourceLocation location, String hint) {
    return new Diagnostic(
        Severity.ERROR,
        Optional.of(code),
        message,
        location,
        Optional.of(hint).filter(text -> !text.isEmpty()));
  }

  /** An error in our own words: the service's are not known. */
  static Diagnostic error(String message, SourceLocation location, String hint) {
    return new Diagnostic(
        Severity.ERROR,
        Optional.empty(),
        message,
        location,
        Optional.of(hint).filter(text -> !text.isEmpty()));
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

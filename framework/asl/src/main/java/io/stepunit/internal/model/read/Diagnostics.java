package io.stepunit.internal.model.read;

import io.stepunit.asl.Diagnostic;
import io.stepunit.asl.Diagnostic.Severity;
import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.asl.RequestValidation;
import io.stepunit.asl.Rule;
import io.stepunit.asl.SourceLocation;
import io.stepunit.asl.ValidationSettings;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects the problems of one definition while it is read, so that all are reported at once. */
public final class Diagnostics {
  private final Set<Diagnostic> found = new LinkedHashSet<>();
  private final ValidationSettings settings;

  /** Problems as severe as their rules say. */
  public Diagnostics() {
    this(ValidationSettings.DEFAULT);
  }

  /** Problems as severe as a project wants them. */
  public Diagnostics(ValidationSettings settings) {
    this.settings = settings;
  }

  /**
   * Notes a problem, unless the project has silenced its rule.
   *
   * @param message in the service's words where it reports the problem too
   * @param hint what was found and what to do, or an empty text
   */
  public void report(Rule rule, String message, SourceLocation location, String hint) {
    settings
        .severityOf(rule)
        .ifPresent(
            severity ->
                found.add(
                    new Diagnostic(
                        rule,
                        severity,
                        message,
                        location,
                        Optional.of(hint).filter(text -> !text.isEmpty()))));
  }

  /** How the project wants the requests of Tasks to be checked. */
  public RequestValidation requestValidation() {
    return settings.requestValidation();
  }

  /** Another collection by the same settings, without problems. */
  public Diagnostics empty() {
    return new Diagnostics(settings);
  }

  /** Adds a problem that was found elsewhere, unless it is there. */
  public void add(Diagnostic problem) {
    found.add(problem);
  }

  /** All problems found so far, in the order of the file. */
  public List<Diagnostic> all() {
    return found.stream().sorted(Diagnostic.BY_PLACE).toList();
  }

  /**
   * Ends the reading.
   *
   * @throws InvalidDefinitionException if there was an error
   */
  public void throwIfAny() {
    if (found.stream().anyMatch(Diagnostic::isError)) {
      throw asException();
    }
  }

  /** The errors found so far, at least one, as the exception to throw. */
  public InvalidDefinitionException asException() {
    return new InvalidDefinitionException(found.stream().filter(Diagnostic::isError).toList());
  }

  /** The warnings found so far, in the order of the file. */
  public List<Diagnostic> warnings() {
    return all().stream().filter(problem -> problem.severity() == Severity.WARNING).toList();
  }
}

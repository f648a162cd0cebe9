package io.stepunit.model;

import java.util.ArrayList;
import java.util.List;

/** Collects the problems of one definition while it is read, so that all are reported at once. */
public final class Diagnostics {
  private final List<Diagnostic> found = new ArrayList<>();

  /**
   * Notes a problem that the service reports in these words.
   *
   * @param hint what was found and what to do, or an empty text
   */
  public void error(DiagnosticCode code, String message, SourceLocation location, String hint) {
    found.add(Diagnostic.error(code, message, location, hint));
  }

  /**
   * Notes a problem in our own words.
   *
   * @param hint what was found and what to do, or an empty text
   */
  public void error(String message, SourceLocation location, String hint) {
    found.add(Diagnostic.error(message, location, hint));
  }

  /**
   * Ends the reading.
   *
   * @throws InvalidDefinitionException if there was a problem
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw asException();
    }
  }

  /** The problems found so far, at least one, as the exception to throw. */
  public InvalidDefinitionException asException() {
    return new InvalidDefinitionException(found);
  }
}

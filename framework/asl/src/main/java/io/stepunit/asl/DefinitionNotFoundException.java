package io.stepunit.asl;

import io.stepunit.internal.text.Printable;

/**
 * Thrown if a definition's file or class path resource does not exist or is not text.
 *
 * @since 0.1.0
 */
public final class DefinitionNotFoundException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DefinitionNotFoundException(String message) {
    super(Printable.lines(message));
  }

  public DefinitionNotFoundException(String message, Throwable cause) {
    super(Printable.lines(message), cause);
  }
}

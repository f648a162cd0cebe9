package io.stepunit.asl;

/**
 * Thrown if a definition's file or class path resource does not exist or is not text.
 *
 * @since 0.1.0
 */
public final class DefinitionNotFoundException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DefinitionNotFoundException(String message) {
    super(message);
  }

  public DefinitionNotFoundException(String message, Throwable cause) {
    super(message, cause);
  }
}

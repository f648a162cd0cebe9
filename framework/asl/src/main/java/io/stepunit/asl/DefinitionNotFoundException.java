package io.stepunit.asl;

/** A definition's file or class path resource is not there, or its bytes are no text. */
public final class DefinitionNotFoundException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DefinitionNotFoundException(String message) {
    super(message);
  }

  public DefinitionNotFoundException(String message, Throwable cause) {
    super(message, cause);
  }
}

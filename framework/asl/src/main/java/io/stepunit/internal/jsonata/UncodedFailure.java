package io.stepunit.internal.jsonata;

/**
 * A failure for which JSONata has no code: in JavaScript the engine itself throws, such as {@code
 * $base64decode} of what is no Base64.
 */
public final class UncodedFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UncodedFailure(String reason) {
    super(reason);
  }

  public UncodedFailure(Throwable cause) {
    super(cause);
  }
}

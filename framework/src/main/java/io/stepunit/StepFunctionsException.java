package io.stepunit;

/** A call of the service's API that the service refuses, by AWS's error name and message. */
public final class StepFunctionsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String error;

  StepFunctionsException(String error, String message) {
    super(error + ": " + message);
    this.error = error;
  }

  /** AWS's error name, such as {@code InvalidArn}. */
  public String error() {
    return error;
  }
}
